// Where the public definitions of state trees and output queues keep leaves, indices and fees (bytes, little-endian).
import { isV1, nearTo, takesOutputs, type KeyRole } from '../spec/world';
import type { StoredFees } from '../spec/facts';
import type { Stored } from './validator';

export const HASH = 32;

/** A v2 output queue: metadata, then the leaves of two batches, then the hash chains of two batches. */
export const QUEUE = { batchSize: 240, nextIndex: 280, batches: 288, batchesEnd: 480, values: 552 } as const;

/** What stands in front of the items of each list in a queue: length and capacity, a u64 each. */
export const LIST_HEAD = 16;
export const BATCHES = 2;

/** A v2 state tree keeps the same state of two batches, for what was nullified. */
export const TREE_V2 = { nextIndex: 312, batches: 320 } as const;

/** The state of one batch: offsets in it, and its size. */
export const BATCH = {
  inserted: 0,
  state: 8,
  fullProofs: 16,
  filterRounds: 32,
  filterBits: 40,
  values: 48,
  proofSize: 56,
  slot: 80,
  slotIsSet: 92,
  size: 96,
} as const;

/** A v1 state tree: a concurrent Merkle tree with its lists, each with a length and the index of its last item. */
export const TREE_V1 = {
  height: 224,
  canopyDepth: 232,
  nextIndex: 240,
  sequence: 248,
  rightmost: 256,
  filled: 288,
  changelogCapacity: 304,
  changelogLast: 328,
  rootsCapacity: 336,
  rootsLast: 360,
  lastInList: 24,
  lists: 384,
} as const;

/** The metadata in front of all of them holds the fees; a v2 tree has one field more before it. */
const FEES = { rollover: 112, network: 128 } as const;
const TREE_V2_SHIFT = 8;
const TREES_V2 = ['tree:', 'address-tree'];

export const u64 = (data: Buffer, at: number): number => Number(data.readBigUInt64LE(at));
export const hexAt = (data: Buffer, at: number): string => data.toString('hex', at, at + HASH);

/** The fees that a tree or queue stores; none for an account too small to be one. */
export function feesIn(key: KeyRole, { data }: Stored): StoredFees {
  const isTreeV2 =
    TREES_V2.some((name) => nearTo(key).startsWith(name)) && !isV1(key) && key !== 'address-tree-v1';
  const shift = isTreeV2 ? TREE_V2_SHIFT : 0;
  if (data.length < FEES.network + shift + 8) return { rollover: 0n, network: 0n };
  const at = (field: number): bigint => data.readBigUInt64LE(field + shift);
  return { rollover: at(FEES.rollover), network: at(FEES.network) };
}

/** The next leaf index of an account that takes outputs; undefined for one too small to have one. */
export function nextIndex(key: KeyRole, { data }: Stored): number | undefined {
  const at = isV1(key) ? TREE_V1.nextIndex : QUEUE.nextIndex;
  return data.length < at + 8 ? undefined : u64(data, at);
}

const sequenceAt = (key: KeyRole): number => {
  if (isV1(key)) return TREE_V1.sequence;
  return takesOutputs(key) ? QUEUE.nextIndex : TREE_V2.nextIndex;
};

/** What indexers order the changes of a tree or queue by; 0 for an account too small to have it. */
export function sequenceIn(key: KeyRole, { data }: Stored): bigint {
  const at = sequenceAt(key);
  return data.length < at + 8 ? 0n : data.readBigUInt64LE(at);
}
