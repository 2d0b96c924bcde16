// Decodes what the system program hands to account-compression, by the public definition of insert-into-queues.
import {
  NO_HEAD,
  type Handed,
  type HandedAddress,
  type HandedHead,
  type HandedLeaf,
  type HandedNullifier,
  type HandedSequence,
} from '../spec/handed';
import type { KeyRole } from '../spec/world';
import { readOutputAccount } from './compressed-account';
import { hex, list, take, u32, u64, u8, type Cursor } from './cursor';
import { roleOf } from './keys';

const KEY = 32;

/** What an index among trees and queues names. */
type KeyAt = (index: number) => KeyRole;

/** The authority and the registered program come before the trees and queues that indices count. */
const FIXED_ACCOUNTS = 2;

const keyIn =
  (keys: Buffer): KeyAt =>
  (index) =>
    roleOf(take({ data: keys, at: (FIXED_ACCOUNTS + index) * KEY }, KEY));

const readHead = (cursor: Cursor): HandedHead => ({
  instruction: hex(cursor, 8),
  isWhole: u32(cursor) === cursor.data.length - cursor.at,
  invokedByProgram: u8(cursor),
  bump: u8(cursor),
  queues: u8(cursor),
  outputQueues: u8(cursor),
  firstOutputQueue: u8(cursor),
  addressQueues: u8(cursor),
});

/** An output's leaf; its index stands in a list of its own. */
type Leaf = Omit<HandedLeaf, 'leafIndex'>;
const leaf =
  (keyAt: KeyAt) =>
  (cursor: Cursor): Leaf => ({ account: keyAt(u8(cursor)), hash: hex(cursor) });

const nullifier =
  (keyAt: KeyAt) =>
  (cursor: Cursor): HandedNullifier => ({
    hash: hex(cursor),
    leafIndex: u32(cursor),
    proveByIndex: u8(cursor) === 1,
    tree: keyAt(u8(cursor)),
    queue: keyAt(u8(cursor)),
  });

const address =
  (keyAt: KeyAt) =>
  (cursor: Cursor): HandedAddress => ({
    address: hex(cursor),
    tree: keyAt(u8(cursor)),
    queue: keyAt(u8(cursor)),
  });

const SEQUENCE = 80;
/** Unused room is zero. */
function sequence(cursor: Cursor): HandedSequence | null {
  const data = take(cursor, SEQUENCE);
  if (data.every((byte) => byte === 0)) return null;
  const at: Cursor = { data, at: 0 };
  return { tree: roleOf(take(at, KEY)), queue: roleOf(take(at, KEY)), kind: u64(at), sequence: u64(at) };
}

/**
 * Lists count in a byte, but the outputs of a context at the end in four.
 * @throws Unreadable where the data ends too early, or an index names no account.
 */
export function decodeHanded(data: Buffer, keys: Buffer): Handed {
  const cursor: Cursor = { data, at: 0 };
  const keyAt = keyIn(keys);
  const head = readHead(cursor);
  const transactionHash = hex(cursor);
  const leaves = list(cursor, leaf(keyAt), u8);
  const nullifiers = list(cursor, nullifier(keyAt), u8);
  const addresses = list(cursor, address(keyAt), u8);
  const sequences = {
    outputs: list(cursor, sequence, u8),
    inputs: list(cursor, sequence, u8),
    addresses: list(cursor, sequence, u8),
  };
  const indices = list(cursor, u32, u8);
  const contextOutputs = list(cursor, readOutputAccount, u32);
  return {
    head,
    transactionHash,
    leaves: leaves.map((each, i) => ({ ...each, leafIndex: indices[i] ?? -1 })),
    nullifiers,
    addresses,
    sequences,
    contextOutputs,
    trailingBytes: data.length - cursor.at,
  };
}

/** What is no instruction data of that kind. */
export const undecodable = (data: Buffer): Handed => ({
  head: NO_HEAD,
  leaves: [],
  nullifiers: [],
  addresses: [],
  sequences: { outputs: [], inputs: [], addresses: [] },
  contextOutputs: [],
  trailingBytes: 0,
  undecodable: data.toString('hex'),
});
