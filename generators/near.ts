// Addresses that are wrong by one byte: a comparison that stops early takes them for right.
import fc from 'fast-check';

const LAST = 31;

/** Which byte differs: mostly the last or the first, now and then any. */
export const missedByte: fc.Arbitrary<number> = fc.oneof(
  { weight: 2, arbitrary: fc.constant(LAST) },
  { weight: 1, arbitrary: fc.constant(0) },
  { weight: 1, arbitrary: fc.nat(LAST) },
);
