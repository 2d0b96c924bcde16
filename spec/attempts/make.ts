// Short constructors for attempts, so that each reads as one line: what is done, at which codes, and what came of it.
import type { CodeColumn } from '../codes/types';

/** `6004` is the system program's, `account-compression:6038` somebody else's; `accepted`, `panic`, or a runtime error's name. */
export type Outcome = string;

export type Attempt = {
  /** Continues "Under <instruction>, ...". */
  readonly does: string;
  /** Codes that it was designed to raise. */
  readonly aims: readonly number[];
  /** The instructions that it is made under, and what 0.28.3 was seen to answer. */
  readonly comes: Readonly<Partial<Record<CodeColumn, Outcome>>>;
  /** Where it is accepted, it leaves everything as the plan without it does: what it sends has no meaning, or the usual one. */
  readonly leavesAsTwin?: true;
  readonly note?: string;
};
export type Attempts = Readonly<Record<string, Attempt>>;

type Comes = Attempt['comes'];

export const invoke = (outcome: Outcome): Comes => ({ Invoke: outcome });
export const invokeCpi = (outcome: Outcome): Comes => ({ InvokeCpi: outcome });
export const withReadOnly = (outcome: Outcome): Comes => ({ InvokeCpiWithReadOnly: outcome });
export const withAccountInfo = (outcome: Outcome): Comes => ({ InvokeCpiWithAccountInfo: outcome });
/** Those two that came later. */
export const siblings = (outcome: Outcome): Comes => ({
  ...withReadOnly(outcome),
  ...withAccountInfo(outcome),
});
/** All that programs alone can call. */
export const byPrograms = (outcome: Outcome): Comes => ({ ...invokeCpi(outcome), ...siblings(outcome) });
export const everywhere = (outcome: Outcome): Comes => ({ ...invoke(outcome), ...byPrograms(outcome) });
export const initialize = (outcome: Outcome): Comes => ({ InitializeCpiContextAccount: outcome });
export const reinitialize = (outcome: Outcome): Comes => ({ ReInitCpiContextAccount: outcome });
