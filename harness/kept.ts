// Reads what a v1 state tree keeps for later proofs: changelog entries of new leaves, filled subtrees, canopy.
import type { KeptForProofs, NotedLeaf } from '../spec/outcome';
import type { Hex } from '../spec/plan';
import type { Change } from './execution';
import { HASH, hexAt, TREE_V1, u64 } from './tree-layout';
import { entrySize, listsOf, MOST_LEVELS } from './tree-v1';
import { readOr, Unreadable } from './unreadable';

/** In front of each node of a path: whether there is one. */
const TAG = 1;
const INDEX = 8;

/** @throws RangeError for an entry that the account has no room for. */
function notedAt(data: Buffer, at: number, height: number): NotedLeaf {
  const path = Array.from({ length: height }, (_, level): Hex | null => {
    const place = at + level * (TAG + HASH);
    return data.readUInt8(place) === 0 ? null : hexAt(data, place + TAG);
  });
  return { leafIndex: data.readBigUInt64LE(at + entrySize(height) - INDEX), path };
}

function keptOf(before: Buffer, now: Buffer): KeptForProofs {
  const [height, depth] = [u64(now, TREE_V1.height), u64(now, TREE_V1.canopyDepth)];
  if (height > MOST_LEVELS || depth > height) throw new Unreadable('The tree has too many levels.');
  const { changelog, canopy } = listsOf(now);
  const [capacity, last] = [u64(now, TREE_V1.changelogCapacity), u64(before, TREE_V1.changelogLast)];
  const count = u64(now, TREE_V1.nextIndex) - u64(before, TREE_V1.nextIndex);
  if (!(count >= 0 && count <= capacity)) throw new Unreadable('There are more leaves than entries.');
  const leaf = u64(now, TREE_V1.nextIndex) - 1;
  return {
    noted: Array.from({ length: count }, (_, i) =>
      notedAt(now, changelog + ((last + 1 + i) % capacity) * entrySize(height), height),
    ),
    filled: Array.from({ length: height }, (_, level) => hexAt(now, TREE_V1.lists + level * HASH)),
    canopy: Array.from({ length: depth }, (_, i) => {
      const index = 2 ** (depth - i) - 2 + Math.floor(leaf / 2 ** (height - depth + i));
      return hexAt(now, canopy + index * HASH);
    }),
  };
}

const NOTHING: KeptForProofs = { noted: [], filled: [], canopy: [] };

/** Of a v1 state tree whose data changed; of one that is none any more nothing is told. */
export function keptIn({ before, now }: Change): KeptForProofs {
  if (before.data.length !== now.data.length) return NOTHING;
  return readOr(
    () => keptOf(before.data, now.data),
    () => NOTHING,
  );
}
