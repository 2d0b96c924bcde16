// Reads what the system program logs when it refuses a proof: the addresses that it has derived.
import type { Hex } from '../spec/plan';

const LINE = 'Program log: new_addresses [';
const LISTED = /\[((?:\d+, ){31}\d+)\]/g;

const toHex = (numbers: string): Hex => Buffer.from(numbers.split(', ').map(Number)).toString('hex');

/** The addresses in order, 32 bytes each; undefined where the log was cut off before them. */
export function derivedIn(logs: readonly string[]): readonly Hex[] | undefined {
  const line = logs.find((text) => text.startsWith(LINE));
  return line === undefined
    ? undefined
    : [...line.matchAll(LISTED)].map(([, numbers = '']) => toHex(numbers));
}
