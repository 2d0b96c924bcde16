// What a wrong program does that does not see what is wrong, and how many cases of a claim it takes for right.
import { FENCES } from '../../spec/fences';
import type { TransactionOutcome } from '../../spec/outcome';
import type { Invocation, PlannedTransaction } from '../../spec/plan';
import type { VerdictKind } from '../../spec/verdict';
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

/** Of a claim's first cases. */
export type Asked = { readonly id: string; readonly verdict: VerdictKind; readonly cases: number };

/** How many of so many cases of a claim show the verdict. */
export const casesOf = async (runner: Runner, { id, verdict, cases }: Asked): Promise<number> => {
  const claim = claimById(id);
  if (claim === undefined) throw new Error(`There is no claim ${id}.`);
  const run = { claim, runner, programs: PROGRAMS, seed: 1, runs: cases, fences: ALL_FENCES };
  const { matrix } = await runAll(run, claim.cases(ALL_FENCES));
  return [...matrix.values()]
    .filter(({ entry }) => entry.verdict === verdict)
    .reduce((sum, { count }) => sum + count, 0);
};

export const missedIn = (runner: Runner, id: string, cases = CASES): Promise<number> =>
  casesOf(runner, { id, verdict: 'missing-error', cases });
