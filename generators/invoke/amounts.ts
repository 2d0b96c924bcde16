// Divides lamports among accounts, so that what comes in goes out.

/** So many parts that add up to the total; cuts are hundredths of it, in any order. */
export const partsOf = (total: bigint, cuts: readonly number[]): readonly bigint[] => {
  const marks = cuts.map((cut) => (total * BigInt(cut)) / 100n).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  return [...marks, total].map((mark, position) => mark - (marks[position - 1] ?? 0n));
};

export const sumOf = (amounts: readonly bigint[]): bigint =>
  amounts.reduce((total, amount) => total + amount, 0n);
