// Proves on the real programs that the harness runs plans as written and sees what they do.
import { RUNTIMES } from '../spec/runtime';
import type { Invocation, OutputAccount } from '../spec/plan';
import type { Backend } from './backend';
import { PlanTooLarge } from './errors';
import { EXECUTE, FIRST_SET, SET, invocation, meta, openDefault, output, plan, spending } from './testing';
import { transaction, withContext } from './testing';

describe.each(RUNTIMES)('on %s', (runtime) => {
  let backend: Backend;
  beforeAll(async () => {
    backend = await openDefault(runtime);
  });
  afterAll(() => backend.close());

  const run = async (...parts: Parameters<typeof plan>) => (await backend.run(plan(...parts))).transactions;
  const ADDRESS = `00${'ab'.repeat(31)}`;
  const addressed: OutputAccount = { ...output('A'), address: ADDRESS };
  const stored = (leafOffset: number) =>
    spending({ ...output('A'), lamports: 7n, address: ADDRESS }, leafOffset);

  describe('a context account', () => {
    it('stores exactly what the first write names', async () => {
      const newAddresses = [{ seed: ADDRESS, queueIndex: 1, treeIndex: 2, rootIndex: 300 }];
      const data = { newAddresses, inputs: [stored(5)], outputs: [output('A', 300), addressed] };
      const [outcome] = await run(transaction(withContext({ ...data, cpiContext: FIRST_SET })));
      expect(outcome?.raised).toBeNull();
      expect(outcome?.after.changed).toEqual(['context:1']);
      const { discriminator, dataHash } = output('A').data ?? { discriminator: '', dataHash: '' };
      expect(outcome?.after.contexts.get('context:1')).toEqual({
        size: 14_020,
        capacities: [10, 10, 10, 20, 30],
        leftoverBytes: false,
        noted: [{ assignedTo: null, owner: 'program:A' }], // with an input beside it: addresses/noted has those without
        state: {
          feePayer: 'payer:1',
          associatedTree: 'tree:1',
          newAddresses,
          inputs: [{ ...stored(5), data: { discriminator, dataHash } }],
          outputs: data.outputs,
        },
      });
    });

    it('grows by what a second program writes, and is cleared and carried out by an execution', async () => {
      const [, second, third] = await run(
        transaction(withContext({ outputs: [output('A')], cpiContext: FIRST_SET })),
        transaction(withContext({ caller: 'B', outputs: [output('B')], cpiContext: SET })),
        transaction(withContext({ outputs: [output('A')], cpiContext: EXECUTE })),
      );
      expect(second?.after.contexts.get('context:1')?.state.outputs).toEqual([output('A'), output('B')]);
      expect(second?.after.appended.get('queue:1')).toBe(0);
      expect(third?.raised).toBeNull();
      const cleared = third?.after.contexts.get('context:1');
      expect(cleared).toMatchObject({
        leftoverBytes: false,
        state: { feePayer: null, inputs: [], outputs: [] },
      });
      expect(third?.after.appended).toEqual(new Map([['queue:1', 3]]));
    });
  });

  describe('an execution without context', () => {
    it('appends its outputs', async () => {
      const [outcome] = await run(transaction(invocation({ outputs: [output('A'), output('A')] })));
      expect(outcome).toMatchObject({ raised: null, failedAt: null });
      expect(outcome?.after.appended.get('queue:1')).toBe(2);
      expect(outcome?.after.changed).toEqual(['payer:1', 'queue:1']);
    });

    it('spends by index what an earlier transaction made', async () => {
      const spend = invocation({ inputs: [spending(output('A'), 0)], outputs: [output('A')] });
      const outcomes = await run(transaction(invocation({ outputs: [output('A')] })), transaction(spend));
      expect(outcomes.map(({ raised }) => raised)).toEqual([null, null]);
      expect(outcomes[1]?.after.changed).toContain('tree:1');
    });

    it('takes 6,000 bytes of data from an account', async () => {
      const [outcome] = await run(transaction(invocation({ outputs: [output('A', 6000)] })));
      expect(outcome?.raised).toBeNull();
      expect(outcome?.after.appended.get('queue:1')).toBe(1);
      expect(outcome?.after.changed).toEqual(['payer:1', 'queue:1']);
    });

    it('is carried by several invocations in one transaction, each with large data', async () => {
      const large = invocation({ outputs: [output('A', 3000)] });
      const [outcome] = await run(
        transaction(large, invocation({ caller: 'B', outputs: [output('B', 3000)] })),
      );
      expect(outcome?.raised).toBeNull();
      expect(outcome?.after.appended.get('queue:1')).toBe(2);
    });

    it('is reached through other programs', async () => {
      const nested: Invocation = { ...invocation({ outputs: [output('A')] }), through: ['C', 'B'] };
      const [outcome] = await run(transaction(nested));
      expect(outcome?.raised).toBeNull();
    });

    it('is asked for by InvokeCpiWithReadOnly', async () => {
      const create = invocation({ outputs: [output('A')] });
      const spend = invocation({ inputs: [spending(output('A'), 0)], outputs: [output('A', 20)] });
      const withReadOnly = (call: Invocation): Invocation => ({
        ...call,
        instruction: 'InvokeCpiWithReadOnly',
        data: { ...call.data, discriminator: '562fa3a615df5c08' },
      });
      const outcomes = await run(transaction(withReadOnly(create)), transaction(withReadOnly(spend)));
      expect(outcomes.map(({ raised }) => raised)).toEqual([null, null]);
      expect(outcomes[1]?.after.appended.get('queue:1')).toBe(1);
    });
  });

  describe('the world after', () => {
    it('leaves out the fee, to the lamport', async () => {
      const planned = { ...transaction(withContext({ outputs: [output('A')], cpiContext: FIRST_SET })) };
      for (const computeUnitPrice of [null, 0n, 1n, 777_777n])
        for (const computeUnitLimit of [null, 100_001, 3_000_000]) {
          const [outcome] = await run({ ...planned, computeUnitPrice, computeUnitLimit });
          expect(outcome).toMatchObject({ raised: null, after: { changed: ['context:1'] } });
        }
    });

    it('shows a transfer, also one from the fee payer', async () => {
      const transfer = { kind: 'transfer', from: 'payer:1', to: 'wallet:1', lamports: 5n } as const;
      const [outcome] = await run(transaction(transfer));
      expect(outcome?.after.changed).toEqual(['payer:1', 'wallet:1']);
    });

    it('starts from patched accounts, which no later plan sees', async () => {
      const write = transaction(withContext({ outputs: [output('A')], cpiContext: FIRST_SET }));
      const accounts = [{ key: 'context:1', discriminator: '1122334455667788' }] as const;
      const [refused] = (await backend.run({ ...plan(write), accounts })).transactions;
      expect(refused?.raised).toMatchObject({ program: 'light-system', error: 'Custom' });
      expect(refused?.after.contexts.size).toBe(0);
      const [accepted] = await run(write);
      expect(accepted?.raised).toBeNull();
    });

    it('is the same for a batch as for single plans', async () => {
      const plans = [1, 2, 3].map((n) => plan(transaction(invocation({ outputs: [output('A', n)] }))));
      const single = [];
      for (const each of plans) single.push(await backend.run(each));
      expect(await backend.runAll(plans)).toEqual(single);
      const wallets = Array.from({ length: 40 }, (_, i) => meta(`wallet:${i}`));
      const tooLarge = plan(transaction({ ...invocation({}), accounts: wallets }));
      const batch = await backend.runAll([tooLarge, ...plans]);
      expect(batch[0]).toBeInstanceOf(PlanTooLarge);
      expect(batch.slice(1)).toEqual(single);
    });

    it('is kept apart between plans that wait at the same time', async () => {
      const write = plan(transaction(withContext({ outputs: [output('A')], cpiContext: SET })));
      const first = plan(transaction(withContext({ outputs: [output('A')], cpiContext: FIRST_SET })));
      const all = await Promise.all([first, write, first, write].map(backend.run));
      const codes = all.map(({ transactions }) => transactions[0]?.raised?.code ?? null);
      expect(codes).toEqual([null, 6027, null, 6027]);
    });
  });

  it('refuses to run once closed', async () => {
    const other = await openDefault(runtime);
    other.close();
    await expect(other.run(plan())).rejects.toThrow('closed');
    expect(meta('noop')).toEqual({ key: 'noop', signer: false, writable: false });
  });
});
