// What comparing executions shows of a changed instruction that nothing noticed: plain data.

/**
 * What becomes of the difference that a surviving mutant makes, worst first.
 * - changed: something that is looked at was another, and no rule is about it
 * - used: an execution went another way, or did something with another value, and came to the same
 * - logged: a log line was another, and nothing else behind the text was; ways taken while it is made count as text
 * - unused: what the change itself does was there, and no execution did anything with it
 * - untold: not even that was there: no case tells the mutant from the program
 * - uncompared: the executions could not be compared
 */
export const SURVIVALS = ['changed', 'used', 'logged', 'unused', 'untold', 'uncompared'] as const;
export type SurvivalKind = (typeof SURVIVALS)[number];

/** An instruction that did something with a register which held another value; null: it went on elsewhere all the same. */
export type Use = { readonly pc: number; readonly register: number | null };

/** How many instructions each of the two ran by itself, and the one at which they met again; null where they did not. */
export type Detour = { readonly original: number; readonly changed: number; readonly met: number | null };

/** What leaves the program: instructions for other programs, log lines, or what else is observed of a case. */
export type Handed = 'calls' | 'logs' | 'outcome';

/** The first case in which a difference was used; one of which more came than another log line goes in front. */
export type Difference = {
  readonly claim: string;
  readonly index: number;
  /** Where a branch went the other way, or a function that was left out did not return. */
  readonly detour: Detour | null;
  /** Behind the change, or behind where the ways met again. */
  readonly use: Use | null;
  readonly handed: Handed | null;
};

/** Whether nothing came of it but another log line, which is no business of any document's: no branch went another way but to make its text. */
export const isOnlyLogged = ({ handed, detour }: Difference): boolean => handed === 'logs' && detour === null;

/** How far what is compared was from what it is compared with, in decimals; `nearest` to where the mutant differs. */
export type Distances = { readonly least: string; readonly most: string; readonly nearest: string };

/** What executions of the program and of the mutant showed, up to the first case in which a difference was used. */
export type Comparison = {
  /** Cases that executed the changed instruction, and their claims. */
  readonly cases: number;
  readonly claims: number;
  /** How often it was executed, and how often what the change itself does was there. */
  readonly executions: number;
  readonly effects: number;
  /** Cases in which it was. */
  readonly casesWithEffect: number;
  readonly difference: Difference | null;
  /** Only where what a branch compares, or compares with, was changed by one. */
  readonly distances: Distances | null;
};

/** A case by its claim. */
export type CaseName = { readonly claim: string; readonly index: number };

/** What is said of a survivor. */
export type Survival = {
  readonly kind: SurvivalKind;
  /** One sentence. */
  readonly why: string;
  /** Whether it is taken for equivalent, as far as these executions show. */
  readonly isSetAside: boolean;
  /** Null where nothing was compared. */
  readonly comparison: Comparison | null;
};

/** How many cases of a survivor are compared at most. */
export const COMPARED = 32;

/** Where what the change does was there and in fewer than are enough, up to so many. */
export const COMPARED_MORE = 128;

/** In at least so many of them the effect must have been there and unused for it to be set aside: 1 - 0.05^(1/20) is 14 %. */
export const ENOUGH = 20;

/** How many survivors are of each kind, and how many of the unused ones are set aside. */
export type SurvivalCounts = Readonly<Record<SurvivalKind, number>> & { readonly setAside: number };
