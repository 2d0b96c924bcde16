// Where a program refuses one mode always, the rules whose cases are made from such plans say which call was refused, and with what.
import { FENCES } from '../../spec/fences';
import type { Invocation } from '../../spec/plan';
import { claimById } from '../claims';
import type { Runner } from '../runner';
import { runAll } from '../run-claim';
import { openRunner } from './open-runner';

const ALL_FENCES = new Set(FENCES.map(({ rule }) => rule));
const PROGRAMS = { version: 'wrong on purpose', systemProgram: '', accountCompression: '', caller: '' };
const CASES = 60;
const REFUSAL = { program: 'light-system', code: 6027, error: 'Custom', panicked: false } as const;

const isSet = ({ data: { cpiContext } }: Invocation): boolean => cpiContext?.set === true;

/** The real programs, but each set is refused. */
const withoutSets = (real: Runner): Runner => ({
  run: async (plan) => {
    const { transactions } = await real.run(plan);
    return {
      transactions: transactions.map((outcome, index) => {
        const instructions = plan.transactions[index]?.instructions ?? [];
        const failedAt = instructions.findIndex((item) => item.kind === 'invocation' && isSet(item));
        return failedAt < 0 ? outcome : { ...outcome, failedAt, raised: { ...REFUSAL } };
      }),
    };
  },
});

describe('A program that refuses every set', () => {
  let real: Awaited<ReturnType<typeof openRunner>>;
  beforeAll(async () => {
    real = await openRunner();
  });
  afterAll(() => {
    real.close();
  });

  it('is told by each rule whose valid plans have one', async () => {
    const claim = claimById('accounts/fee-payer-signs');
    if (claim === undefined) throw new Error('There is no such claim.');
    const run = { claim, programs: PROGRAMS, seed: 1, runs: CASES, fences: ALL_FENCES };
    const { matrix, inconclusive } = await runAll(
      { ...run, runner: withoutSets(real) },
      claim.cases(ALL_FENCES),
    );
    const refused = [...matrix.values()].filter(({ entry }) => entry.verdict === 'inconclusive');
    expect(inconclusive).toBeGreaterThan(0);
    expect(refused.map(({ entry: { expected, observed } }) => [expected, observed])).toEqual([
      ['accepted (InvokeCpi, set)', 'light-system:6027'],
    ]);
  });
});
