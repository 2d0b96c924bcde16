// Whether the baseline knows what a guided plan did: the same outcome, one like it, or neither.
import type { GuidedFinding } from '../../spec/reach';
import type { Baseline, BaselineEntry } from '../../spec/result';
import type { VerdictKind } from '../../spec/verdict';
import { sameOutcome } from '../findings';
import { ACCEPTED, ANY_ERROR } from '../outcome-names';

/** `known`: the baseline lists this outcome; `alike`: one of its kind where partly the same was allowed; `new`: neither. */
export type Listing = 'known' | 'alike' | 'new' | 'runner-disagrees';

type Outcome = Pick<BaselineEntry, 'verdict' | 'expected' | 'observed'>;

const allowed = (expected: string): ReadonlySet<string> =>
  new Set(expected.split('|').filter((one) => one !== ANY_ERROR && one !== ACCEPTED));

function overlap(a: string, b: string): boolean {
  const others = allowed(b);
  return [...allowed(a)].some((one) => others.has(one));
}

/** Neither may ever happen, so that an entry about another plan says nothing of them. */
const NEVER_BEHIND: ReadonlySet<VerdictKind> = new Set(['panic', 'spurious-error']);

/** A demanded error that is known not to come: what comes in its place is whatever else was wrong. */
const isBehind = ({ verdict, expected }: Outcome, entry: BaselineEntry): boolean =>
  entry.observed === ACCEPTED && entry.expected === expected && !NEVER_BEHIND.has(verdict);

/** The same kind and observation as an entry's where an error was demanded that the entry's plan demanded too. */
const isOfItsKind = ({ verdict, expected, observed }: Outcome, entry: BaselineEntry): boolean =>
  entry.verdict === verdict && entry.observed === observed && overlap(entry.expected, expected);

/** What the baseline says of a finding. */
export function listingOf(
  { verdict: { kind, expected, observed }, isConfirmed }: GuidedFinding,
  baseline: Baseline | null,
): Listing {
  if (!isConfirmed) return 'runner-disagrees';
  const outcome = { verdict: kind, expected, observed };
  const entries = (baseline?.deviations ?? []).filter(({ status }) => status === 'deviates');
  if (entries.some((entry) => sameOutcome(entry, outcome))) return 'known';
  const isAlike = entries.some((entry) => isOfItsKind(outcome, entry) || isBehind(outcome, entry));
  return isAlike ? 'alike' : 'new';
}
