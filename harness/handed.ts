// Reads what the recording program logged: the data that the system program hands to account-compression for indexers.
import { PublicKey } from '@solana/web3.js';
import type { Emitted, Handed, HandedLeaf, HandedNullifier } from '../spec/outcome';
import type { KeyRole } from '../spec/world';
import { ACCOUNT_COMPRESSION } from './addresses';
import { readOutputAccount } from './compressed-account';
import { hex, list, take, u32, u8, type Cursor } from './cursor';
import { roleOf } from './keys';

const KEY = 32;

/** The layout is the public insert-into-queues definition: lists count in a byte, but the outputs at the end in four. */
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

const HEAD = 8 + 4;
const META = 38;
/** Six bytes, and the hash of the transaction. */
const TRANSACTION_HASH = HEAD + 6;
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
  const leaves = list(cursor, leaf(keyAt), u8);
  const nullifiers = list(cursor, nullifier(keyAt), u8);
  const addresses = list(cursor, (at) => hex(at, ADDRESS), u8).length;
  for (let i = 0; i < 3; i++) list(cursor, (at) => take(at, SEQUENCE), u8);
  const indices = list(cursor, u32, u8);
  const contextOutputs = list(cursor, readOutputAccount, u32);
  return {
    transactionHash: hex({ data, at: TRANSACTION_HASH }),
    leaves: leaves.map((each, i) => ({ ...each, leafIndex: indices[i] ?? -1 })),
    nullifiers,
    addresses,
    contextOutputs,
    trailingBytes: data.length - cursor.at,
  };
}

/** Of data that are no such definition nothing is read: all of it is left over. */
const unread = ({ length }: Buffer): Handed => ({
  ...{ leaves: [], nullifiers: [], addresses: 0, contextOutputs: [] },
  trailingBytes: length,
});

/** A wrong program hands on what ends too early. */
function read(data: Buffer, keys: Buffer): Handed {
  try {
    return decode(data, keys);
  } catch (error) {
    if (error instanceof RangeError) return unread(data);
    throw error;
  }
}

const RECORD = 'Program data: ';
const INVOKED = `Program ${ACCOUNT_COMPRESSION} invoke [`;

type Recorded = { readonly data: Buffer; readonly keys: Buffer };

function recordedIn(logs: readonly string[]): Recorded[] | null {
  if (logs.includes('Log truncated')) return null;
  return logs.flatMap((line, i) => {
    if (!line.startsWith(RECORD) || logs[i - 1]?.startsWith(INVOKED) !== true) return [];
    const [data = '', keys = ''] = line.slice(RECORD.length).split(' ');
    return [{ data: Buffer.from(data, 'base64'), keys: Buffer.from(keys, 'base64') }];
  });
}

/** What account-compression was handed, in order; null where the log was cut off, so that something may be missing. */
export const handedIn = (logs: readonly string[]): Handed[] | null =>
  recordedIn(logs)?.map(({ data, keys }) => read(data, keys)) ?? null;

const keysIn = (keys: Buffer): readonly string[] =>
  Array.from({ length: keys.length / KEY }, (_, at) =>
    new PublicKey(keys.subarray(at * KEY, (at + 1) * KEY)).toBase58(),
  );

/** The same before it is decoded. */
export const emittedIn = (logs: readonly string[]): Emitted[] | null =>
  recordedIn(logs)?.map(({ data, keys }) => ({ data: data.toString('hex'), accounts: keysIn(keys) })) ?? null;
