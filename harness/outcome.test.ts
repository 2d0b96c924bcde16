// Proves that an error is attributed to the program that raised it, in the instruction that failed.
import { RUNTIMES } from '../spec/runtime';
import type { Invocation } from '../spec/plan';
import type { Backend } from './backend';
import { attribute } from './outcome';
import {
  SET,
  invocation,
  meta,
  openDefault,
  output,
  plan,
  spending,
  transaction,
  withContext,
} from './testing';

describe.each(RUNTIMES)('on %s', (runtime) => {
  let backend: Backend;
  beforeAll(async () => {
    backend = await openDefault(runtime);
  });
  afterAll(() => backend.close());

  const outcomeOf = async (...instructions: Parameters<typeof transaction>) =>
    (await backend.run(plan(transaction(...instructions)))).transactions[0];

  /** The invocation with another account in one slot. */
  function replaced(call: Invocation, slot: number, account: Invocation['accounts'][number]): Invocation {
    return { ...call, accounts: call.accounts.map((old, i) => (i === slot ? account : old)) };
  }

  const good = invocation({ outputs: [output('A')] });

  it('names the system program and its code', async () => {
    const outcome = await outcomeOf(withContext({ outputs: [output('A')], cpiContext: SET }));
    const raised = { program: 'light-system', code: 6027, error: 'Custom', panicked: false };
    expect(outcome).toMatchObject({ raised, failedAt: 0, after: { changed: [] } });
  });

  it('names account-compression where the system program passes its error on', async () => {
    const double = invocation({ inputs: [spending(output('A'), 0)], outputs: [] });
    const outcome = await outcomeOf(good, double, double);
    expect(outcome?.raised).toMatchObject({
      program: 'account-compression',
      error: 'Custom',
      panicked: false,
    });
    expect(outcome?.failedAt).toBe(2);
  });

  it('does not count compute-budget instructions', async () => {
    const bad = withContext({ outputs: [output('A')], cpiContext: SET });
    const budgeted = { ...transaction(good, bad), computeUnitLimit: 500_000, computeUnitPrice: 3n };
    const [outcome] = (await backend.run(plan(budgeted))).transactions;
    expect(outcome?.failedAt).toBe(1);
  });

  it.each([
    ['a signature of another program', replaced(good, 1, meta('authority:B', 's')), 'PrivilegeEscalation'],
    [
      'a signature of a PDA that nobody derives',
      replaced(good, 3, meta('sol-pool', 's')),
      'PrivilegeEscalation',
    ],
  ])('names the caller where the runtime refuses its CPI: %s', async (_, call, error) => {
    const outcome = await outcomeOf(call);
    expect(outcome?.raised).toEqual({ program: 'program:A', code: null, error, panicked: false });
  });

  it('lets an outer program sign for its own PDA', async () => {
    const call: Invocation = { ...replaced(good, 1, meta('authority:B', 's')), through: ['B'] };
    expect((await outcomeOf(call))?.raised).toMatchObject({ program: 'light-system', error: 'Custom' });
  });

  it('names the runtime where no program ran', async () => {
    const accounts = [{ key: 'payer:1', lamports: 0n }] as const;
    const [outcome] = (await backend.run({ ...plan(transaction(good)), accounts })).transactions;
    expect(outcome?.raised).toMatchObject({ program: 'runtime', code: null, panicked: false });
    expect(outcome).toMatchObject({ failedAt: null, after: { changed: [] } });
  });

  it('says that a program stopped without an error of its own', async () => {
    const outcome = await outcomeOf({ ...good, accounts: good.accounts.slice(0, 9) });
    expect(outcome?.raised).toMatchObject({ program: 'light-system', code: null, panicked: true });
    expect(outcome?.raised?.ranOut).toBeUndefined();
    const [starved] = (await backend.run(plan({ ...transaction(good), computeUnitLimit: 9000 })))
      .transactions;
    expect(starved?.raised).toMatchObject({ panicked: true, ranOut: true });
  });

  it('is not fooled by what a program logs', () => {
    const system = 'SySTEM1eSU2p4BGQfQpimFEWWSC1XDFeun3Nqzz3rT7';
    const logs = [
      `Program log: Program ${system} failed: x`,
      'Program 11111111111111111111111111111111 failed: y',
    ];
    const refused = { index: 1, error: 'Custom', code: 6003 };
    const raised = { program: 'solana-system', code: 6003, error: 'Custom', panicked: false };
    expect(attribute(refused, logs, 1)).toEqual({ raised, failedAt: 0 });
  });
});
