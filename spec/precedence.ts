// Which of two violated rules decides: what pairs of rules showed, and what is frozen of it. No document says any of this.
import type { Plan } from './plan';
import type { ProgramHashes } from './result';
import type { Recorded } from './runtime';

/** Two rules, the ids in the order in which the rules are listed. */
export type Pair = { readonly first: string; readonly second: string };

/**
 * What a plan that breaks both rules raised: what breaking the first alone raises, or the second alone; something else
 * (`neither`); or both raise the same alone (`same`), so that nothing can be told.
 */
export type Winner = 'first' | 'second' | 'neither' | 'same';

/** Outcomes by the names of outcome-names.ts: `light-system:6002`, `light-system:panic`, `accepted`. */
export type PairOutcomes = { readonly first: string; readonly second: string; readonly both: string };

/** The four plans of a case: nothing broken, one rule broken, the other, both. */
export type PairPlans = {
  readonly base: Plan;
  readonly first: Plan;
  readonly second: Plan;
  readonly both: Plan;
};

/** A self-contained case of a pair: replays without generator or seed. */
export type PairWitness = Pair &
  Recorded & {
    readonly formatVersion: 1;
    readonly kind: 'pair';
    /** The kind of scenario. */
    readonly scenario: string;
    readonly winner: Winner;
    readonly outcomes: PairOutcomes;
    readonly programs: ProgramHashes;
    readonly plans: PairPlans;
  };

/** All cases of a pair that went the same way in scenarios of one kind. */
export type Sighting = {
  readonly scenario: string;
  /** The rule whose edit was made for other kinds of scenario, if any. */
  readonly guest: keyof Pair | null;
  /** Neither rule is broken in a way that also takes a free choice of which deviations are known. */
  readonly isClean: boolean;
  readonly winner: Winner;
  readonly outcomes: PairOutcomes;
  /** Whether an order that the documents state lets either win. */
  readonly mayWin: Readonly<Record<keyof Pair, boolean>>;
  readonly count: number;
  /** The smallest of the cases. */
  readonly plans: PairPlans;
};

/** Why a case says nothing about its pair. */
export type Unusable =
  | 'does not break the first'
  | 'does not break the second'
  | 'breaking the first breaks the second'
  | 'breaking the second breaks the first'
  | 'the second change undoes the first'
  | 'the first change undoes the second'
  | 'broken in different instructions'
  | 'together they break a third rule'
  | 'together they make a free choice that neither makes'
  | 'the valid plan is refused'
  | 'the first alone is accepted'
  | 'the second alone is accepted'
  | 'refused in different instructions'
  | 'stopped before the call'
  | 'raises something else than where its edit is at home'
  | 'too large for a packet';

/** What running the cases of a pair showed. */
export type PairResult = Pair & {
  /** How many ways there are to break both: an edit of each and a kind of scenario that both fit. */
  readonly ways: number;
  readonly sightings: readonly Sighting[];
  /** Cases that say nothing, by why. */
  readonly unusable: Readonly<Partial<Record<Unusable, number>>>;
};

export type Relation = 'first' | 'second' | 'neither' | 'depends' | 'same';

/** `direct: light-system:6002 and light-system:6027` to who wins then; several where no reason for either was found. */
export type WinnersSeen = Readonly<Record<string, readonly Winner[]>>;

/** What is frozen of one pair for one program version. */
export type FrozenPair = Pair & {
  readonly relation: Relation;
  /** Of a pair of which not always the same wins. */
  readonly seen?: WinnersSeen;
  /** Contradicts an order that a document states. */
  readonly contradicts?: true;
};

export type FrozenPrecedence = {
  readonly formatVersion: 1;
  readonly programVersion: string;
  readonly systemProgram: string;
  readonly provenance: 'observed';
  /** By rule, what breaking it alone was seen to raise. */
  readonly raises: Readonly<Record<string, readonly string[]>>;
  readonly pairs: readonly FrozenPair[];
};
