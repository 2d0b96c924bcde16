// Finds the transactions that two plans begin with alike, so that plan and twin run them once.
import { isDeepStrictEqual } from 'node:util';
import type { Plan } from '../spec/plan';
import type { Step } from './steps';

/** A plan with its encoded transactions. */
export type Encoded = { readonly plan: Plan; readonly steps: readonly Step[] };

/** The same planned transaction, encoded once, read back and decoded by the same rules. */
const isSame = (one: Step, other: Step): boolean =>
  one.encoded === other.encoded && one.isPart === other.isPart && one.hasSeeds === other.hasSeeds;

/**
 * How many transactions both begin with; none where the plans find other accounts. The last one of `other` is never
 * among them: each plan that is counted has sent something itself.
 */
export function sharedStart(one: Encoded, other: Encoded): number {
  if (!isDeepStrictEqual(one.plan.accounts, other.plan.accounts)) return 0;
  const apart = one.steps.findIndex((step, at) => {
    const counterpart = other.steps[at];
    return counterpart === undefined || !isSame(step, counterpart);
  });
  const shared = apart < 0 ? one.steps.length : apart;
  return Math.max(0, Math.min(shared, other.steps.length - 1));
}
