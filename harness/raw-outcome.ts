// What a transaction of a plan did, as a test that uses nothing of ours can see it: addresses, the runtime's words, hashes.
import { createHash } from 'node:crypto';
import type { Derived, Raised, TransactionOutcome } from '../spec/outcome';
import type { PlannedTransaction } from '../spec/plan';
import type { RawChange, RawError, RawOutcome, RawTransaction } from '../spec/raw-case';
import { base58Of } from './base58';
import { rawInstructions } from './raw-instructions';
import { errorPattern } from './runtime-errors';

const UNKNOWN = 'unknown:';

/** The address of whoever raised an error. */
export function raiserOf({ program }: Raised): string | null {
  if (program === 'runtime') return null;
  return program.startsWith(UNKNOWN) ? program.slice(UNKNOWN.length) : base58Of(program);
}

const textOf = ({ code, error }: Raised): string =>
  code === null ? errorPattern(error) : `^custom program error: 0x${code.toString(16)}$`;

/** The transaction as it was planned and as it is sent. */
export type Sent = { readonly planned: PlannedTransaction; readonly raw: RawTransaction };

/** Instructions about the compute budget stand in front of the plan's own. */
const skipped = ({ planned, raw }: Sent): number =>
  rawInstructions(raw.bytes).instructions.length - planned.instructions.length;

const errorOf = (raised: Raised, failedAt: number | null, sent: Sent): RawError => ({
  instruction: failedAt === null ? null : failedAt + skipped(sent),
  text: textOf(raised),
  by: raiserOf(raised),
  ranOut: raised.ranOut === true,
});

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

function changesOf({ contents, after }: TransactionOutcome, { planned, raw }: Sent): readonly RawChange[] {
  if (contents === undefined) throw new Error('What the accounts hold was not kept.');
  const keys = [...new Set([...contents.keys(), ...after.lamports.keys(), planned.feePayer])];
  return keys
    .map((key): RawChange => {
      const gain = (after.lamports.get(key) ?? 0n) - (key === planned.feePayer ? raw.fee : 0n);
      const bytes = contents.get(key);
      return {
        address: base58Of(key),
        lamports: gain.toString(),
        sha256: bytes === undefined ? null : sha256(bytes),
      };
    })
    .filter(({ lamports, sha256: hash }) => lamports !== '0' || hash !== null)
    .sort((one, other) => (one.address < other.address ? -1 : 1));
}

const flat = ({ hashes, roots, addresses, addressRoots }: Derived): readonly string[] =>
  [...hashes, ...roots, ...addresses, ...addressRoots].sort();

/** @throws Error where the observation did not keep what the accounts hold. */
export function rawOutcome(outcome: TransactionOutcome, sent: Sent): RawOutcome {
  const { raised, failedAt, derived } = outcome;
  return {
    error: raised && errorOf(raised, failedAt, sent),
    changes: raised === null ? changesOf(outcome, sent) : [],
    derived: derived ? flat(derived) : null,
  };
}
