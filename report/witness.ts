// Writes and reads witness files: cases that replay without generator or seed.
import type { Witness } from '../spec/result';
import { writeJson } from './json';
import { KEY_ORDER } from './key-order';
import { schemaParser } from './schema';
import witnessSchema from './witness.schema.json';

const rank = new Map(KEY_ORDER.map((key, index) => [key, index] as const));
const parse = schemaParser(witnessSchema);

/** Fields that are bigint in memory and decimal strings in the file. */
const BIGINTS: ReadonlySet<string> = new Set([
  'lamports',
  'amount',
  'relayFee',
  'compressOrDecompressLamports',
  'computeUnitPrice',
]);

/** The value with the fields that are bigint in memory made bigint. */
export function revive(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(revive);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).map(([key, item]) => [
    key,
    BIGINTS.has(key) && typeof item === 'string' ? BigInt(item) : revive(item),
  ]);
  return Object.fromEntries(fields) as unknown;
}

/** The witness as file text: the same witness always gives the same bytes. */
export function writeWitness(witness: Witness): string {
  return writeJson(witness, rank);
}

/**
 * The witness in `text`; `file` is only named in errors.
 * @throws BadFile with one sentence when the text is not a witness.
 */
export function parseWitness(text: string, file: string): Witness {
  return revive(parse(text, file)) as Witness;
}
