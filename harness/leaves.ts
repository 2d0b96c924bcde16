// Reads what a transaction did to the leaves of an output queue or a v1 state tree, whole account compared.
import type { ObservedLeaves } from '../spec/outcome';
import { isV1 } from '../spec/world';
import { growth, taken } from './batches';
import type { Change } from './execution';
import { sameIn, sized, strayByte, type Pair, type Range } from './frozen';
import { BATCHES, hexAt, HASH, LIST_HEAD, nextIndex, QUEUE, TREE_V1, u64 } from './tree-layout';
import { entrySize, listsOf, strayInTree } from './tree-v1';
import { readOr, Unreadable } from './unreadable';

/** The positions of 32-byte values in a range that differ; halves it natively, since most do not. */
function differing(pair: Pair, { from, to }: Range): number[] {
  if (from >= to || sameIn(pair, { from, to })) return [];
  if (to - from <= HASH) return [from];
  const middle = from + HASH * Math.ceil((to - from) / HASH / 2);
  return [...differing(pair, { from, to: middle }), ...differing(pair, { from: middle, to })];
}

type Values = Range & { readonly firstLeaf: number };

/** Where the leaves of each batch lie, and the index of its first one. */
function batchesOf(data: Buffer): Values[] {
  const size = u64(data, QUEUE.batchSize);
  const stride = LIST_HEAD + size * HASH;
  return Array.from({ length: BATCHES }, (_, i) => {
    const from = QUEUE.values + i * stride + LIST_HEAD;
    return { from, to: from + size * HASH, firstLeaf: i * size };
  });
}

/** Besides leaves, which are looked at one by one, only what follows from the growth of a batch may change. */
function strayInQueue(pair: Pair, batches: readonly Values[], count: number): string | null {
  const { grown, ranges } = growth({ pair, at: QUEUE.batches });
  const lengths = batches.map(({ from }) => sized(from - LIST_HEAD, 8));
  const isCounted = grown.reduce((sum, more) => sum + more, 0) === count;
  const isListed = batches.every(
    (_, i) => u64(pair.now, lengths[i]?.from ?? 0) === taken(pair.now, QUEUE.batches, i),
  );
  const allowed = [sized(QUEUE.nextIndex, 8), ...ranges, ...lengths, ...batches];
  if (!isCounted) return 'what its batches have taken, by another number than its next index';
  return isListed ? strayByte(pair, allowed) : 'the length of a list of leaves';
}

function leavesOfQueue(pair: Pair, first: number, next: number): ObservedLeaves {
  const appended = new Map<number, string>();
  const rewritten = new Map<number, string>();
  const batches = batchesOf(pair.now);
  for (const batch of batches) {
    const at = (leaf: number): number => batch.from + (leaf - batch.firstLeaf) * HASH;
    const end = batch.firstLeaf + (batch.to - batch.from) / HASH;
    for (let leaf = Math.max(first, batch.firstLeaf); leaf < Math.min(next, end); leaf++)
      appended.set(leaf, hexAt(pair.now, at(leaf)));
    for (const position of differing(pair, batch)) {
      const leaf = batch.firstLeaf + (position - batch.from) / HASH;
      if (!appended.has(leaf)) rewritten.set(leaf, hexAt(pair.now, position));
    }
  }
  const stray = strayInQueue(pair, batches, next - first);
  return { first, appended: [...appended.values()], rewritten, root: null, stray };
}

/** A v1 tree keeps each appended leaf as the first hash of a changelog entry. */
function leavesOfTree(pair: Pair, first: number, next: number): ObservedLeaves {
  const { before, now } = pair;
  const [entries, size] = [u64(now, TREE_V1.changelogCapacity), entrySize(u64(now, TREE_V1.height))];
  const { changelog, roots } = listsOf(now);
  const last = u64(before, TREE_V1.changelogLast);
  const leafAt = (i: number): string => hexAt(now, changelog + ((last + 1 + i) % entries) * size + 1);
  const appended = Array.from({ length: next - first }, (_, i) => leafAt(i));
  return {
    first,
    appended,
    rewritten: new Map(),
    root: hexAt(now, roots + u64(now, TREE_V1.rootsLast) * HASH),
    stray: strayInTree(pair, first, appended),
  };
}

/** What does not look like an account that takes outputs any more: nothing of it is told but that it changed. */
const unreadable = (first: number): ObservedLeaves => ({
  first,
  appended: [],
  rewritten: new Map(),
  root: null,
  stray: 'its size, or what it says of itself',
});

/** @throws Unreadable for leaves that the account has no room for. */
function requireRoom({ now }: Pair, first: number, next: number): void {
  if (!Number.isSafeInteger(next) || (next - first) * HASH > now.length)
    throw new Unreadable('There are more leaves than the account has room for.');
}

/** Of an account that takes outputs and whose data changed. */
export function leavesOf({ key, before, now }: Change): ObservedLeaves {
  const [first, next] = [nextIndex(key, before) ?? 0, nextIndex(key, now) ?? 0];
  const pair = { before: before.data, now: now.data };
  if (pair.before.length !== pair.now.length) return unreadable(first);
  return readOr(
    () => {
      requireRoom(pair, first, next);
      return isV1(key) ? leavesOfTree(pair, first, next) : leavesOfQueue(pair, first, next);
    },
    () => unreadable(first),
  );
}
