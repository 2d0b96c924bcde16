// Reads what a transaction did to the leaves of an output queue or a v1 state tree, whole account compared.
import type { ObservedLeaves } from '../spec/outcome';
import { isV1 } from '../spec/world';
import type { Change } from './execution';
import { BATCHES, hexAt, HASH, LIST_HEAD, nextIndex, QUEUE, TREE_V1, u64 } from './tree-layout';

type Pair = { readonly before: Buffer; readonly now: Buffer };
type Range = { readonly from: number; readonly to: number };

const sameIn = ({ before, now }: Pair, { from, to }: Range): boolean =>
  before.compare(now, from, to, from, to) === 0;

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

/** Everything in front of the next index, and between the batches' states and their leaves; the heads keep their capacity. */
function queueStays(pair: Pair, batches: readonly Values[]): boolean {
  const capacities = batches.map(({ from }) => ({ from: from - 8, to: from }));
  const fixed = [
    { from: 0, to: QUEUE.nextIndex },
    { from: QUEUE.batchesEnd, to: QUEUE.values },
    ...capacities,
  ];
  return fixed.every((range) => sameIn(pair, range));
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
  const strayBytes = !queueStays(pair, batches);
  return { first, appended: [...appended.values()], rewritten, root: null, strayBytes };
}

/** A changelog entry is a path of optional hashes from the leaf up, padded, and the leaf's index. */
const entrySize = (height: number): number => Math.ceil((height * (1 + HASH)) / 8) * 8 + 8;

/** A v1 tree keeps each appended leaf as the first hash of a changelog entry. */
function leavesOfTree({ before, now }: Pair, first: number, next: number): ObservedLeaves {
  const height = u64(now, TREE_V1.height);
  const [entries, size] = [u64(now, TREE_V1.changelogCapacity), entrySize(height)];
  const changelog = TREE_V1.lists + height * HASH;
  const roots = changelog + entries * size;
  const last = u64(before, TREE_V1.changelogLast);
  const leafAt = (i: number): string => hexAt(now, changelog + ((last + 1 + i) % entries) * size + 1);
  return {
    first,
    appended: Array.from({ length: next - first }, (_, i) => leafAt(i)),
    rewritten: new Map(),
    root: hexAt(now, roots + u64(now, TREE_V1.rootsLast) * HASH),
    strayBytes: !sameIn({ before, now }, { from: 0, to: TREE_V1.nextIndex }),
  };
}

/** Of an account that takes outputs and whose data changed but kept its size. */
export function leavesOf({ key, before, now }: Change): ObservedLeaves {
  const [first, next] = [nextIndex(key, before) ?? 0, nextIndex(key, now) ?? 0];
  const pair = { before: before.data, now: now.data };
  return isV1(key) ? leavesOfTree(pair, first, next) : leavesOfQueue(pair, first, next);
}
