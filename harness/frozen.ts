// Compares an account around a transaction: which bytes changed outside of the ranges that may.

/** An account's data before and after; both have the same size. */
export type Pair = { readonly before: Buffer; readonly now: Buffer };
/** From a byte up to, not including, another. */
export type Range = { readonly from: number; readonly to: number };

export const sized = (from: number, size: number): Range => ({ from, to: from + size });

/** Compares natively: accounts have up to 1.3 MB. */
export const sameIn = ({ before, now }: Pair, { from, to }: Range): boolean =>
  from >= to || before.compare(now, from, to, from, to) === 0;

/** Whether everything outside of the given ranges is as it was. */
export function staysOutside(pair: Pair, ranges: readonly Range[]): boolean {
  let end = 0;
  for (const { from, to } of [...ranges].sort((a, b) => a.from - b.from)) {
    if (!sameIn(pair, { from: end, to: from })) return false;
    end = Math.max(end, to);
  }
  return sameIn(pair, { from: end, to: pair.now.length });
}
