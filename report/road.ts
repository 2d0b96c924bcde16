// One of a law's two roads: its plan and what came of it, and which of its transactions count.
import type { Comparison } from '../spec/law';
import type { Observation, TransactionOutcome } from '../spec/outcome';
import type { Plan, PlannedInstruction, PlannedTransaction } from '../spec/plan';

export type Road = { readonly plan: Plan; readonly observation: Observation };

export type Passed = { readonly planned: PlannedTransaction; readonly outcome: TransactionOutcome };

/** What a road has left, in one respect, as plain values. */
export type Digest = Readonly<Record<string, unknown>>;

/** Of one respect the digest of a road; null where nothing can be said, so that the respect is not compared. */
export type DigestOf = (road: readonly Passed[], comparison: Comparison) => Digest | null;

export const isInvocation = ({ kind }: PlannedInstruction): boolean => kind === 'invocation';

/** The transactions that say something about the programs: a transfer alone is none of theirs. */
export const passed = ({ plan, observation }: Road): readonly Passed[] =>
  plan.transactions.flatMap((planned, index) => {
    const outcome = observation.transactions[index];
    return outcome === undefined || !planned.instructions.some(isInvocation) ? [] : [{ planned, outcome }];
  });

export const accepted = (road: readonly Passed[]): readonly Passed[] =>
  road.filter(({ outcome }) => outcome.raised === null);
