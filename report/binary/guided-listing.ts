// Whether the baseline knows what a guided plan did: the same outcome, one like it, or neither.
import { ruleById } from '../../spec/rules';
import type { GuidedFinding } from '../../spec/reach';
import type { Baseline, BaselineEntry } from '../../spec/result';
import type { Verdict, VerdictKind } from '../../spec/verdict';
import { sameOutcome } from '../findings';
import { ACCEPTED, ANY_ERROR, withoutPlace } from '../outcome-names';

/** `known`: an entry of one of its rules lists this outcome; `alike`: an entry explains it; `new`: neither. */
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

/** A mistake that is known to be answered with another error than its own. */
const OTHER_ERRORS: ReadonlySet<VerdictKind> = new Set(['wrong-code', 'undocumented-code']);

/**
 * A freedom that the program is known to refuse with just this error may come in front of what else is wrong in the
 * same transaction; so may a mistake that it is known to answer with it, where the verdict is about another. Which of
 * two comes first is not looked up here: `precedence` measures it.
 */
const isInFront = ({ kind, observed, because }: Verdict, entry: BaselineEntry): boolean => {
  if (entry.observed !== observed || NEVER_BEHIND.has(kind)) return false;
  const isMistake = OTHER_ERRORS.has(entry.verdict);
  return entry.verdict === 'spurious-error' || (isMistake && !because.includes(entry.rule));
};

/** The entries of rules that the verdict names; those of its sweep are about any of its plans. */
const entriesAbout = (
  { claim, judgedAs, verdict: { because } }: GuidedFinding,
  entries: readonly BaselineEntry[],
): readonly BaselineEntry[] => {
  const isSweep = (rule: string): boolean =>
    rule === judgedAs || (rule === claim && ruleById(rule) === undefined);
  return entries.filter(({ rule }) => because.includes(rule) || isSweep(rule));
};

/** What the baseline says of a finding. */
export function listingOf(finding: GuidedFinding, baseline: Baseline | null): Listing {
  if (!finding.isConfirmed) return 'runner-disagrees';
  const { kind: verdict, expected, observed } = finding.verdict;
  const outcome = { verdict, expected, observed };
  const entries = (baseline?.deviations ?? [])
    .filter(({ status }) => status === 'deviates')
    .map((entry) => ({ ...entry, expected: withoutPlace(entry.expected) }));
  const about = entriesAbout(finding, entries);
  if (about.some((entry) => sameOutcome(entry, outcome))) return 'known';
  if (about.some((entry) => isOfItsKind(outcome, entry) || isBehind(outcome, entry))) return 'alike';
  const used = new Set(finding.exercised);
  return entries.some((entry) => used.has(entry.rule) && isInFront(finding.verdict, entry)) ? 'alike' : 'new';
}
