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

/** What the documents say of a plan as it ran, and the rules that it breaks or makes use of. */
export type Sentence = { readonly verdict: Verdict; readonly exercised: ReadonlySet<string> };
export type Judged = Sentence & { readonly kind: 'judged'; readonly reach: Reach };
export type Skipped = { readonly kind: 'skipped'; readonly reason: string };

/** By the documents alone. */
export const sentenceOn = (plan: Plan, observation: Observation, runner: Runner): Sentence =>
  judgePlan(plan, observation, askedIn({ id: JUDGED_AS, rule: null }, runner));

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
    const { verdict, exercised } = sentenceOn(plan, observation, runner);
    return { kind: 'judged', reach, verdict, exercised };
  } catch (error) {
    if (error instanceof HarnessFault || !(error instanceof Error)) throw error;
    return { kind: 'skipped', reason: error.name };
  }
}
