// The calling program's instruction data for one CPI, as programs/caller/wire.ts defines it, written in one go.
import { InputError } from '../../programs/errors';
import { newWriter, copied, putBytes, putU16, putU32, putU8, type Writer } from './writer';

/** One CPI: indices point into the calling program's own account list. */
export type Call = {
  readonly program: number;
  /** Two bytes each: index, and 1 for signer plus 2 for writable. */
  readonly metas: readonly { readonly index: number; readonly flags: number }[];
  /** The seeds of each PDA that signs. */
  readonly signers: readonly (readonly Uint8Array[])[];
  /** The CPI's data, or the account that holds `length` bytes of it. */
  readonly data: Uint8Array | { readonly account: number; readonly length: number };
};

export const SIGNER = 1;
export const WRITABLE = 2;
/** Characters of the counter that makes a transaction unique, logged by the outermost program. */
export const COUNTER_LENGTH = 3;
/** Where the counter lies in data that has one: behind the count of entries, the entry's kind and its length. */
export const COUNTER_AT = 4;

/** One byte counts the accounts of a CPI. */
const MOST_ACCOUNTS = 255;
const INVOKE = 0;
const LOG = 2;
const INLINE = 0;
const FROM_ACCOUNT = 1;
const scratch = newWriter(4096);

function putSeeds(writer: Writer, seeds: readonly Uint8Array[]): void {
  putU8(writer, seeds.length);
  for (const seed of seeds) {
    putU8(writer, seed.length);
    putBytes(writer, seed);
  }
}

function putCallData(writer: Writer, data: Call['data']): void {
  if ('account' in data) {
    putU8(writer, FROM_ACCOUNT);
    putU8(writer, data.account);
    putU32(writer, 0);
    putU32(writer, data.length);
    return;
  }
  putU8(writer, INLINE);
  putU16(writer, data.length);
  putBytes(writer, data);
}

function putCall(writer: Writer, { program, metas, signers, data }: Call): void {
  if (metas.length > MOST_ACCOUNTS)
    throw new InputError(
      `The plan has a call with ${metas.length} accounts, but the calling program takes ${MOST_ACCOUNTS}: plan fewer.`,
    );
  putU8(writer, INVOKE);
  putU8(writer, program);
  putU8(writer, metas.length);
  for (const { index, flags } of metas) putU16(writer, index | (flags << 8));
  putU8(writer, signers.length);
  for (const seeds of signers) putSeeds(writer, seeds);
  putCallData(writer, data);
}

function putCounter(writer: Writer): void {
  putU8(writer, LOG);
  putU16(writer, COUNTER_LENGTH);
  putBytes(writer, Buffer.alloc(COUNTER_LENGTH, 0x2d));
}

/**
 * Instruction data with one CPI; with `counter`, a log line of COUNTER_LENGTH characters precedes it.
 * @throws InputError for more accounts than it can name.
 */
export function encodeCall(call: Call, counter: boolean): Buffer {
  scratch.at = 0;
  return copied(scratch, (writer) => {
    putU8(writer, counter ? 2 : 1);
    if (counter) putCounter(writer);
    putCall(writer, call);
  });
}
