// How long the mutants of a run took: wall time, so no part of the report.
import type { Tried } from './rows';

/** Seconds from asking a worker to its answer, all cases of a mutant together; null where there is no mutant. */
export type Seconds = {
  readonly median: number | null;
  readonly longest: number | null;
  readonly sum: number;
};

const rounded = (seconds: number): number => Math.round(100 * seconds) / 100;

/** Of each mutant the sum of its trials; the median is the lower one of two. */
export function secondsOf(tried: readonly Tried[]): Seconds {
  const each = tried.map(({ outcomes, comparison }) =>
    [...outcomes, ...(comparison ? [comparison] : [])].reduce((sum, { seconds }) => sum + seconds, 0),
  );
  const sorted = each.toSorted((a, b) => a - b).map(rounded);
  return {
    median: sorted[Math.floor((sorted.length - 1) / 2)] ?? null,
    longest: sorted.at(-1) ?? null,
    sum: rounded(each.reduce((sum, one) => sum + one, 0)),
  };
}

/** One line for the terminal. */
export const timeLine = ({ median, longest, sum }: Seconds): string =>
  median === null
    ? 'No mutant was timed.'
    : `A mutant took ${median} s (the median; the longest ${longest} s, all together ${sum} s of the workers' time).`;
