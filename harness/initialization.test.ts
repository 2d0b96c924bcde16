// InitializeCpiContextAccount on the real programs: sent directly and by CPI, what is read back, the fee, the world restored.
import { RUNTIMES } from '../spec/runtime';
import { INITIALIZE_DISCRIMINATOR, readyToInitialise } from '../spec/initialize';
import type { TransactionOutcome } from '../spec/outcome';
import type { Initialization, PlannedTransaction } from '../spec/plan';
import type { CallerName } from '../spec/world';
import type { Backend } from './backend';
import { EXECUTE, FIRST_SET, invocation, meta, openDefault, output, transaction } from './testing';

const initialize = (through: readonly CallerName[]): Initialization => ({
  kind: 'initialize',
  through,
  accounts: [meta('payer:2', 'sw'), meta('fresh:1', 'w'), meta('tree:1')],
  data: INITIALIZE_DISCRIMINATOR,
});

describe('an initialisation', () => {
  describe.each(RUNTIMES)('on %s', (runtime) => {
    let backend: Backend;
    beforeAll(async () => {
      backend = await openDefault(runtime);
    });
    afterAll(() => {
      backend.close();
    });
    const run = async (...transactions: PlannedTransaction[]): Promise<readonly TransactionOutcome[]> =>
      (await backend.run({ accounts: [readyToInitialise('fresh:1')], transactions })).transactions;

    test.each([[[]], [['A']], [['B', 'A']]] as const)(
      'through %j makes an empty context',
      async (through) => {
        const [outcome] = await run(transaction(initialize(through)));
        expect(outcome).toMatchObject({ raised: null, after: { changed: ['fresh:1'] } });
        expect(outcome?.after.contexts.get('fresh:1')).toEqual({
          state: { feePayer: null, associatedTree: 'tree:1', newAddresses: [], inputs: [], outputs: [] },
          size: 14_020,
          capacities: [10, 10, 10, 20, 30],
          leftoverBytes: false,
        });
      },
    );

    it('can be sent any number of times, each from the same world', async () => {
      const plans = Array.from({ length: 40 }, () => transaction(initialize([])));
      for (const each of plans) expect((await run(each))[0]?.raised).toBeNull();
    });

    it('costs the fee to the lamport, with a price too', async () => {
      for (const computeUnitPrice of [null, 1n, 777_777n])
        for (const computeUnitLimit of [null, 100_001]) {
          const planned = { ...transaction(initialize([])), computeUnitPrice, computeUnitLimit };
          const [outcome] = await run(planned);
          expect(outcome?.after.lamports).toEqual(new Map());
        }
    });

    it('that fails is told by its place among the instructions of the plan', async () => {
      const twice = transaction(initialize([]), initialize(['A']));
      const [outcome] = await run(twice);
      expect(outcome).toMatchObject({ failedAt: 1, raised: { program: 'light-system', code: 6056 } });
      expect(outcome?.after.changed).toEqual([]);
      const short = { ...initialize([]), accounts: [] };
      const [refused] = await run({ ...transaction(short), computeUnitLimit: 400_000 });
      expect(refused).toMatchObject({ failedAt: 0, raised: { error: 'NotEnoughAccountKeys' } });
    });

    it('is followed by use in the same plan', async () => {
      const write = invocation({ context: 'fresh:1', outputs: [output('A')], cpiContext: FIRST_SET });
      const execute = invocation({ context: 'fresh:1', outputs: [output('A')], cpiContext: EXECUTE });
      const outcomes = await run(transaction(initialize([]), write), transaction(execute));
      expect(outcomes.map(({ raised }) => raised)).toEqual([null, null]);
      expect(outcomes[0]?.after.contexts.get('fresh:1')?.state.outputs).toHaveLength(1);
      expect(outcomes[1]?.after.appended.get('queue:1')).toBe(2);
    });
  });
});
