// Writes the tables of what each committed proof proves as the source files that generators and model read.
import type { Proof, TokenProof } from '../spec/proof';

const GENERATED = 'generated from proofs/fixtures by `npm run proofs`, never edited.';
const HEAD = `// What each committed proof proves: ${GENERATED}
import type { Proof } from './proof';

export const PROOFS: readonly Proof[] = `;
const TOKEN_HEAD = `// What each committed proof about tokens proves: ${GENERATED}
import type { TokenProof } from './proof';

export const TOKEN_PROOFS: readonly TokenProof[] = `;

/** Whether a proof takes the token program to use. */
export const isAboutTokens = ({ use: { executor, writes } }: Pick<TokenProof, 'use'>): boolean =>
  executor === 'token' || writes.some(({ by }) => by === 'token');

/** Those of our programs alone. */
export const isOurs = (proof: TokenProof): proof is Proof => !isAboutTokens(proof);

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
/** The text of spec/token-proof-table.ts, not yet formatted. */
export const tokenTableText = (proofs: readonly TokenProof[]): string => `${TOKEN_HEAD}${literal(proofs)};\n`;
