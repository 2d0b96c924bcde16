// Changes of a compiled program that a suite must notice, and what came of each: plain data.
import type { Survival, SurvivalCounts } from './survivor';
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

/** What the program under test does with a case: as much as a mutant is to be told from. */
export type CaseReference = {
  /** The same where, as far as anybody looks, the same happened. */
  readonly digest: string;
  readonly kind: VerdictKind;
  readonly expected: string;
  readonly observed: string;
};

/** Cases of a claim, by their index. */
export type CaseRange = {
  readonly claim: string;
  readonly indices: readonly number[];
  /** How many cases these were chosen from; those left out cannot meet the mutant. */
  readonly of: number;
  /** Of each index, where that is known already. */
  readonly references?: readonly CaseReference[];
  /** Not asked where a documented rule before it has noticed the mutant. */
  readonly isLast?: true;
};

/** How a claim noticed a mutant. */
export type Kill = {
  readonly claim: string;
  /** The case that shows it; of a claim that lost its evidence, the first one whose twin was refused. */
  readonly index: number;
  /** `stale`: what was expected and observed is a listed deviation that the mutant no longer shows. */
  readonly verdict: VerdictKind | 'stale';
  readonly expected: string;
  readonly observed: string;
  /** No document says that the program is wrong now: it was only always seen to be otherwise. */
  readonly isObserved: boolean;
  /** The program did not come to an end of its own: a panic, a bad access, or no compute units left. */
  readonly hasStopped: boolean;
};

/** A case that went otherwise than with the program under test, and that no rule judges otherwise. */
export type Unjudged = { readonly claim: string; readonly index: number };

/** What came of running one mutant. */
export type Trial = {
  readonly id: string;
  /** What the loader or verifier said; null where the file was loaded. */
  readonly refusal: string | null;
  /** The first kill of each claim that was tried. */
  readonly kills: readonly Kill[];
  /** How many cases ran. */
  readonly cases: number;
  /** Of each claim the first case that went otherwise and is judged as before, in the order in which they were asked. */
  readonly unjudged: readonly Unjudged[];
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

/** Code that only makes the text of log lines, from one instruction up to another: no mutant is made there. */
export type TextCode = { readonly start: number; readonly end: number; readonly reason: string };

/** A mutant with what became of it; `kills` are the claims that noticed it, in the order of the suite. */
export type MutantRow = Mutant & {
  readonly fate: Fate;
  /** Function and instruction, as the disassembly names them. */
  readonly function: string;
  readonly instruction: string;
  readonly kills: readonly string[];
  /** The first kill by a documented rule, else the first. */
  readonly by: Kill | null;
  /** What the loader said, why the process died, or why it is equivalent, or was to be where something changed. */
  readonly reason: string | null;
  readonly cases: number;
  /** The first of its trials; null where nothing else changed. */
  readonly unjudged: Unjudged | null;
  /** Of a survivor: what is said of it. */
  readonly survival: Survival | null;
  /** Of a survivor: the instructions around it. */
  readonly disassembly: readonly string[];
};

/** Of one claim: how many mutants it noticed, and how many nothing else did; null where not every claim was asked of every mutant. */
export type ClaimPower = { readonly claim: string; readonly kills: number; readonly alone: number | null };

export type MutationReport = {
  readonly formatVersion: 1;
  readonly programs: { readonly version: string; readonly systemProgram: string };
  readonly seed: number;
  /** Cases of each rule: traced, and tried once more where nothing was noticed; a sweep has twice as many. */
  readonly cases: number;
  readonly deep: number;
  /** Whether every claim was asked of every mutant; else those about proofs only where no documented rule had noticed. */
  readonly isWholeMatrix: boolean;
  /** Whether only what cases execute that invoke by InvokeCpi alone was changed. */
  readonly isInvokeCpiOnly: boolean;
  /** Instructions of the program, and those that the traced cases execute before any panic. */
  readonly instructions: number;
  readonly executed: number;
  /** How many of these only make the text of log lines: no mutant is made of them. */
  readonly textOnly: number;
  /** Mutants at these instructions, and how many of them were run. */
  readonly mutants: number;
  readonly sampled: number;
  readonly fates: Readonly<Record<Fate, number>>;
  /** Of those killed: how many because the program stopped. */
  readonly stopped: number;
  /** Killed by documented rules, of those that ran to the end and are not known to be equivalent; null of none. */
  readonly score: number | null;
  /** The same with rules about what was always seen. */
  readonly scoreWithObserved: number | null;
  /** What becomes of the differences that survivors make, how many are compared in how many cases, and set aside from how many on. */
  readonly survivors: SurvivalCounts & { readonly compared: number; readonly enough: number };
  /** Killed by any rule, of those asked but for the survivors that are set aside: this is held against the goal. */
  readonly scoreBesideSetAside: number | null;
  readonly goal: number;
  readonly operators: readonly {
    readonly operator: Operator;
    readonly mutants: number;
    readonly killed: number;
    readonly survived: number;
  }[];
  readonly claims: readonly ClaimPower[];
  readonly controls: readonly {
    readonly control: Control;
    readonly tried: number;
    readonly alarms: readonly string[];
  }[];
  readonly rows: readonly MutantRow[];
};
