// The next baseline of a version, from a report: what stays keeps its reason, what is new takes one from another version if it can.
import { fenceOf } from '../spec/fences';
import type { Baseline, BaselineEntry } from '../spec/result';
import { makeBaseline, saidBeside } from './baseline';
import { NO_REASON } from './baseline-reason';
import { isDeviation } from './findings';
import { withoutPlace } from './outcome-names';
import type { Report } from './report-types';

type Key = Pick<BaselineEntry, 'rule' | 'status' | 'verdict' | 'expected' | 'observed'>;

const partIn = (expected: string): string => expected.slice(withoutPlace(expected).length);

/** The same outcome in the same part of a rule: what explains one part says nothing about another. */
const same = (a: Key, b: Key): boolean =>
  a.rule === b.rule &&
  a.status === b.status &&
  a.verdict === b.verdict &&
  a.observed === b.observed &&
  partIn(a.expected) === partIn(b.expected);

/** Where reasons come from: this version's last baseline first, then the others in order. */
export type Sources = { readonly before: Baseline | null; readonly others: readonly Baseline[] };

function explained(entry: BaselineEntry, { before, others }: Sources): BaselineEntry {
  if (entry.reason !== NO_REASON) return entry;
  const known = [...(before === null ? [] : [before]), ...others]
    .flatMap(({ deviations }) => deviations)
    .find((one) => same(one, entry) && one.reason !== NO_REASON);
  if (known === undefined) return entry;
  // A last day was decided for the other version alone.
  return { ...entry, reason: known.reason, ...(known.link !== undefined && { link: known.link }) };
}

/** Every deviation of a rule that has a fence puts it up. */
function fenced(entry: BaselineEntry): BaselineEntry {
  const { rule, status, verdict, expected, observed, reason, witness } = entry;
  const fence = status === 'deviates' ? fenceOf(rule) : undefined;
  const bare = { rule, status, verdict, expected, observed, reason, ...saidBeside(entry), witness };
  return fence === undefined ? bare : { ...bare, fence: fence.rule };
}

const ranIn = ({ rules, sweeps, laws }: Report): ReadonlySet<string> =>
  new Set([...rules, ...sweeps, ...laws].filter(({ executed }) => executed > 0).map(({ id }) => id));

/** What was not asked about, though the report may not know it. */
export type Unasked = {
  /** Whether a claim lies in an area that the run does not speak about at all. */
  readonly isOutside: (claim: string) => boolean;
  /** Claims that were not chosen: rules and laws, and sweeps, which no report lists that did not run. */
  readonly unselected: ReadonlySet<string>;
};

const NOTHING_UNASKED: Unasked = { isOutside: () => false, unselected: new Set() };

/** Entries of claims that a filtered run left out, and of areas that it does not speak about. */
function untouched<T extends { readonly rule: string }>(
  report: Report,
  before: readonly T[],
  { isOutside, unselected }: Unasked,
): readonly T[] {
  const ran = ranIn(report);
  const known = new Set([...report.rules, ...report.laws].map(({ id }) => id));
  return before.filter(
    ({ rule }) => !ran.has(rule) && (known.has(rule) || unselected.has(rule) || isOutside(rule)),
  );
}

/** The baseline with what the report knows nothing of as it was before, behind what it ran. */
export const withUntouched = (
  report: Report,
  made: Baseline,
  { before, unasked }: { readonly before: Baseline | null; readonly unasked: Unasked },
): Baseline => ({
  ...made,
  deviations: [...made.deviations, ...untouched(report, before?.deviations ?? [], unasked)],
  observed: [...made.observed, ...untouched(report, before?.observed ?? [], unasked)],
});

/** The baseline that makes the report's run green, as far as every entry has a reason. */
export function nextBaseline(report: Report, sources: Sources, unasked: Unasked = NOTHING_UNASKED): Baseline {
  const { before } = sources;
  const made = makeBaseline(report, before);
  const deviations = made.deviations.map((entry) => fenced(explained(entry, sources)));
  return withUntouched(report, { ...made, deviations }, { before, unasked });
}

/** The fences that a report asks for: of the rules that ran, those that deviate; of the others, those that were up. */
export function fencesAskedBy(report: Report, up: ReadonlySet<string>): ReadonlySet<string> {
  const ran = ranIn(report);
  const deviating = report.rules.filter(({ findings }) => findings.some(isDeviation)).map(({ id }) => id);
  return new Set([
    ...deviating.filter((id) => fenceOf(id) !== undefined),
    ...[...up].filter((fence) => !ran.has(fence)),
  ]);
}

const name = ({ rule, status, verdict, expected, observed }: BaselineEntry): string =>
  status === 'unreached'
    ? `${rule}: unreached, ${observed} instead`
    : `${rule}: ${verdict}, expected ${expected}, observed ${observed}`;

const missingFrom = <T>(
  all: readonly T[],
  others: readonly T[],
  nameOf: (one: T) => string,
): readonly T[] => {
  const known = new Set(others.map(nameOf));
  return all.filter((one) => !known.has(nameOf(one)));
};

const codeName = ({ rule, raised }: Baseline['observed'][number]): string => `${rule}: ${raised}`;

const fencesIn = (baseline: Baseline | null): readonly string[] => [
  ...new Set(baseline?.deviations.flatMap(({ fence }) => fence ?? []) ?? []),
];

/** An entry that took another's place: of the same rule, with another outcome. */
export type Changed = { readonly before: BaselineEntry; readonly after: BaselineEntry };
export type EntryChanges = {
  readonly fresh: readonly BaselineEntry[];
  readonly gone: readonly BaselineEntry[];
  readonly changed: readonly Changed[];
};

/** Entries that came, went, or went while another of the same rule came. */
export function entryChanges(before: Baseline | null, after: Baseline): EntryChanges {
  const old = before?.deviations ?? [];
  const gone = [...missingFrom(old, after.deviations, name)];
  const fresh: BaselineEntry[] = [];
  const changed: Changed[] = [];
  for (const entry of missingFrom(after.deviations, old, name)) {
    const at = gone.findIndex(({ rule }) => rule === entry.rule);
    const [former] = at < 0 ? [] : gone.splice(at, 1);
    if (former === undefined) fresh.push(entry);
    else changed.push({ before: former, after: entry });
  }
  return { fresh, gone, changed };
}

/** What an entry lists, in words, without its rule. */
export const outcomeName = (entry: BaselineEntry): string => name(entry).slice(entry.rule.length + 2);

/** What is another than before, one line each, in words; nothing where nothing is. */
export function changesInWords(before: Baseline | null, after: Baseline): readonly string[] {
  const { fresh, gone, changed } = entryChanges(before, after);
  const fences = [fencesIn(before), fencesIn(after)] as const;
  const itself = (text: string): string => text;
  return [
    ...fresh.map((entry) => `new       ${name(entry)}`),
    ...changed.map((one) => `changed   ${name(one.before)}; now ${outcomeName(one.after)}`),
    ...gone.map((entry) => `vanished  ${name(entry)}`),
    ...missingFrom(fences[1], fences[0], itself).map((fence) => `fence up    ${fence}`),
    ...missingFrom(fences[0], fences[1], itself).map((fence) => `fence down  ${fence}`),
    ...missingFrom(after.observed, before?.observed ?? [], codeName).map((c) => `freezes   ${codeName(c)}`),
    ...missingFrom(before?.observed ?? [], after.observed, codeName).map((c) => `releases  ${codeName(c)}`),
  ];
}

/** The entries that still need a reason. */
export const unexplained = ({ deviations }: Baseline): readonly string[] =>
  deviations.filter(({ reason }) => reason === NO_REASON).map(name);
