// What a Rust test is made from: accounts, programs, instructions and outcomes, all by address.
import type { RawAccount, RawMessage } from '../../../spec/raw-case';
import type { ExportInput } from '../prose';
import type { TestedProgram } from '../tested-program';

/** What a transaction did; `by` is the address of the program that raised the error, or null where none had begun. */
export type RustOutcome = {
  /**
   * Accepted: null; a custom error's number; `stopped` where a program panicked or was stopped; or `any` for the
   * runtime's other errors, which versions name differently.
   */
  readonly error: number | 'stopped' | 'any' | null;
  readonly by: string | null;
};

export type RustTransaction = RawMessage & {
  readonly outcome: RustOutcome;
  /** Compute units that it may use. */
  readonly units: number;
};

export type RustCase = {
  /** By address, what a plan calls it. */
  readonly names: Readonly<Record<string, string>>;
  readonly programs: readonly TestedProgram[];
  /** Addresses at which the calling program stands. */
  readonly callers: readonly string[];
  readonly accounts: readonly RawAccount[];
  readonly transactions: readonly RustTransaction[];
};

export type RustInput = ExportInput & { readonly rust: RustCase };
