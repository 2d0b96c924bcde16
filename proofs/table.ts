// Writes the table of what each committed proof proves as the source file that generators and model read.
import type { Proof } from '../spec/proof';

const HEAD = `// What each committed proof proves: generated from proofs/fixtures by \`npm run proofs\`, never edited.
import type { Proof } from './proof';

export const PROOFS: readonly Proof[] = `;

/** A value as TypeScript; bigint with its suffix. */
function literal(value: unknown): string {
  if (typeof value === 'bigint') return `${value}n`;
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).map(([name, field]) => `${name}: ${literal(field)}`);
  return `{ ${fields.join(', ')} }`;
}

/** The text of spec/proof-table.ts, not yet formatted. */
export const tableText = (proofs: readonly Proof[]): string => `${HEAD}${literal(proofs)};\n`;
