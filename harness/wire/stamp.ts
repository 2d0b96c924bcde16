// Makes each sending of a transaction unlike every other: its blockhash, and a counter that changes nothing.
import { COUNTER_LENGTH } from './caller-data';
import type { EncodedTransaction } from './transaction';

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+-';

/** What makes one sending of a transaction unlike every other. */
export type Stamp = { readonly blockhash: Buffer; readonly counter: number };
/** Where a stamp goes. */
export type Stampable = Pick<EncodedTransaction, 'bytes' | 'blockhashAt' | 'counterAt'>;

/** Fills in blockhash and counter; the counter repeats after 262,144 sendings, long after its blockhash died. */
export function stamp({ bytes, blockhashAt, counterAt }: Stampable, { blockhash, counter }: Stamp): Buffer {
  bytes.set(blockhash, blockhashAt);
  for (let i = 0; i < COUNTER_LENGTH; i++)
    bytes[counterAt + i] = DIGITS.charCodeAt((counter >> (6 * i)) & 63);
  return bytes;
}
