// What a rule is: one checkable statement of a document, with where it stands and what must be seen.
import type { Needs } from './needs';

import type { InstructionName } from './plan';

export type DocumentName =
  | 'INVOKE_CPI.md'
  | 'CPI_CONTEXT.md'
  | 'INIT_CPI_CONTEXT_ACCOUNT.md'
  | 'INVOKE.md'
  | 'INVOKE_CPI_WITH_READ_ONLY.md'
  | 'INVOKE_CPI_WITH_ACCOUNT_INFO.md'
  | 'REINIT_CPI_CONTEXT_ACCOUNT.md'
  | 'INSTRUCTIONS.md'
  | 'PROCESSING_PIPELINE.md'
  | 'ACCOUNTS.md'
  | 'CPI_GUIDE.md';
export type Area =
  | 'initialization'
  | 'instruction-data'
  | 'accounts'
  | 'signer-checks'
  | 'modes'
  | 'validation'
  | 'limits'
  | 'effects'
  | 'invoke'
  | 'differences'
  | 'read-only'
  | 'account-info'
  | 're-initialization'
  | 'sol'
  | 'addresses'
  | 'proofs'
  | 'codes'
  | 'cpi-guide'
  | 'token';
/** About the whole instruction family: run with `--all`, or when asked for by name. */
export const FAMILY_AREAS: readonly Area[] = [
  'invoke',
  'differences',
  'read-only',
  'account-info',
  're-initialization',
  'sol',
  'addresses',
  'proofs',
  'codes',
  'cpi-guide',
  'token',
];
export const AREAS: readonly Area[] = [
  'instruction-data',
  'accounts',
  'signer-checks',
  'modes',
  'validation',
  'limits',
  'effects',
  'initialization',
  ...FAMILY_AREAS,
];

/** `documented`: the documents say so. `observed`: found by running, frozen per program version. */
export type Provenance = 'documented' | 'observed';

/**
 * What a plan that exercises the rule must show.
 * - rejects: an error; `code` is null where the documents name none. `error` is the documents' name of it.
 * - accepts: the documents leave this free, so whatever is chosen must be accepted.
 * - effect: something that holds in the world after an accepted transaction.
 */
export type Expectation =
  | { readonly kind: 'rejects'; readonly code: number | null; readonly error: string | null }
  | { readonly kind: 'accepts' }
  | { readonly kind: 'effect' };

/** Where a statement stands: the heading, and the hash of the document's own sentence (see sentence.ts). */
export type Source = { readonly document: DocumentName; readonly section: string; readonly sentence: string };

export type Rule = {
  readonly id: string;
  readonly area: Area;
  /** Our own wording, one sentence. */
  readonly statement: string;
  readonly expects: Expectation;
  readonly provenance: Provenance;
  /** At least one for a documented rule, none for an observed one. */
  readonly sources: readonly Source[];
  /**
   * First and last step of INVOKE_CPI.md's Instruction Logic (of an initialisation: 1 data, 2 accounts) at which the documents let this be checked
   * (1 parse, 2 accounts, 3 signer checks, 4 context, 5 execution; 3.1 to 3.3 and 4.1 to 4.3 are the numbered parts of
   * the signer check and of a set). A violation at an earlier step wins.
   */
  readonly steps: readonly [number, number];
  /** Documented codes (or names, where there is no code) of other rules that fit this situation as well. */
  readonly alsoAllows?: readonly (number | string)[];
  /** The instructions that it is about; left out: InvokeCpi, and InvokeCpiWithReadOnly in InvokeCpi's slots. */
  readonly instructions?: readonly InstructionName[];
  /** Seen only where account-compression is replaced by a program that records what it is handed. */
  readonly recorded?: true;
  /** What a version must have for the statement to be about it, and why; left out, it is about every version. */
  readonly needs?: Needs;
  /** Ids of rules that say the same without a code, or more vaguely: what this one says goes for the situation. */
  readonly refines?: readonly string[];
  /** The runtime refuses the transaction as a whole, when all its instructions have run. */
  readonly atTheEnd?: true;
  /** How the documents are read where they leave room, or what cannot be told apart. */
  readonly note?: string;
};
