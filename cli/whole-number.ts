// Whole numbers that an option must be.
import { readWhole, type Range } from '../suites/whole-number';
import { badInput } from './failure';

export type { Range } from '../suites/whole-number';

/** A whole number in a range. Throws Failure with exit code 2. */
export function wholeNumber(option: string, text: string, range: Range): number {
  const value = readWhole(option, text, range);
  if (typeof value === 'string') throw badInput(value);
  return value;
}
