// Which element of a list an edit changes: the first, the last or any between, each alike in the short lists of plans.
import fc from 'fast-check';

/** Picks a position in a list of so many elements. */
export type Position = (length: number) => number;

/** A multiple of one, two, three and four, so that the remainder favours no position. */
const DRAWN = 12;

/** Shrinks to the first element. */
export const anyPosition: fc.Arbitrary<Position> = fc
  .nat(DRAWN - 1)
  .map((drawn) => (length) => (length === 0 ? 0 : drawn % length));

/** The list with the element at the position changed; as it is where it has none. */
export const changedAt = <T>(
  list: readonly T[],
  at: Position,
  change: (element: T) => Partial<T>,
): readonly T[] => {
  const position = at(list.length);
  return list.map((element, index) => (index === position ? { ...element, ...change(element) } : element));
};
