// Now and then an input of a write at a leaf index that needs all four bytes, so that none of them is lost on the way into a context.
import fc from 'fast-check';
import type { Mutation } from '../edit';
import { anyPosition, changedAt } from '../positions';
import { withData } from '../scenario';
import { oneInThree } from '../values';

/** Behind the queue's next index; the sum stays below 2^32 for any queue. */
export const farOffset: fc.Arbitrary<number> = fc.oneof(
  fc.integer({ min: 65_536, max: 16_777_216 }),
  fc.integer({ min: 16_777_217, max: 4_000_000_000 }),
);

/** Nobody looks for an input that is only written. */
export const farLeaves: fc.Arbitrary<Mutation> = fc.tuple(oneInThree, anyPosition, farOffset).map(
  ([isFar, at, leafOffset]): Mutation =>
    (scenario) =>
      isFar
        ? withData(scenario, ({ inputs }) => ({ inputs: changedAt(inputs, at, () => ({ leafOffset })) }))
        : scenario,
);
