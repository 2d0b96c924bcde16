// Runs a plan with traces and judges it by the documents, as any plan of a sweep; says why where it cannot.
import { HarnessFault } from '../../harness/errors';
import type { Reach } from '../../harness/trace/reach';
import type { TracedBackend } from '../../harness/trace/traced-backend';
import type { Observation } from '../../spec/outcome';
import { JUDGED_AS } from '../../spec/reach';
import type { Plan } from '../../spec/plan';
import type { Verdict } from '../../spec/verdict';
import { askedIn } from '../asked';
import { judgePlan } from '../judge-plan';
import type { Runner } from '../runner';

export type Judged = { readonly kind: 'judged'; readonly reach: Reach; readonly verdict: Verdict };
export type Skipped = { readonly kind: 'skipped'; readonly reason: string };

/** By the documents alone. */
export const verdictOn = (plan: Plan, observation: Observation, runner: Runner): Verdict =>
  judgePlan(plan, observation, askedIn({ id: JUDGED_AS, rule: null }, runner)).verdict;

/**
 * Runs and judges a plan; one that cannot be encoded, or that the model cannot read, is skipped.
 * @throws HarnessFault when the validator fails.
 */
export async function tryJudged(
  backend: TracedBackend,
  runner: Runner,
  plan: Plan,
): Promise<Judged | Skipped> {
  try {
    const { observation, reach } = await backend.run(plan);
    return { kind: 'judged', reach, verdict: verdictOn(plan, observation, runner) };
  } catch (error) {
    if (error instanceof HarnessFault || !(error instanceof Error)) throw error;
    return { kind: 'skipped', reason: error.name };
  }
}
