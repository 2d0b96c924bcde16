// Reads what a transaction did to a v2 state tree: how much it nullified, and whether anything else changed.
import type { ObservedNullified } from '../spec/outcome';
import { chainsAt, growth, type Batches } from './batches';
import type { Change } from './execution';
import { sameIn, sized, strayByte, type Pair, type Range } from './frozen';
import { BATCH, TREE_V2, u64 } from './tree-layout';
import { readOr } from './unreadable';

const BITS = 8;
/** Bytes that are compared natively before one is looked at: a value sets a few bits of thousands of bytes. */
const STRIDE = 1024;

/** How many bits of a range were set; undefined where one was cleared. */
export function bitsSet(pair: Pair, { from, to }: Range): number | undefined {
  if (sameIn(pair, { from, to })) return 0;
  let count = 0;
  for (let at = from; at < to; at += STRIDE) {
    const part = { from: at, to: Math.min(at + STRIDE, to) };
    const more = sameIn(pair, part) ? 0 : bitsSetIn(pair, part);
    if (more === undefined) return undefined;
    count += more;
  }
  return count;
}

function bitsSetIn({ before, now }: Pair, { from, to }: Range): number | undefined {
  let count = 0;
  for (let i = from; i < to; i++) {
    const [was = 0, is = 0] = [before[i], now[i]];
    if ((was & ~is) !== 0) return undefined;
    for (let rest = was ^ is; rest !== 0; rest &= rest - 1) count++;
  }
  return count;
}

/** The filters lie in front of the hash chains; each nullified value sets a few bits of its batch's, and clears none. */
export function filtersOf(batches: Batches): {
  readonly ranges: readonly Range[];
  readonly perValue: number;
} {
  const { pair, at } = batches;
  const bytes = u64(pair.now, at + BATCH.filterBits) / BITS;
  const first = chainsAt(batches) - 2 * bytes;
  return {
    ranges: [sized(first, bytes), sized(first + bytes, bytes)],
    perValue: u64(pair.now, at + BATCH.filterRounds),
  };
}

/** What does not look like a state tree any more. */
const UNREADABLE: ObservedNullified = { count: 0, stray: 'its size, or what its batches say of themselves' };

function nullifiedOf(pair: Pair): ObservedNullified {
  const batches = { pair, at: TREE_V2.batches };
  const count = u64(pair.now, TREE_V2.nextIndex) - u64(pair.before, TREE_V2.nextIndex);
  const { grown, ranges } = growth(batches);
  const filters = filtersOf(batches);
  const open = filters.ranges.filter((_, batch) => (grown[batch] ?? 0) > 0);
  const isFilterRight = filters.ranges.every((range, batch) => {
    const more = grown[batch] ?? 0;
    return more <= 0 || (bitsSet(pair, range) ?? Infinity) <= more * filters.perValue;
  });
  const isCounted = grown.reduce((sum, more) => sum + more, 0) === count;
  const allowed = [sized(TREE_V2.nextIndex, 8), ...ranges, ...open];
  const stray = !isFilterRight
    ? 'a bloom filter, by more bits than were due'
    : !isCounted
      ? 'what its batches have taken, by another number than its next index'
      : strayByte(pair, allowed);
  return { count, stray };
}

/** Of a v2 state tree whose data changed. */
export function nullifiedIn({ before, now }: Change): ObservedNullified {
  const pair = { before: before.data, now: now.data };
  if (pair.before.length !== pair.now.length) return UNREADABLE;
  return readOr(
    () => nullifiedOf(pair),
    () => UNREADABLE,
  );
}
