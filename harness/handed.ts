// Reads what the recording program logged: the data that the system program hands to account-compression for indexers.
import { PublicKey } from '@solana/web3.js';
import type { Emitted, Handed } from '../spec/handed';
import { ACCOUNT_COMPRESSION } from './addresses';
import { decodeHanded, undecodable } from './handed-data';
import { readOr } from './unreadable';

const KEY = 32;
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
  recordedIn(logs)?.map(({ data, keys }) =>
    readOr(
      () => decodeHanded(data, keys),
      () => undecodable(data),
    ),
  ) ?? null;

const keysIn = (keys: Buffer): readonly string[] =>
  Array.from({ length: keys.length / KEY }, (_, at) =>
    new PublicKey(keys.subarray(at * KEY, (at + 1) * KEY)).toBase58(),
  );

/** The same before it is decoded. */
export const emittedIn = (logs: readonly string[]): Emitted[] | null =>
  recordedIn(logs)?.map(({ data, keys }) => ({ data: data.toString('hex'), accounts: keysIn(keys) })) ?? null;
