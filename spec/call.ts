// Call graphs of our own programs: who calls whom with which accounts and privileges, and what each one does there.
import type { AccountMeta } from './plan';
import { PROGRAM_NAMES, type KeyRole } from './world';

/** Where the seeds with which a program signs are not those that derive the PDA; the model reads the name, the harness makes the bytes. */
export type SeedFlaw = 'bump' | 'seed' | 'long-seed' | 'many-seeds';

/** A PDA that the calling program signs for with `invoke_signed`. */
export type PdaSigner = { readonly pda: KeyRole; readonly flaw?: SeedFlaw };

/**
 * How the callee's instruction data differs from what the callee decodes.
 * - short: the last byte is missing.
 * - wrapped: a u32 with the length stands in front.
 * - selector: the first bytes, which select the instruction, are none that the callee knows.
 * - long: a byte follows.
 */
export type DataFlaw = 'short' | 'wrapped' | 'selector' | 'long';

/** What an instruction of one of our programs is: its account list as it is passed, and what it does in order. */
export type Frame = {
  readonly program: KeyRole;
  readonly accounts: readonly AccountMeta[];
  readonly steps: readonly CallStep[];
};

/** A CPI to one of our programs (or to what is none). */
export type NestedCall = Frame & {
  readonly kind: 'call';
  readonly signers: readonly PdaSigner[];
  readonly data?: DataFlaw;
};

/** A CPI to Solana's own system program: the payer in front, as it expects them, or behind. */
export type NestedTransfer = {
  readonly kind: 'transfer';
  readonly from: KeyRole;
  readonly to: KeyRole;
  readonly lamports: bigint;
  readonly signers: readonly PdaSigner[];
  readonly swapped?: true;
  readonly data?: DataFlaw;
};

/**
 * - write: a byte of a `data:` account. `at` is the position at which the program takes the account from its list;
 *   left out, the one where it stands.
 * - require: the account must sign, as Anchor's `Signer` demands.
 * - fail: the program rejects with a custom code.
 */
export type CallStep =
  | NestedCall
  | NestedTransfer
  | {
      readonly kind: 'write';
      readonly account: KeyRole;
      readonly offset: number;
      readonly byte: number;
      readonly at?: number;
    }
  | { readonly kind: 'require'; readonly account: KeyRole }
  | { readonly kind: 'fail'; readonly code: number };

/** An instruction of the transaction for one of our programs. */
export type ProgramCall = Frame & { readonly kind: 'call' };

/** Bytes of a `data:` account. */
export const DATA_SIZE = 8;
/** Programs on the call stack at once, the transaction's own included (Solana 1.18; no document says it). */
export const STACK_HEIGHT = 5;
/** Compute units that the runtime takes for a CPI alone (Solana 1.18). */
export const UNITS_PER_CPI = 1000n;
/** A call of ours with everything that it does by itself stays below this. */
export const UNITS_ENOUGH_PER_CPI = 12_000n;
/** An instruction without a limit of its own has this many. */
export const DEFAULT_UNITS = 200_000n;

/** CPIs in these steps and below them, if none fails. */
export const countCalls = (steps: Frame['steps']): number =>
  steps.reduce((sum, step) => {
    if (step.kind === 'transfer') return sum + 1;
    return step.kind === 'call' ? sum + 1 + countCalls(step.steps) : sum;
  }, 0);

/** A name for the data accounts that a program owns in generated plans: A's are `data:1`, `data:7` and `data:13`. */
export const dataAccountOf = (program: KeyRole, which: 0 | 1 | 2): KeyRole =>
  `data:${PROGRAM_NAMES.findIndex((name) => program === `program:${name}`) + 1 + PROGRAM_NAMES.length * which}`;

/** Who owns a data account of that name. */
export const ownerOfData = (key: KeyRole): KeyRole => {
  const number = Number(key.slice('data:'.length)) - 1;
  return `program:${PROGRAM_NAMES[number % PROGRAM_NAMES.length] ?? 'A'}`;
};
