// Reads what the recording program logged: the data that the system program hands to account-compression for indexers.
import type { Handed, HandedLeaf, HandedNullifier, StoredOutput } from '../spec/outcome';
import type { KeyRole } from '../spec/world';
import { ACCOUNT_COMPRESSION } from './addresses';
import { readPattern } from './context-entries';
import { roleOf } from './keys';

/** A place in the data that moves on as fields are taken; the layout is the public insert-into-queues definition. */
type Cursor = { readonly data: Buffer; at: number };

function take(cursor: Cursor, length: number): Buffer {
  const { data, at } = cursor;
  if (at + length > data.length) throw new RangeError('The recorded data ends too early.');
  cursor.at += length;
  return data.subarray(at, at + length);
}

const KEY = 32;
const hex = (cursor: Cursor, length = KEY): string => take(cursor, length).toString('hex');
const u8 = (cursor: Cursor): number => take(cursor, 1).readUInt8();
const u32 = (cursor: Cursor): number => take(cursor, 4).readUInt32LE();

/** Lists have their number of items in front: a byte, but for the outputs at the end, which have four. */
function list<T>(cursor: Cursor, item: (cursor: Cursor) => T, countOf = u8): T[] {
  const count = countOf(cursor);
  return Array.from({ length: count }, () => item(cursor));
}

const option = <T>(cursor: Cursor, item: (cursor: Cursor) => T): T | null =>
  u8(cursor) === 0 ? null : item(cursor);

type KeyAt = (index: number) => KeyRole;

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

const output = (cursor: Cursor): StoredOutput => ({
  owner: roleOf(take(cursor, KEY)),
  lamports: take(cursor, 8).readBigUInt64LE(),
  address: option(cursor, hex),
  data: option(cursor, () => ({
    discriminator: hex(cursor, 8),
    bytes: readPattern(take(cursor, u32(cursor))),
    dataHash: hex(cursor),
  })),
  treeIndex: u8(cursor),
});

const HEAD = 8 + 4;
const META = 38;
const ADDRESS = 34;
const SEQUENCE = 80;
/** The authority and the registered program come before the trees and queues that indices count. */
const FIXED_ACCOUNTS = 2;

function decode(data: Buffer, keys: Buffer): Handed {
  const cursor: Cursor = { data, at: HEAD + META };
  const keyAt: KeyAt = (index) => {
    const at = (FIXED_ACCOUNTS + index) * KEY;
    return roleOf(keys.subarray(at, at + KEY));
  };
  const leaves = list(cursor, leaf(keyAt));
  const nullifiers = list(cursor, nullifier(keyAt));
  const addresses = list(cursor, (at) => hex(at, ADDRESS)).length;
  for (let i = 0; i < 3; i++) list(cursor, (at) => take(at, SEQUENCE));
  const indices = list(cursor, u32);
  const contextOutputs = list(cursor, output, u32);
  return {
    leaves: leaves.map((each, i) => ({ ...each, leafIndex: indices[i] ?? -1 })),
    nullifiers,
    addresses,
    contextOutputs,
    trailingBytes: data.length - cursor.at,
  };
}

const RECORD = 'Program data: ';
const INVOKED = `Program ${ACCOUNT_COMPRESSION} invoke [`;

/** What account-compression was handed, in order; null where the log was cut off, so that something may be missing. */
export function handedIn(logs: readonly string[]): Handed[] | null {
  if (logs.includes('Log truncated')) return null;
  return logs.flatMap((line, i) => {
    if (!line.startsWith(RECORD) || logs[i - 1]?.startsWith(INVOKED) !== true) return [];
    const [data = '', keys = ''] = line.slice(RECORD.length).split(' ');
    return [decode(Buffer.from(data, 'base64'), Buffer.from(keys, 'base64'))];
  });
}
