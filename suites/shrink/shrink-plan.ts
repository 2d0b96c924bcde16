// Makes a case smaller by its plan's value alone, whatever generated it: takes parts out while the outcome stays.
import { diffPlans } from '../../report/diff';
import { firstDifference } from '../../report/difference';
import type { Plan } from '../../spec/plan';
import type { Case } from '../../spec/verdict';
import type { CaseOutcome } from '../case-outcome';
import { closerToTwin, cutRemaining } from './accounts';
import { cutCallAccounts, cutCallSteps } from './calls';
import type { Edit } from './edit';
import {
  cutAccountsBefore,
  cutEntries,
  cutInstructions,
  cutTransactions,
  mergeTransactions,
} from './structure';
import { ANYWHERE, isSameStory, type Origin, type Touched } from './same-story';
import { foldWrites } from './fold-writes';
import { plainInvocations, plainNames, plainTransactions } from './values';

/** Edits by the plan's own parts; where those that its twin has are what counts, by the twin's. */
type Pass = (plan: Plan, twin: Plan | null) => readonly Edit[];

/** Large parts first, so that a long history falls to a few steps soon (delta debugging). */
const PASSES: readonly Pass[] = [
  ...[8, 4, 2, 1].map(cutTransactions),
  ...[4, 2, 1].map(cutInstructions),
  closerToTwin,
  foldWrites,
  cutAccountsBefore,
  cutCallSteps,
  cutCallAccounts,
  ...[8, 4, 2, 1].map(cutEntries),
  plainTransactions,
  plainInvocations,
  cutRemaining,
  plainNames,
  mergeTransactions,
];

/** What a smaller case is compared by besides what is wanted. */
type Touching = Touched;

export type Shrunk<T extends Case, O extends Touching = CaseOutcome> = {
  readonly generated: T;
  readonly outcome: O;
};

export type Shrinking<T extends Case, O extends Touching = CaseOutcome> = {
  readonly run: (generated: T) => Promise<O>;
  /** Whether a case still shows what the first one does. */
  readonly wanted: (outcome: O) => boolean;
  /** How many smaller cases may be run. */
  readonly tries: number;
  /** Where the first case came from. */
  readonly origin?: Origin;
};

const shapeOf = ({ transactions }: Plan): string =>
  transactions.map(({ instructions }) => instructions.length).join();

const isSame = (a: Plan, b: Plan): boolean => firstDifference(a, b) === null;

const distance = ({ plan, twin }: Case): number => (twin === null ? 0 : diffPlans(twin, plan).length);

/** The same change to plan and twin; null where it changes nothing, or leaves them further apart than they were. */
function edited<T extends Case>(before: T, edit: Edit): T | null {
  const plan = edit(before.plan);
  if (plan.transactions.length === 0 || isSame(plan, before.plan)) return null;
  const after = { ...before, plan, twin: before.twin === null ? null : edit(before.twin) };
  return distance(after) <= distance(before) ? after : null;
}

/**
 * The smallest case found. Plan and twin get the same changes; where they do not have the same shape, the case stays.
 * The same case and outcomes always give the same result.
 */
export async function shrinkPlan<T extends Case, O extends Touching = CaseOutcome>(
  first: Shrunk<T, O>,
  { run, wanted, tries, origin = ANYWHERE }: Shrinking<T, O>,
): Promise<Shrunk<T, O>> {
  const { plan, twin } = first.generated;
  if (twin !== null && shapeOf(twin) !== shapeOf(plan)) return first;
  let best = first;
  let left = tries;
  const attempt = async (edit: Edit): Promise<boolean> => {
    const generated = edited(best.generated, edit);
    if (generated === null) return false;
    left -= 1;
    const outcome = await run(generated);
    if (!wanted(outcome) || !isSameStory(first.outcome, outcome, origin)) return false;
    best = { generated, outcome };
    return true;
  };
  const editsOf = (pass: Pass): readonly Edit[] => pass(best.generated.plan, best.generated.twin);
  const sweep = async (pass: Pass): Promise<boolean> => {
    let found = false;
    let edits = editsOf(pass);
    for (let at = 0; at < edits.length && left > 0;) {
      const edit = edits[at];
      if (edit === undefined || !(await attempt(edit))) at += 1;
      else {
        found = true;
        edits = editsOf(pass);
      }
    }
    return found;
  };
  for (let progress = true; progress && left > 0;) {
    progress = false;
    for (const pass of PASSES) progress = (await sweep(pass)) || progress;
  }
  return best;
}
