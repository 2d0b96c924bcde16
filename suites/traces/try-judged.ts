// Runs a plan with traces of the system program and judges it by the documents, as any plan of a sweep; says why where it cannot.
import { isNativeError } from 'node:util/types';
import { HarnessFault, PlanTooLarge } from '../../harness/errors';
import type { Reach } from '../../harness/trace/reach';
import type { TracedBackend } from '../../harness/trace/traced-backend';
import { InputError } from '../../programs/errors';
import type { Observation } from '../../spec/outcome';
import type { Plan } from '../../spec/plan';
import type { Verdict } from '../../spec/verdict';
import { askedIn } from '../asked';
import { judgePlan } from '../judge-plan';
import type { Runner } from '../runner';
import { judgedAs } from './judged-as';

/** A plan and the claim that its first ancestor is a case of. */
export type Origin = { readonly claim: string; readonly plan: Plan };

/** What the documents say of a plan as it ran, and the rules that it breaks or makes use of. */
export type Sentence = { readonly verdict: Verdict; readonly exercised: ReadonlySet<string> };
export type Judged = Sentence & { readonly kind: 'judged'; readonly reach: Reach };
/** No transaction can carry the plan: nothing was sent, and nobody is to blame. */
export type Skipped = { readonly kind: 'skipped'; readonly reason: string };
/** The suite itself failed: whatever the plan is, that must not happen. */
export type Failed = { readonly kind: 'failed'; readonly error: Error };

/** By the documents alone. */
export const sentenceOn = (origin: Origin, observation: Observation, runner: Runner): Sentence =>
  judgePlan(origin.plan, observation, askedIn({ id: judgedAs(origin), rule: null }, runner));

/** Node's words for a number that does not fit the field it is written to; reading behind the end says `offset`. */
const UNFIT_NUMBER = /^The value of "value" is out of range/;

const isUnsendable = (error: Error): boolean =>
  error instanceof PlanTooLarge ||
  error instanceof InputError ||
  (error.name === 'RangeError' && UNFIT_NUMBER.test(error.message));

/** What came of work on one plan. @throws HarnessFault when the validator fails. */
export async function attempted<T>(work: () => Promise<T>): Promise<T | Skipped | Failed> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof HarnessFault || !isNativeError(error)) throw error;
    return isUnsendable(error) ? { kind: 'skipped', reason: error.name } : { kind: 'failed', error };
  }
}

/**
 * Runs and judges a plan.
 * @throws HarnessFault when the validator fails.
 */
export const tryJudged = (
  backend: TracedBackend,
  runner: Runner,
  origin: Origin,
): Promise<Judged | Skipped | Failed> =>
  attempted(async () => {
    const { observation, reach } = await backend.run(origin.plan);
    return { kind: 'judged', reach, ...sentenceOn(origin, observation, runner) };
  });
