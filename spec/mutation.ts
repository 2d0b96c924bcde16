// Changes of a compiled program that a suite must notice, and what came of each: plain data.
import type { VerdictKind } from './verdict';

/**
 * How one instruction is changed.
 * - negate: a conditional jump jumps where it did not, and the other way round
 * - always, never: it does, or does not, whatever is compared
 * - boundary: `<` becomes `<=`, `>` becomes `>=`, and back
 * - operand: the constant that something is compared with is one more
 * - code: the number of an error is one more
 * - store: a write to memory does not happen
 * - call: a call of a function or of the runtime does not happen
 */
export const OPERATORS = [
  'negate',
  'always',
  'never',
  'boundary',
  'operand',
  'code',
  'store',
  'call',
] as const;
export type Operator = (typeof OPERATORS)[number];

/** Changes that nothing may notice: the text of a log line, code that never runs, a log line that is not written. */
export const CONTROLS = ['log-text', 'dead-code', 'log-call'] as const;
export type Control = (typeof CONTROLS)[number];

/** Eight bytes at an offset of the file; `id` is `<offset in hex>:<operator>` and stays while the file does. */
export type Mutant = {
  readonly id: string;
  readonly operator: Operator | Control;
  /** Offset in the file, in bytes. */
  readonly offset: number;
  /** Hex, as in the file and as changed. */
  readonly before: string;
  readonly after: string;
  /** Number of the instruction, from the start of the code; null outside of it. */
  readonly pc: number | null;
};

/** Cases of a claim, by their index. */
export type CaseRange = { readonly claim: string; readonly indices: readonly number[] };

/** How a claim noticed a mutant. */
export type Kill = {
  readonly claim: string;
  /** The case that shows it; of a claim that lost its evidence, the first one whose twin was refused. */
  readonly index: number;
  readonly verdict: VerdictKind;
  readonly expected: string;
  readonly observed: string;
  /** No document says that the program is wrong now: it was only always seen to be otherwise. */
  readonly isObserved: boolean;
  /** The program did not come to an end of its own: a panic, a bad access, or no compute units left. */
  readonly hasStopped: boolean;
};

/** What came of running one mutant. */
export type Trial = {
  readonly id: string;
  /** What the loader or verifier said; null where the file was loaded. */
  readonly refusal: string | null;
  /** The first kill of each claim that was tried. */
  readonly kills: readonly Kill[];
  /** How many cases ran. */
  readonly cases: number;
  /** The first case that went otherwise and is judged as before; null where none did. */
  readonly unjudged: { readonly claim: string; readonly index: number } | null;
};

/**
 * What became of a mutant.
 * - killed: a rule of the documents noticed it
 * - observed-only: only rules about what was always seen did
 * - crash, timeout: the process of the validator died, or said nothing any more
 * - unloadable: the loader takes no such file, so that it says nothing
 * - equivalent: known not to differ, with the reason
 * - survived: nothing noticed it
 */
export const FATES = [
  'killed',
  'observed-only',
  'crash',
  'timeout',
  'unloadable',
  'equivalent',
  'survived',
] as const;
export type Fate = (typeof FATES)[number];

/** A mutant that is known not to differ in anything that a document speaks of. */
export type KnownMutant = { readonly id: string; readonly reason: string };
