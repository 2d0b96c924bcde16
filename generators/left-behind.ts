// What an account still holds from before in places that nothing reads.
import fc from 'fast-check';
import type { AccountBefore } from '../spec/plan';
import { hex } from './values';

const LONGEST = 32;

/** Offsets in bytes: mostly from `from` up to `to`, else the ends of these and of the account. */
type Room = { readonly from: number; readonly to: number; readonly size: number };

/** Up to three pieces of at most 32 bytes. */
export const leftBehind = ({ from, to, size }: Room): fc.Arbitrary<NonNullable<AccountBefore['patches']>> =>
  fc.array(
    fc
      .record({
        offset: fc.oneof(
          { weight: 3, arbitrary: fc.integer({ min: from, max: to - 1 }) },
          { weight: 1, arbitrary: fc.constantFrom(from, to - 1, size - 1) },
        ),
        bytes: fc.integer({ min: 1, max: LONGEST }).chain(hex),
      })
      .map(({ offset, bytes }) => ({ offset, hex: bytes.slice(0, 2 * (size - offset)) })),
    { maxLength: 3 },
  );
