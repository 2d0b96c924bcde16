// Draws the changes that a guided run makes: as numbers, so that the same seed makes the same changes.
import fc from 'fast-check';

/** Which plan of a corpus is changed, which one lends parts, and the choices on the way, one list for each change. */
export type Mutation = {
  readonly parent: number;
  readonly donor: number;
  readonly changes: readonly (readonly number[])[];
};

const natural = fc.nat({ max: 999_999 });

/** Mostly one change, up to four. */
export const mutation: fc.Arbitrary<Mutation> = fc.record({
  parent: natural,
  donor: natural,
  changes: fc
    .constantFrom(1, 1, 1, 2, 2, 3, 4)
    .chain((count) =>
      fc.array(fc.array(natural, { minLength: 12, maxLength: 12 }), { minLength: count, maxLength: count }),
    ),
});
