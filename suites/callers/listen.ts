// Runs a plan where the listening program stands for the system program: what somebody's own caller really hands over.
import { isByGuest } from '../../harness/guest';
import type { Raised, TransactionOutcome } from '../../spec/outcome';
import type { Invocation, Plan, PlannedTransaction } from '../../spec/plan';
import { GUEST } from './claims';
import { handedDifferently } from './handed';
import type { Worlds } from './session';

/** How what was handed over differs from the plan, and who refused before the system program was called. */
export type Listened = { readonly differences: readonly string[]; readonly refused: Raised | null };

/** The calls of the system program that a transaction makes; null for one that is no InvokeCpi of the guest's. */
const callsIn = ({ instructions }: PlannedTransaction): readonly (Invocation | null)[] =>
  instructions.flatMap((one) => {
    if (one.kind === 'initialize') return [null];
    if (one.kind !== 'invocation') return [];
    return [isByGuest(GUEST, one) ? one : null];
  });

const countText = (made: number, planned: number): string =>
  `the system program was called ${made} times instead of ${planned}`;

function compared(
  worlds: Worlds,
  planned: PlannedTransaction,
  outcome: TransactionOutcome,
): readonly string[] {
  const { listened } = outcome;
  if (listened === undefined || listened === null) return [];
  const calls = callsIn(planned);
  if (outcome.raised === null && listened.length !== calls.length)
    return [countText(listened.length, calls.length)];
  return calls.flatMap((call, at) => {
    const handed = listened[at];
    if (call === null || handed === undefined) return [];
    return handedDifferently(worlds.real.plannedCall(call), handed);
  });
}

/**
 * Listens to a plan whose instructions were asked for.
 * @throws PlanTooLarge for one that no transaction holds.
 */
export async function listen(worlds: Worlds, plan: Plan): Promise<Listened> {
  const { transactions } = await worlds.listening.run(plan);
  const differences = plan.transactions.flatMap((planned, at) => {
    const outcome = transactions[at];
    return outcome === undefined ? [] : compared(worlds, planned, outcome);
  });
  return {
    differences: [...new Set(differences)],
    refused: transactions.find(({ raised }) => raised !== null)?.raised ?? null,
  };
}
