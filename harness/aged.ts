// Gives trees and queues a past, where nothing is ever appended: a number of zero looks like one that nobody has written.
import { isV1, isV2AddressTree, treeNumber, type KeyRole } from '../spec/world';
import { QUEUE, TREE_V1, TREE_V2 } from './tree-layout';
import type { Stored } from './validator';

/** A number in an account, in bytes from its start: no byte of it that can count is zero, and each tree has its own. */
type Number64 = { readonly at: number; readonly value: bigint };

const APPENDED_V1 = 0x01_02_03_00n;
const APPENDED_V2 = 0x11_12_13_00n;
const CHANGED = 0x21_22_23_24_25_00n;

/** The v2 ones, which have no number in their name. */
const ADDRESS_TREES: readonly KeyRole[] = ['address-tree', 'address-tree-2'];
/** Beyond the number of any state tree. */
const FIRST_ADDRESS_TREE = 0x81;

function pastOf(key: KeyRole): readonly Number64[] {
  const own = BigInt(treeNumber(key) ?? FIRST_ADDRESS_TREE + ADDRESS_TREES.indexOf(key));
  const isTree = key.startsWith('tree:');
  if (isV1(key))
    return isTree
      ? [
          { at: TREE_V1.nextIndex, value: APPENDED_V1 + own },
          { at: TREE_V1.sequence, value: CHANGED + own },
        ]
      : [];
  if (isTree || isV2AddressTree(key)) return [{ at: TREE_V2.nextIndex, value: CHANGED + own }];
  return key.startsWith('queue:') ? [{ at: QUEUE.nextIndex, value: APPENDED_V2 + own }] : [];
}

/** The account as if more had happened to it: only its counters, so that it is of use where they are only read. */
export function aged([key, stored]: readonly [KeyRole, Stored]): [KeyRole, Stored] {
  const past = pastOf(key).filter(({ at }) => at + 8 <= stored.data.length);
  if (past.length === 0) return [key, stored];
  const data = Buffer.from(stored.data);
  for (const { at, value } of past) data.writeBigUInt64LE(value, at);
  return [key, { ...stored, data }];
}
