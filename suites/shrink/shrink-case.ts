// Shrinks the case of one index: by its generator first, then by the plan's value.
import fc from 'fast-check';
import type { Generated } from '../../generators/breaking';
import type { CaseOutcome } from '../case-outcome';
import { judgedBy, seedOf, type ClaimRun } from '../claim-run';
import { runCase } from '../run-case';
import { shrinkPlan } from './shrink-plan';

/** A case with what came of it. */
export type Kept = { readonly generated: Generated; readonly outcome: CaseOutcome };
export type Search = {
  readonly index: number;
  readonly tries: number;
  readonly wanted: (outcome: CaseOutcome) => boolean;
  /** Together with those on the plan's value; left out where the generator's shrinking is enough. */
  readonly planTries?: number;
};

/** Nothing smaller is looked for. */
const AS_IT_IS: Pick<Search, 'tries' | 'planTries'> = { tries: 1 };

/** The smallest case found that still has the wanted outcome, starting from the case of that index. */
export const shrinkCase = async (
  run: ClaimRun,
  cases: fc.Arbitrary<Generated>,
  search: Search,
): Promise<Kept | null> => {
  const found: Kept[] = [];
  const { tries, planTries } = run.quick === true ? AS_IT_IS : search;
  let left = tries;
  const attempt = (generated: Generated): Promise<CaseOutcome> => {
    run.beforeCase?.(run.claim.id, search.index);
    return runCase(run.runner, generated, judgedBy(run));
  };
  const property = fc.asyncProperty(cases, async (generated) => {
    if (left <= 0) return true;
    left -= 1;
    const outcome = await attempt(generated);
    if (!search.wanted(outcome)) return true;
    found.push({ generated, outcome });
    return false;
  });
  await fc.check(property, {
    seed: seedOf(run.seed, run.claim.id),
    numRuns: 1,
    path: String(search.index),
    endOnFailure: tries === 1, // else every smaller case would be made, though none is tried
  });
  const kept = found.at(-1) ?? null;
  if (kept === null || planTries === undefined) return kept;
  const rest = planTries - (tries - left);
  const origin = { fences: run.fences, claim: run.claim.id };
  return shrinkPlan(kept, { run: attempt, wanted: search.wanted, tries: rest, origin });
};
