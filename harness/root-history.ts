// Where the public definitions of trees keep the roots that proofs may be about.
import { isV1, type KeyRole } from '../spec/world';
import { listsOf } from './tree-v1';
import { HASH, hexAt, TREE_V1, u64 } from './tree-layout';
import type { Stored } from './validator';

/** A v2 tree, of accounts or addresses: in front of the roots stand the last one's index, their number and the capacity. */
const TREE_V2 = { roots: 704, count: 688 } as const;
const COUNT_BEHIND_CAPACITY = 8;

const isAddressTreeV1 = (key: KeyRole): boolean => key === 'address-tree-v1';
const isTree = (key: KeyRole): boolean => key.startsWith('tree:') || key.startsWith('address-tree');

/** The root (32 bytes) at an index of an account's history; null for what has none there. */
export function rootIn(key: KeyRole, { data }: Stored, index: number): string | null {
  if (!isTree(key)) return null;
  const isOld = isV1(key) || isAddressTreeV1(key);
  const head = isOld ? TREE_V1.lists : TREE_V2.roots;
  if (data.length < head) return null;
  const count = u64(data, isOld ? TREE_V1.rootsCapacity + COUNT_BEHIND_CAPACITY : TREE_V2.count);
  const at = (isOld ? listsOf(data).roots : TREE_V2.roots) + index * HASH;
  return index < count && at + HASH <= data.length ? hexAt(data, at) : null;
}
