// What a wrong model is, and what it takes to refute one: the vocabulary of the mutation of the model.
import type { ProgramHashes } from './result';
import type { VerdictKind } from './verdict';

/** In the order in which the matrix shows them. */
export const MUTATIONS = ['dropped', 'negated', 'neighbour'] as const;
export type Mutation = (typeof MUTATIONS)[number];

/** The model with one rule changed. */
export type ModelMutant = {
  /** `<rule>#<mutation>`. */
  readonly id: string;
  readonly rule: string;
  readonly mutation: Mutation;
  /** What this model says in place of the rule, one sentence. */
  readonly says: string;
  /** Rules that are dropped with it. */
  readonly besides?: readonly string[];
};

/** A transaction that did something else than what the mutant says, and is not wrong in the same way by the documents. */
export type Refutation = {
  readonly claim: string;
  /** Of the claim, from 0. */
  readonly index: number;
  /** Whether the plan did, or the valid one that it was made from. */
  readonly road: 'plan' | 'twin';
  readonly transaction: number;
  /** By the mutant. */
  readonly verdict: VerdictKind;
  readonly expected: string;
  readonly observed: string;
  /** By the documents: `match`, or where the program does not keep them either, in which other way. */
  readonly documents: VerdictKind;
};

/** What the cases of one claim say about some mutants. */
export type ClaimRefutations = {
  readonly claim: string;
  readonly executed: number;
  /** Cases that did what the documents say. */
  readonly matching: number;
  /** Cases in which the program raised the error that the claim's rule names. */
  readonly named: number;
  /** Rules that its cases exercise; of any other they can say nothing. */
  readonly exercised: readonly string[];
  /** The first refutation of each mutant that has one, by its id. */
  readonly refuted: Readonly<Record<string, Refutation>>;
};

/** A mutant with what came of it. */
export type MutantResult = ModelMutant & {
  readonly refutation: Refutation | null;
  /** Cases that were judged by it, up to the first refutation; those of its own rule first. */
  readonly cases: number;
  /** Why no plan can tell it from the documents on this version; null where nobody has said so. */
  readonly explained: string | null;
};

/** What the documents say of a rule's own cases: where few match, little can be refuted. */
export type OwnCases = {
  readonly executed: number;
  readonly matching: number;
  /** In which the program raised the error that the rule names. */
  readonly named: number;
};

export type ModelMutationReport = {
  readonly formatVersion: 1;
  readonly tool: string;
  readonly programs: ProgramHashes;
  readonly seed: number;
  /** Of each claim. */
  readonly cases: number;
  readonly totals: Readonly<Record<'mutants' | 'refuted' | 'explained' | 'survived' | 'stale', number>>;
  /** Rules that say nothing about this version, with the reason. */
  readonly notApplicable: Readonly<Record<string, string>>;
  readonly own: Readonly<Record<string, OwnCases>>;
  readonly mutants: readonly MutantResult[];
};
