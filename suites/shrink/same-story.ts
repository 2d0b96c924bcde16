// Whether a smaller case tells the same story as the first: about the same rules, and behind the same fences.
import { ruleById } from '../../spec/rules';
import type { CaseOutcome } from '../case-outcome';

/** The rules that a case exercises; those of the verdict are told apart, since a history exercises many. */
export type Touched = Pick<CaseOutcome, 'exercised'> & {
  readonly verdict?: Pick<CaseOutcome['verdict'], 'because'>;
};

/** The claim that a case was made for, and the fences that were up. */
export type Origin = { readonly claim: string | null; readonly fences: ReadonlySet<string> };

export const ANYWHERE: Origin = { claim: null, fences: new Set() };

/** Every plan has effects, so that a new one makes no new story. */
const isNewStory = (id: string): boolean => ruleById(id)?.expects.kind !== 'effect';

const becauseOf = ({ verdict }: Touched): readonly string[] => verdict?.because ?? [];

/**
 * Beyond a fence lies a known deviation, which may look just as what was found: neither the case nor what its verdict
 * rests on may exercise the fence's rule where that of the first case did not.
 */
const leavesFence = (first: Touched, smaller: Touched, fences: Origin['fences']): boolean => {
  const before = new Set(becauseOf(first));
  const isBeyond = (id: string, known: ReadonlySet<string>): boolean => fences.has(id) && !known.has(id);
  return (
    [...smaller.exercised].some((id) => isBeyond(id, first.exercised)) ||
    becauseOf(smaller).some((id) => isBeyond(id, before))
  );
};

const losesItsRule = (first: Touched, { exercised }: Touched, claim: string | null): boolean =>
  claim !== null && first.exercised.has(claim) && !exercised.has(claim);

/**
 * A smaller case must not touch rules that the first did not, nor lose the rule that it was made for: that would be
 * another story with the same end.
 */
export const isSameStory = (first: Touched, smaller: Touched, { claim, fences }: Origin): boolean =>
  [...smaller.exercised].every((id) => first.exercised.has(id) || !isNewStory(id)) &&
  !leavesFence(first, smaller, fences) &&
  !losesItsRule(first, smaller, claim);
