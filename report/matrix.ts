// Adds up how often each pair of expectation and observation occurred.
import type { MatrixEntry } from '../spec/result';

const keyOf = (entry: MatrixEntry): string => `${entry.expected}\n${entry.observed}\n${entry.verdict}`;

/** One entry per expectation, observation and verdict, in a fixed order. */
export function sumMatrix(entries: readonly MatrixEntry[]): readonly MatrixEntry[] {
  const sums = new Map<string, MatrixEntry>();
  for (const entry of entries) {
    const key = keyOf(entry);
    sums.set(key, { ...entry, count: entry.count + (sums.get(key)?.count ?? 0) });
  }
  return [...sums.keys()].sort().flatMap((key) => sums.get(key) ?? []);
}

/** Counts per observation, the most frequent first; what a failed twin showed is not an observation of the case. */
export function countObserved(
  entries: readonly MatrixEntry[],
): readonly { readonly observed: string; readonly count: number }[] {
  const counts = new Map<string, number>();
  for (const { observed, count, verdict } of entries) {
    if (verdict === 'inconclusive') continue;
    counts.set(observed, (counts.get(observed) ?? 0) + count);
  }
  return [...counts]
    .map(([observed, count]) => ({ observed, count }))
    .sort((a, b) => b.count - a.count || (a.observed < b.observed ? -1 : 1));
}
