// What report.json says about codes: the matrix of code and instruction, and what passed through.
import type { CodeColumn } from '../../spec/codes/types';

/**
 * - reached: raised by attempts whose valid plan is accepted, often enough, and by no valid plan.
 * - seen: raised, but not (yet) by enough of these.
 * - shadowed: every attempt was refused, with other errors. - elsewhere: reached under another instruction only.
 * - unreached: attempts were accepted, or got other errors. - not-attempted: nobody tried.
 */
export type CodeState = 'reached' | 'seen' | 'shadowed' | 'elsewhere' | 'unreached' | 'not-attempted';

/** One rule whose cases were to raise the code under the instruction. */
export type CodeAttempt = {
  readonly rule: string;
  readonly count: number;
  /** What came, the most frequent first. */
  readonly came: readonly { readonly observed: string; readonly count: number }[];
  /** Path of a case, relative to the report folder. */
  readonly witness: string | null;
};

export type CodeCell = {
  readonly code: number;
  readonly instruction: CodeColumn;
  readonly state: CodeState;
  /** Of a shadowed code: what came in its place, most often. */
  readonly by: string | null;
  /** How often the system program raised it under this instruction, in any claim; and in valid plans. */
  readonly raised: number;
  readonly inValid: number;
  readonly attempts: readonly CodeAttempt[];
};

/** An error that is none of the system program's own codes: whose it is, and under which instruction it came. */
export type PassingCode = {
  readonly raised: string;
  readonly instruction: CodeColumn;
  /** `hasher`, `account-compression`, `built-in`, `panic`; null for a number without a public definition. */
  readonly belongs: string | null;
  readonly name: string | null;
  readonly count: number;
  readonly claims: readonly string[];
};

export type CodesReport = {
  readonly matrix: readonly CodeCell[];
  readonly passing: readonly PassingCode[];
  readonly panics: readonly PassingCode[];
};
