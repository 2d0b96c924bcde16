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

/** What the documents say of a plan as it ran, and the rules that the transaction breaks or makes use of which the verdict is about. */
export type Sentence = { readonly verdict: Verdict; readonly exercised: ReadonlySet<string> };
export type Judged = Sentence & { readonly kind: 'judged'; readonly reach: Reach };
/** No transaction can carry the plan: nothing was sent, and nobody is to blame. */
export type Skipped = { readonly kind: 'skipped'; readonly reason: string };
/** The suite itself failed: whatever the plan is, that must not happen. */
export type Failed = { readonly kind: 'failed'; readonly error: Error };

/** By the documents alone. */
export function sentenceOn(origin: Origin, observation: Observation, runner: Runner): Sentence {
  const asked = askedIn({ id: judgedAs(origin), rule: null }, runner);
  const { verdict, exercisedThere } = judgePlan(origin.plan, observation, asked);
  return { verdict, exercised: exercisedThere };
}

/**
 * The harness says of a plan what it names or asks for that cannot be; a missing program, say, is no such thing. No
 * such plan runs, and each is a change that the generator better not made: they are counted by what was said.
 */
const UNFIT_PLAN = /^The plan (names|has|writes) /;

/** What differs from plan to plan of one kind. */
const PARTICULARS: readonly (readonly [RegExp, string])[] = [
  [/names an account \S+ that/, 'names an account that'],
  [/names \S+, which/, 'names an account, which'],
  [/has "[^"]*" where \d+/, 'has text where'],
  [/has the number \S+ where/, 'has a number where'],
  [/with \d+ accounts/, 'with many accounts'],
];

/** A sentence that is the same for all plans of one kind. */
const kindOf = ({ message }: Error): string =>
  PARTICULARS.reduce((text, [pattern, general]) => text.replace(pattern, general), message);

/** Node's words for a number that does not fit the field it is written to; reading behind the end says `offset`. */
const UNFIT_NUMBER = /^The value of "value" is out of range/;

/** Why no transaction can carry a plan; null for an error of the suite itself. */
function unsendable(error: Error): string | null {
  if (error instanceof InputError) return UNFIT_PLAN.test(error.message) ? kindOf(error) : null;
  const isUnfit = error.name === 'RangeError' && UNFIT_NUMBER.test(error.message);
  return error instanceof PlanTooLarge || isUnfit ? error.name : null;
}

/** What came of work on one plan. @throws HarnessFault when the validator fails. */
export async function attempted<T>(work: () => Promise<T>): Promise<T | Skipped | Failed> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof HarnessFault || !isNativeError(error)) throw error;
    const reason = unsendable(error);
    return reason === null ? { kind: 'failed', error } : { kind: 'skipped', reason };
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
