// Compares an account around a transaction: which bytes changed outside of the ranges that may.

/** An account's data before and after; both have the same size. */
export type Pair = { readonly before: Buffer; readonly now: Buffer };
/** From a byte up to, not including, another. */
export type Range = { readonly from: number; readonly to: number };

export const sized = (from: number, size: number): Range => ({ from, to: from + size });

/** Compares natively: accounts have up to 1.3 MB. */
export const sameIn = ({ before, now }: Pair, { from, to }: Range): boolean =>
  from >= to || before.compare(now, from, to, from, to) === 0;

/** The first byte of a range that differs. */
function firstChange(pair: Pair, { from, to }: Range): number | null {
  if (sameIn(pair, { from, to })) return null;
  if (to - from === 1) return from;
  const middle = Math.floor((from + to) / 2);
  return firstChange(pair, { from, to: middle }) ?? firstChange(pair, { from: middle, to });
}

/** `byte 1234`, the first one outside of the given ranges that is not as it was; null where there is none. */
export function strayByte(pair: Pair, ranges: readonly Range[]): string | null {
  let end = 0;
  const all = [...ranges].sort((a, b) => a.from - b.from);
  for (const { from, to } of [...all, sized(pair.now.length, 0)]) {
    const at = firstChange(pair, { from: end, to: from });
    if (at !== null) return `byte ${at}`;
    end = Math.max(end, to);
  }
  return null;
}
