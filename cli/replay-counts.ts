// Counts what replayed cases showed, and says it at the end: how many deviate, and which of those the baseline lists.
import { EXIT } from '../report/exit-code';
import { entriesOf, isDeviation, sameOutcome } from '../report/findings';
import { plural } from '../report/terminal/text';
import type { Baseline, BaselineEntry } from '../spec/result';
import type { Verdict, VerdictKind } from '../spec/verdict';

/**
 * What the verdict means, and whether the runtimes agreed about the case or differed as is known; of a deviation, the
 * baseline's entry for it.
 */
export type Told = {
  readonly kind: VerdictKind;
  readonly agree: boolean;
  readonly listed?: BaselineEntry | null;
};

/** The entry for a deviation, null where there is none; nothing where no baseline is asked or nothing deviates. */
export function listing(
  rule: string,
  { kind: verdict, expected, observed }: Verdict,
  baseline: Baseline | null,
): Pick<Told, 'listed'> {
  if (baseline === null || !isDeviation({ verdict })) return {};
  const entries = entriesOf(baseline, rule);
  return { listed: entries.find((entry) => sameOutcome(entry, { verdict, expected, observed })) ?? null };
}

export type Counts = {
  replayed: number;
  deviating: number;
  /** Of those that deviate, how many the baseline lists and how many it does not; neither without one. */
  listed: number;
  unlisted: number;
  /** They say nothing. */
  silent: number;
  /** The runtimes do not agree about them. */
  apart: number;
  pairs: number;
  /** Pairs that are not as recorded. */
  otherPairs: number;
};

export const newCounts = (): Counts => ({
  replayed: 0,
  deviating: 0,
  listed: 0,
  unlisted: 0,
  silent: 0,
  apart: 0,
  pairs: 0,
  otherPairs: 0,
});

/** The documents do not speak about the plan, or no packet carries it; or it was made from a plan that is not valid itself. */
const SILENT: ReadonlySet<VerdictKind> = new Set(['unspecified', 'inconclusive']);

/** Counts one replayed case. */
export function count(counts: Counts, { kind, agree, listed }: Told): void {
  counts.replayed++;
  if (listed !== undefined) counts[listed === null ? 'unlisted' : 'listed']++;
  if (!agree) counts.apart++;
  if (SILENT.has(kind) && agree) counts.silent++;
  else if (kind !== 'match' || !agree) counts.deviating++;
}

/** The sentences behind all cases. */
export function countsText({ replayed, pairs, ...counts }: Counts): string {
  const { deviating, listed, unlisted, silent, otherPairs } = counts;
  const known = listed + unlisted === 0 ? '' : ` (the baseline lists ${listed}, ${unlisted} it does not)`;
  const saysNothing =
    silent === 0 ? '' : `; ${silent} ${silent === 1 ? 'says' : 'say'} nothing (unspecified or inconclusive)`;
  return [
    ...(replayed === 0
      ? []
      : [`${replayed} replayed, ${deviating} not as documented${known}${saysNothing}.\n`]),
    ...(pairs === 0
      ? []
      : [`${plural(pairs, 'case')} of two broken rules replayed, ${otherPairs} not as recorded.\n`]),
  ].join('');
}

/** Where the runtimes disagree, nothing is known of the program: as in a run, that is a fault. What is listed deviates all the same. */
export function exitCodeOf({ deviating, silent, apart, otherPairs }: Counts): number {
  if (apart > 0) return EXIT.fault;
  if (deviating + otherPairs > 0) return EXIT.nonconformance;
  return silent > 0 ? EXIT.vacuous : EXIT.green;
}
