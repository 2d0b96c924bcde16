// Draws the choices of one change from numbers that were drawn beforehand, so that a change is plain data.

/** Returns the next choice, from 0 up to `below` (exclusive); 0 where there is nothing to choose. */
export type Pick = (below: number) => number;

/** Takes one number for each choice; when they are used up it begins again. */
export function picker(numbers: readonly number[]): Pick {
  let next = 0;
  return (below) => {
    const number = numbers[next++ % Math.max(1, numbers.length)] ?? 0;
    return below < 1 ? 0 : number % below;
  };
}

/** One of the items; undefined only of an empty list. */
export const oneOf = <T>(items: readonly T[], pick: Pick): T | undefined => items[pick(items.length)];

/** The list with another item at a position. */
export const replaced = <T>(items: readonly T[], at: number, item: T): readonly T[] =>
  items.map((one, position) => (position === at ? item : one));

export const withoutAt = <T>(items: readonly T[], at: number): readonly T[] =>
  items.filter((_, position) => position !== at);
