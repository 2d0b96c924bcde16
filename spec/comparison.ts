// What two builds of the programs do with the same plans, and in what that differs. Plain data; no document judges it.
import type { Case } from './verdict';
import type { Pair, PairOutcomes, Unusable, Winner } from './precedence';
import type { ProgramHashes } from './result';

/** What can be seen of a transaction; an effect is named by the part of the world and a digest of what happened to it. */
export type TransactionSight = {
  /** `accepted`, `light-system:6002`. */
  readonly outcome: string;
  readonly effects: Readonly<Record<string, string>>;
  readonly computeUnits: number;
};

/** A plan's transactions in order; one that fits into no packet has none. */
export type Sight = readonly TransactionSight[];

/**
 * - code: refused with another error. - refused, accepted: it was the other way before.
 * - order: another of several broken rules is told, and both errors are told by both builds.
 * - effects: accepted by both, with other effects. - reachable, unreachable: an error that only one build raises at all.
 * - units: the same outcome and effects for another number of compute units.
 */
export type ChangeKind =
  'code' | 'refused' | 'accepted' | 'order' | 'effects' | 'reachable' | 'unreachable' | 'units';

/** In what two sights of one plan differ first. */
export type Difference = {
  readonly kind: Exclude<ChangeKind, 'order' | 'reachable' | 'unreachable'>;
  /** Outcomes; of effects the parts that differ, of compute units nothing. */
  readonly before: string;
  readonly after: string;
  /** From 0. */
  readonly transaction: number;
};

/** All cases of one claim that differ in the same way. */
export type Change = {
  readonly kind: ChangeKind;
  /** The rule that is broken, or the sweep whose plans break what they like. */
  readonly claim: string;
  readonly before: string;
  readonly after: string;
  readonly count: number;
  /** Of the claim's cases. */
  readonly cases: number;
  /** Of an error that only one build raises: how many other claims it comes up in there. */
  readonly elsewhere?: number;
  /** Compute units over these cases, on both builds; null for other kinds. */
  readonly units: { readonly before: number; readonly after: number } | null;
  /** Index of the first of them in the claim. */
  readonly first: number;
};

/** A change with the case that shows it on both builds. */
export type ShownChange = Change & { readonly witness: string };
export type ChangeWitness = { readonly path: string; readonly shown: Case };

/** One build's answer to a case of two broken rules. */
export type OrderSight = { readonly winner: Winner; readonly outcomes: PairOutcomes };

/** Two rules of which each alone raises the same on both builds, and both at once something else. */
export type OrderChange = Pair & {
  /** The kind of scenario. */
  readonly scenario: string;
  readonly before: OrderSight;
  readonly after: OrderSight;
};
export type ShownOrderChange = OrderChange & { readonly witness: string };

/** What a rule raises that is broken alone in a pair's cases: on the one build only, and on the other only. */
export type AloneChange = {
  readonly rule: string;
  readonly before: readonly string[];
  readonly after: readonly string[];
};

/** How much of the cases one build told. */
export type OrderTold = {
  readonly decided: number;
  /** Cases that say nothing on this build. */
  readonly undecided: number;
  /** Kinds of cases that the other build decided and this one could not, by why. */
  readonly lost: Readonly<Partial<Record<Unusable, number>>>;
};

/** What pairs of rules showed on two builds; `executed` counts the cases that were decided on the second one. */
export type OrderComparison = {
  readonly pairs: number;
  readonly cases: number;
  readonly executed: number;
  readonly before: OrderTold;
  readonly after: OrderTold;
  readonly changes: readonly ShownOrderChange[];
  /** Another error of a rule is no other order, but a change all the same. */
  readonly alone: readonly AloneChange[];
};

export type Comparison = {
  readonly formatVersion: 1;
  readonly tool: string;
  readonly before: ProgramHashes;
  readonly after: ProgramHashes;
  readonly seed: number;
  readonly cases: number;
  readonly claims: number;
  readonly executed: number;
  readonly changes: readonly ShownChange[];
  /** Left out where nobody asked for pairs of rules. */
  readonly precedence?: OrderComparison;
};
