// Says a difference between two plain values: both sides, and of bytes from where on they differ.
import { bytesSides, isPattern } from './bytes-text';
import type { FieldDifference } from './difference';
import { showValue } from './show';

/** What stands before the expected value: `expected` where a document demands it. */
export type Demand = 'expected' | 'observed before:';

/** `outputs[0].lamports is 3, expected 2`; of bytes their digits and where they differ. */
export function differenceSentence(found: FieldDifference, demand: Demand = 'expected'): string {
  const { path, expected, actual } = found;
  const place = path.replace(/^\./, '');
  if (!isPattern(expected) || !isPattern(actual))
    return `${place} is ${showValue(actual)}, ${demand} ${showValue(expected)}`;
  const sides = bytesSides(expected, actual);
  return `${place} is ${sides.actual}, ${demand} ${sides.expected}: ${sides.from}`;
}
