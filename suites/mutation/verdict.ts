// Whether a run would be red for what a mutant does with a case, given what the program under test does with it.
import type { CaseReference, Kill } from '../../spec/mutation';
import type { Verdict } from '../../spec/verdict';
import type { CaseOutcome } from '../case-outcome';
import type { RunnableClaim } from '../claims';
import { isDeviation, signatureOf } from '../tally';

/** How the deviations of a claim show that a baseline lists. */
export type Known = (claim: string) => ReadonlySet<string>;

/** What a verdict says in short. */
export type Signed = Pick<CaseReference, 'kind' | 'expected' | 'observed'>;

type About = { readonly claim: RunnableClaim; readonly index: number };

/** One case of a few is no share of all. */
const FEWEST = 2;

const OBSERVED: ReadonlySet<Verdict['kind']> = new Set(['observed-changed']);
const STOPPED = 'panic';

/** A kill as it is told. */
export const killOf = ({ claim, index }: About, { verdict }: Pick<CaseOutcome, 'verdict'>): Kill => {
  const { kind, expected, observed } = verdict;
  return {
    ...{ claim: claim.id, index, verdict: kind, expected, observed },
    isObserved: claim.rule?.provenance === 'observed' || OBSERVED.has(kind),
    hasStopped: observed.endsWith(STOPPED),
  };
};

/** A deviation that is not the one that was there before, and not one that the baseline lists for the claim. */
export const isNoticed = (before: Signed, now: Verdict, known: ReadonlySet<string>): boolean =>
  isDeviation(now) && signatureOf(now) !== signatureOf(before) && !known.has(signatureOf(now));

/** How often a case showed each listed deviation before, and which of them the mutant still shows. */
export type Listed = {
  readonly before: Map<string, { readonly first: number; readonly sign: Signed; count: number }>;
  readonly still: Set<string>;
};
export const nothingListed = (): Listed => ({ before: new Map(), still: new Set() });

/** Notes down one case of a claim. */
export function noteListed(
  { before, still }: Listed,
  known: ReadonlySet<string>,
  { index, was, now }: { readonly index: number; readonly was: Signed; readonly now: Signed },
): void {
  still.add(signatureOf(now));
  const signature = signatureOf(was);
  if (!known.has(signature)) return;
  const found = before.get(signature) ?? { first: index, sign: was, count: 0 };
  found.count += 1;
  before.set(signature, found);
}

/**
 * A listed deviation that was there in several cases and is in none any more: the gate of a run would call the baseline
 * stale. Not of a sweep, whose deviation counts as there while its own witness shows it.
 */
export function vanished({ before, still }: Listed, claim: RunnableClaim): Kill | null {
  if (claim.kind === 'sweep') return null;
  const gone = [...before].find(([signature, { count }]) => count >= FEWEST && !still.has(signature));
  if (gone === undefined) return null;
  const { first, sign } = gone[1];
  return {
    ...{ claim: claim.id, index: first, verdict: 'stale', expected: sign.expected, observed: sign.observed },
    isObserved: claim.rule?.provenance === 'observed' || sign.kind === 'observed-changed',
    hasStopped: false,
  };
}

/** In a full run a rule has 310 cases and needs 300 with accepted twins. */
const SPARE = 10 / 310;

/** Whether so many of a claim's cases lost their twins that the rule would fall below its floor. */
export const isStarved = (lost: number, cases: number): boolean => lost >= FEWEST && lost > SPARE * cases;
