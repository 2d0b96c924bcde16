// JSON that keeps bigints: for files that only this tool reads, each with a digest that shows whether it is whole.
import { createHash } from 'node:crypto';

const TAG = '$bigint';

const isTagged = (value: unknown): value is Record<typeof TAG, string> =>
  typeof value === 'object' && value !== null && TAG in value && Object.keys(value).length === 1;

/** The value on one line; maps, sets and functions are not kept. */
export const pack = (value: unknown): string =>
  JSON.stringify(value, (_key, item: unknown) =>
    typeof item === 'bigint' ? { [TAG]: item.toString() } : item,
  );

/** What `pack` wrote. Throws SyntaxError for other text. */
export const unpack = (text: string): unknown =>
  JSON.parse(text, (_key, item: unknown) => (isTagged(item) ? BigInt(item[TAG]) : item));

export const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** One line: the digest of the packed value, a space, and the value. */
export const seal = (value: unknown): string => {
  const text = pack(value);
  return `${digestOf(text)} ${text}\n`;
};

/** The value of a sealed line, or undefined where the line is cut short or was edited. */
export function unseal(line: string): unknown {
  const [digest, text] = [line.slice(0, 64), line.slice(65).replace(/\n$/, '')];
  return digestOf(text) === digest ? unpack(text) : undefined;
}
