// Whole numbers as people type them.
import { badInput } from './failure';

export type Range = { readonly from: number; readonly to: number };

/** A whole number in a range. Throws Failure with exit code 2. */
export function wholeNumber(option: string, text: string, { from, to }: Range): number {
  const value = Number(text);
  if (/^-?\d+$/.test(text) && value >= from && value <= to) return value;
  throw badInput(`${option} must be a whole number from ${from} to ${to}, but is "${text}".`);
}
