// Whole numbers as people type them, of suites in the environment and of runs on the command line.

export type Range = { readonly from: number; readonly to: number };

/** What seeds may be. */
export const SEEDS: Range = { from: -(2 ** 31), to: 2 ** 31 - 1 };
/** How many cases of a claim may be asked for. */
export const CASES: Range = { from: 1, to: 1_000_000 };

/** The number that a text says, or what is wrong with it in one sentence. */
export function readWhole(name: string, text: string, { from, to }: Range): number | string {
  const value = Number(text);
  if (/^-?\d+$/.test(text) && value >= from && value <= to) return value;
  return `${name} must be a whole number from ${from} to ${to}, but is "${text}".`;
}
