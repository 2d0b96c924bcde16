// What a wrong program does that does not see what is wrong, and how many cases of a claim it takes for right.
import { FENCES } from '../../spec/fences';
import type { TransactionOutcome } from '../../spec/outcome';
import type { Invocation, PlannedTransaction } from '../../spec/plan';
import { claimById } from '../claims';
import type { Runner } from '../runner';
import { runAll } from '../run-claim';

const ALL_FENCES = new Set(FENCES.map(({ rule }) => rule));
const PROGRAMS = { version: 'wrong on purpose', systemProgram: '', accountCompression: '', caller: '' };
const CASES = 60;
/** Of so many cases at least these: a full run meets each five times as often. */
export const OFTEN = 3;

/** Whether the wrong program does not see what is wrong with the refused invocation. */
export type Overlooks = (invocation: Invocation, code: number | null) => boolean;

const refusedIn = ({ instructions }: PlannedTransaction, { failedAt }: TransactionOutcome) => {
  const item = failedAt === null ? undefined : instructions[failedAt];
  return item?.kind === 'invocation' ? item : undefined;
};

/** The real programs, but what the wrong one overlooks is accepted. */
export const overlooking = (real: Runner, overlooks: Overlooks): Runner => ({
  run: async (plan) => {
    const { transactions } = await real.run(plan);
    return {
      transactions: transactions.map((outcome, index) => {
        const transaction = plan.transactions[index];
        const refused = transaction && refusedIn(transaction, outcome);
        const isOverlooked = refused !== undefined && overlooks(refused, outcome.raised?.code ?? null);
        return isOverlooked ? { ...outcome, raised: null, failedAt: null } : outcome;
      }),
    };
  },
});

export const missedIn = async (runner: Runner, id: string): Promise<number> => {
  const claim = claimById(id);
  if (claim === undefined) throw new Error(`There is no claim ${id}.`);
  const run = { claim, runner, programs: PROGRAMS, seed: 1, runs: CASES, fences: ALL_FENCES };
  const { matrix } = await runAll(run, claim.cases(ALL_FENCES));
  return [...matrix.values()]
    .filter(({ entry }) => entry.verdict === 'missing-error')
    .reduce((sum, { count }) => sum + count, 0);
};
