// Addresses that are wrong by one byte: a comparison that stops early takes them for right.
import fc from 'fast-check';
import type { KeyRole, Missed } from '../spec/world';

const LAST = 31;
/** Bytes. */
const DISCRIMINATOR = 8;

/** Which byte differs: mostly the last or the first, now and then any. */
export const missedByte: fc.Arbitrary<number> = fc.oneof(
  { weight: 2, arbitrary: fc.constant(LAST) },
  { weight: 1, arbitrary: fc.constant(0) },
  { weight: 1, arbitrary: fc.nat(LAST) },
);

/** Eight bytes in hex with the last bit of one of them changed. */
export const nearlyHex = (right: string): fc.Arbitrary<string> =>
  fc.nat(DISCRIMINATOR - 1).map((position) => {
    const bytes = Buffer.from(right, 'hex');
    bytes[position] = (bytes[position] ?? 0) ^ 1;
    return bytes.toString('hex');
  });

/** An account whose address is nearly the right one. */
export const nearly = (right: Missed): fc.Arbitrary<KeyRole> =>
  missedByte.map((byte): KeyRole => `near:${byte}:${right}`);

/** One of the strangers, or now and then an account whose address is nearly the right one. */
export const strangerOr = (strangers: fc.Arbitrary<KeyRole>, right: Missed): fc.Arbitrary<KeyRole> =>
  fc.oneof({ weight: 3, arbitrary: strangers }, { weight: 1, arbitrary: nearly(right) });
