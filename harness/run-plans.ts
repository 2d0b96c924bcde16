// Runs plans on a session, several in one go: all are encoded, then run one after the other, then decoded.
import type { Observation, TransactionOutcome } from '../spec/outcome';
import type { Invocation, Plan } from '../spec/plan';
import { PlanTooLarge } from './errors';
import { execute, type Executed, type Session } from './execution';
import { contentsOf, observe } from './observe';
import { sentOf } from './sent';
import { sharedStart, type Encoded } from './shared-start';
import { timed } from './stages';
import { encodeSteps, type Encoding } from './steps';
import { inTurn } from './turn';
import { unfit } from './unfit';

function encode(session: Session, plan: Plan, known: Encoding['known']): Encoded | PlanTooLarge {
  try {
    const { world, guest } = session;
    const carriedBy = guest && ((invocation: Invocation) => guest.carried.get(invocation));
    return { plan, steps: encodeSteps(world, plan, { carriedBy, ...(known && { known }) }) };
  } catch (error) {
    if (error instanceof PlanTooLarge) return error;
    throw unfit(error, plan);
  }
}

type Tried<T> = T | PlanTooLarge;
export const isTooLarge = (tried: unknown): tried is PlanTooLarge => tried instanceof PlanTooLarge;

function seen(session: Session, executed: Executed): TransactionOutcome {
  const outcome = observe(executed, session);
  if (!session.metered && !session.keepsContents && !session.keepsSent) return outcome;
  return {
    ...outcome,
    ...(session.keepsContents && { contents: contentsOf(executed) }),
    ...(session.keepsSent && { sent: sentOf(executed) }),
    ...(session.metered && { computeUnits: executed.answer.computeUnits() }),
  };
}

/** How many transactions a plan leaves to the next one; what lies before those that were left to it is gone. */
function leftBy(plan: Tried<Encoded>, next: Tried<Encoded> | undefined, begun: number): number {
  if (isTooLarge(plan) || next === undefined || isTooLarge(next)) return 0;
  const shared = sharedStart(plan, next);
  return shared < begun ? 0 : shared;
}

/**
 * Runs plans one after the other; `before` is told the position of each just before it is sent.
 * Encodes all, runs all, decodes all: short-lived code stays in the processor's caches.
 */
export type RunAll = (
  plans: readonly Plan[],
  before?: (position: number) => void,
) => Promise<(Observation | PlanTooLarge)[]>;

/** What a session runs plans with. */
export function runner(session: Session): RunAll {
  const turn = inTurn();
  const executeAll = async (plans: readonly Tried<Encoded>[], before?: (position: number) => void) => {
    const executed: Tried<Executed[]>[] = [];
    let begun: readonly Executed[] = [];
    for (const [position, encoded] of plans.entries()) {
      before?.(position);
      const left = leftBy(encoded, plans[position + 1], begun.length);
      const done = isTooLarge(encoded) ? encoded : await execute(session, encoded, { begun, left });
      begun = isTooLarge(done) ? [] : done.slice(0, left);
      executed.push(done);
    }
    return executed;
  };
  return async (plans, before) => {
    const { stages } = session;
    const known: Encoding['known'] = new Map();
    const encoded = timed(stages, 'building', () => plans.map((plan) => encode(session, plan, known)));
    const executed = await turn(() => executeAll(encoded, before));
    return timed(stages, 'decoding', () =>
      executed.map((each) =>
        isTooLarge(each) ? each : { transactions: each.map((one) => seen(session, one)) },
      ),
    );
  };
}
