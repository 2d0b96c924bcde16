// Writes bytes of a plan or a world as short hexadecimal digits, and says where two runs of bytes differ.
import type { Hex, Pattern } from '../spec/plan';

const HEAD = 8;
const TAIL = 4;

/** Whether a plain value is bytes: `{ fill, length }`, with `hex` where they follow no pattern. */
export const isPattern = (value: unknown): value is Pattern =>
  typeof value === 'object' && value !== null && 'fill' in value && 'length' in value;

const digits = (byte: number): Hex => (byte & 0xff).toString(16).padStart(2, '0');

/** Byte `at` of the bytes, or undefined behind their end or where they are not known. */
function byteAt({ fill, length, hex }: Pattern, at: number): Hex | undefined {
  if (at >= length) return undefined;
  if (hex !== undefined) return hex.slice(2 * at, 2 * at + 2);
  return fill < 0 ? undefined : digits(fill + at);
}

const range = (bytes: Pattern, from: number, to: number): Hex =>
  Array.from({ length: to - from }, (_, i) => byteAt(bytes, from + i) ?? '??').join('');

/** `0001ff`; of more than twelve bytes the first eight and the last four: `0001020304050607...fcfdfeff`. */
export function bytesText(bytes: Pattern): string {
  const { length } = bytes;
  if (length === 0) return '(empty)';
  if (length <= HEAD + TAIL) return range(bytes, 0, length);
  return `${range(bytes, 0, HEAD)}...${range(bytes, length - TAIL, length)}`;
}

/** The first byte that one has and the other has not, or has otherwise; -1 where there is none. */
function firstByte(expected: Pattern, actual: Pattern): number {
  const longer = Math.max(expected.length, actual.length);
  for (let at = 0; at < longer; at++) if (byteAt(expected, at) !== byteAt(actual, at)) return at;
  return -1;
}

/** Whether both are the same bytes, however they are written down; two patterns are if they begin with the same byte. */
export const sameBytes = (expected: Pattern, actual: Pattern): boolean =>
  expected.length === actual.length &&
  (expected.hex === undefined && actual.hex === undefined
    ? byteAt(expected, 0) === byteAt(actual, 0)
    : firstByte(expected, actual) < 0);

/** `00ff (2 bytes)` */
export const countedBytes = (bytes: Pattern): string =>
  `${bytesText(bytes)} (${bytes.length} ${bytes.length === 1 ? 'byte' : 'bytes'})`;

/** Both sides as they are put into a sentence, and from where on they differ: `from byte 3 on`. */
export const bytesSides = (expected: Pattern, actual: Pattern) => ({
  expected: countedBytes(expected),
  actual: countedBytes(actual),
  from: `they differ from byte ${firstByte(expected, actual)} on`,
});
