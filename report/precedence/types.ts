// What the section `precedence` of report.json says: which of two violated rules decides, pair by pair. All of it is observed.
import type { Pair, Relation, Unusable, WinnersSeen } from '../../spec/precedence';

/** A pair of rules that can be broken at once. */
export type PairReport = Pair & {
  readonly relation: Relation;
  readonly cases: number;
  /** Who won when; of a pair of which always the same wins, empty. */
  readonly seen: WinnersSeen;
  /** One sentence, as far as it can be told; null where always the same wins. */
  readonly dependsOn: string | null;
  /** What each raises alone, in the cases of this pair. */
  readonly raises: Readonly<Record<keyof Pair, readonly string[]>>;
  /** Paths relative to the report folder; of an ordinary pair none is kept. */
  readonly witnesses: readonly string[];
};

export type UncombinedReport = Pair & {
  /** The most frequent reason, or that there is no way at all. */
  readonly reason: Unusable | typeof NO_WAY;
  readonly tried: number;
};
export const NO_WAY = 'no scenario in which both can be broken';

/** A winner that a document orders behind the loser. */
export type Contradiction = {
  readonly winner: string;
  readonly loser: string;
  /** The order as the document states it. */
  readonly states: string;
  readonly count: number;
  readonly cases: number;
  /** What the plan with both broken raised. */
  readonly raised: readonly string[];
  /** Entries of the baseline for one of the two rules: `rule: observed`. */
  readonly knownAs: readonly string[];
  readonly witness: string;
};

export type PrecedenceReport = {
  readonly provenance: 'observed';
  readonly seed: number;
  /** Cases asked for of each pair. */
  readonly asked: number;
  readonly cases: number;
  /** Whether it was compared with what is frozen for the version. */
  readonly compared: boolean;
  /** By rule, what breaking it alone was seen to raise. */
  readonly raises: Readonly<Record<string, readonly string[]>>;
  /** Rules in layers: none is seen to win over one of an earlier layer, but within a cycle. */
  readonly layers: readonly (readonly string[])[];
  /** Each the shortest found: every rule wins over the next, and the last over the first. */
  readonly cycles: readonly (readonly string[])[];
  readonly contradictions: readonly Contradiction[];
  readonly pairs: readonly PairReport[];
  readonly uncombined: readonly UncombinedReport[];
};
