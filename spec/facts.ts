// What the published accounts say about themselves before any plan: all that the model may know of the world's bytes.
import type { Hex } from './plan';
import type { KeyRole } from './world';

/** Lamports, from the rollover metadata that the account itself stores. */
export type StoredFees = { readonly rollover: bigint; readonly network: bigint };

/** Asked by name, so that the model never sees a fixture. */
export type WorldFacts = {
  /** 32 bytes; the same ones each time. */
  readonly addressOf: (key: KeyRole) => Uint8Array;
  /** The leaf index that the first output gets, of an account that takes outputs. */
  readonly nextIndexOf: (key: KeyRole) => number;
  /** How far a tree or queue is, as indexers count: what was appended to a queue, nullified in a v2 tree, changed in a v1 tree. */
  readonly sequenceOf: (key: KeyRole) => bigint;
  /** 32 bytes, as a tree's history of roots holds it at an index; null where there is none. Left out where nobody asks. */
  readonly rootOf?: (key: KeyRole, index: number) => Hex | null;
  /** At which everything runs; left out where nobody asks. */
  readonly slot?: bigint;
  /** Of a state tree or queue. */
  readonly feesOf: (key: KeyRole) => StoredFees;
};
