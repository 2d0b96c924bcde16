// Finds a small case that shows a change on both builds.
import { differenceOf } from '../../report/compare/difference';
import { ACCEPTED } from '../../report/outcome-names';
import type { Change, Sight } from '../../spec/comparison';
import type { Case } from '../../spec/verdict';
import { shrinkPlan } from '../../suites/shrink/shrink-plan';
import type { Both, Sights } from './both';

const TRIES = 120;

const raises = (sight: Sight, error: string): boolean => sight.some(({ outcome }) => outcome === error);

/** Whether a plan's sights show the change, too. */
function shows({ kind, before, after }: Change, sights: Sights): boolean {
  if (kind === 'reachable') return raises(sights.after, after) && !raises(sights.before, after);
  if (kind === 'unreachable') return raises(sights.before, before) && !raises(sights.after, before);
  const found = differenceOf(sights.before, sights.after);
  const sameKind = found?.kind === kind || (kind === 'order' && found?.kind === 'code');
  return sameKind && found?.before === before && found.after === after;
}

type Shown = Sights & { readonly exercised: ReadonlySet<string>; readonly isTwinFine: boolean };
const NOTHING: ReadonlySet<string> = new Set();

const isAccepted = (sight: Sight): boolean => sight.every(({ outcome }) => outcome === ACCEPTED);

/** Whether both builds accept the plan that a case was made from: then the change comes from the one difference. */
async function isTwinFine(both: Both, claim: string, { twin }: Case): Promise<boolean> {
  if (twin === null) return true;
  const { before, after } = await both.lookAt(claim, twin);
  return isAccepted(before) && isAccepted(after);
}

/** The first case of a change, made smaller while it shows the same; with no tries, as it is. */
export async function showChange(both: Both, change: Change, tries = TRIES): Promise<Case> {
  const { claim, first } = change;
  const generated = await both.caseOf(claim, first);
  if (tries === 0) return generated;
  const run = async (one: Case): Promise<Shown> => ({
    ...(await both.lookAt(claim, one.plan)),
    exercised: NOTHING,
    isTwinFine: await isTwinFine(both, claim, one),
  });
  const outcome = await run(generated);
  const wanted = (shown: Shown): boolean => shows(change, shown) && (shown.isTwinFine || !outcome.isTwinFine);
  if (!wanted(outcome)) return generated;
  return (await shrinkPlan<Case, Shown>({ generated, outcome }, { run, wanted, tries })).generated;
}
