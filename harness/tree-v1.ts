// What of a v1 state tree is not as appending leaves leaves it, by its public definition.
import { sized, strayByte, type Pair, type Range } from './frozen';
import { HASH, hexAt, TREE_V1, u64 } from './tree-layout';
import { Unreadable } from './unreadable';

/** A changelog entry is a path of optional hashes from the leaf up, padded, and the leaf's index. */
export const entrySize = (height: number): number => Math.ceil((height * (1 + HASH)) / 8) * 8 + 8;

/** A list that goes on at its start when it is full. */
type Ring = { readonly at: number; readonly size: number; readonly capacity: number; readonly last: number };

/** The places behind the last one. */
const pushed = ({ at, size, capacity, last }: Ring, count: number): Range[] =>
  Array.from({ length: count }, (_, i) => sized(at + ((last + 1 + i) % capacity) * size, size));

/** The nodes above the new leaves that the tree keeps, by levels from below the root. */
function canopyRanges(canopy: number, { height, depth, first, next }: Shape): Range[] {
  return Array.from({ length: depth }, (_, i) => {
    const level = canopy + (2 ** (i + 1) - 2) * HASH;
    const nodeOf = (leaf: number): number => level + Math.floor(leaf / 2 ** (height - 1 - i)) * HASH;
    return { from: nodeOf(first), to: nodeOf(next - 1) + HASH };
  });
}
type Shape = {
  readonly height: number;
  readonly depth: number;
  readonly first: number;
  readonly next: number;
};

/** The lists' places in the account. */
export function listsOf(data: Buffer): { changelog: number; roots: number; canopy: number } {
  const height = u64(data, TREE_V1.height);
  const changelog = TREE_V1.lists + height * HASH;
  const roots = changelog + u64(data, TREE_V1.changelogCapacity) * entrySize(height);
  return { changelog, roots, canopy: roots + u64(data, TREE_V1.rootsCapacity) * HASH };
}

/** More than any tree of Light Protocol has. */
export const MOST_LEVELS = 64;

/** @throws Unreadable for the height of no tree. */
function allowed({ before, now }: Pair, first: number, next: number): Range[] {
  const [height, depth, count] = [u64(now, TREE_V1.height), u64(now, TREE_V1.canopyDepth), next - first];
  if (height > MOST_LEVELS || depth > height) throw new Unreadable('The tree has too many levels.');
  const { changelog, roots, canopy } = listsOf(now);
  const ring = (at: number, size: number, field: number): Ring => ({
    at,
    size,
    capacity: u64(before, field),
    last: u64(before, field + TREE_V1.lastInList),
  });
  return [
    { from: TREE_V1.nextIndex, to: TREE_V1.filled },
    { from: TREE_V1.changelogCapacity + 8, to: TREE_V1.rootsCapacity },
    sized(TREE_V1.rootsCapacity + 8, 24),
    sized(TREE_V1.lists, height * HASH),
    ...pushed(ring(changelog, entrySize(height), TREE_V1.changelogCapacity), count),
    ...pushed(ring(roots, HASH, TREE_V1.rootsCapacity), count),
    ...canopyRanges(canopy, { height, depth, first, next }),
  ];
}

/** Which of the counters and the rightmost leaf does not follow from what was appended. */
function miscounted({ before, now }: Pair, count: number, last: string): string | null {
  const grew = u64(now, TREE_V1.sequence) - u64(before, TREE_V1.sequence);
  const moved = (field: number): boolean =>
    u64(now, field + TREE_V1.lastInList) ===
    (u64(before, field + TREE_V1.lastInList) + count) % u64(now, field);
  if (grew !== count) return `its sequence number, which grew by ${grew} and not ${count}`;
  if (!moved(TREE_V1.changelogCapacity)) return 'the index of its last changelog entry';
  if (!moved(TREE_V1.rootsCapacity)) return 'the index of its current root';
  return hexAt(now, TREE_V1.rightmost) === last ? null : 'its rightmost leaf';
}

/** The first thing that is not as appending these leaves from an index on leaves it. */
export function strayInTree(pair: Pair, first: number, appended: readonly string[]): string | null {
  const count = appended.length;
  if (count === 0) return strayByte(pair, []);
  return (
    miscounted(pair, count, appended.at(-1) ?? '') ?? strayByte(pair, allowed(pair, first, first + count))
  );
}
