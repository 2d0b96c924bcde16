// The real programs with what they did changed on the way, for the tests that test the tester.
import type { ContextState, ObservedContext } from '../../spec/context-state';
import type { Observation, TransactionOutcome } from '../../spec/outcome';
import type { ClaimResult } from '../../spec/result';
import { FENCES } from '../../spec/fences';
import { claimById } from '../claims';
import type { Runner } from '../runner';
import { runClaim } from '../run-claim';

/** One outcome, and whether an earlier transaction of its plan was refused. */
export type Lie = (outcome: TransactionOutcome, afterRefusal: boolean) => TransactionOutcome;

/** Runs plans on the real programs and lies about what they did. */
export const lying = (real: Runner, lie: Lie): Runner => ({
  run: async (plan): Promise<Observation> => {
    const { transactions } = await real.run(plan);
    const refused = transactions.findIndex(({ raised }) => raised !== null);
    return { transactions: transactions.map((o, index) => lie(o, refused >= 0 && index > refused)) };
  },
});

/** Every context that was read back, changed. */
export const inContexts =
  (change: (context: ObservedContext) => ObservedContext): Lie =>
  (outcome) => {
    const contexts = [...outcome.after.contexts].map(([key, context]) => [key, change(context)] as const);
    return { ...outcome, after: { ...outcome.after, contexts: new Map(contexts) } };
  };

/** Other contents of every context. */
export const withState = (change: Partial<ContextState>): Lie =>
  inContexts((context) => ({ ...context, state: { ...context.state, ...change } }));

/** Another number where an error was raised. */
export const withCode =
  (code: number): Lie =>
  (outcome) =>
    outcome.raised === null ? outcome : { ...outcome, raised: { ...outcome.raised, code } };

const ALL_FENCES = new Set(FENCES.map(({ rule }) => rule));
const PROGRAMS = { version: 'wrong on purpose', systemProgram: '', accountCompression: '', caller: '' };

/** The verdicts that some cases of a claim get, each once. */
export const verdictsOf = async (runner: Runner, id: string): Promise<readonly string[]> => {
  const claim = claimById(id);
  if (claim === undefined) throw new Error(`There is no claim ${id}.`);
  const run = { claim, runner, runs: 20, programs: PROGRAMS, seed: 1, fences: ALL_FENCES };
  const { matrix }: ClaimResult = await runClaim(run);
  return [...new Set(matrix.map(({ verdict }) => verdict))].sort();
};
