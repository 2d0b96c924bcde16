// What a transaction did: the error that it raised, and what it left of the accounts of its plan.
import type { ObservedContext } from './context-state';
import type { Emitted, Handed } from './handed';
import type { HandedCall } from './handed-call';
import type { Hex } from './plan';
import type { KeyRole } from './world';

/** Who raised an error, and which. `error` is a decimal custom code or the name of a runtime error. */
export type Raised = {
  /** The program whose invocation failed first (innermost), or `runtime` where none had begun. */
  readonly program: KeyRole | 'runtime';
  /** Custom program error number; null for the built-in errors. */
  readonly code: number | null;
  /** `Custom`, or the built-in error's name as the runtime spells it. */
  readonly error: string;
  /** The program stopped without an error of its own: panic, access violation, compute exhausted. */
  readonly panicked: boolean;
  /** It stopped because the compute units were used up. */
  readonly ranOut?: true;
};

/** What a transaction did to the leaves of an account that takes outputs; leaf indices are absolute. */
export type ObservedLeaves = {
  /** The next leaf index before, which is the first new leaf's. */
  readonly first: number;
  /** The new leaves in order, 32 bytes each. */
  readonly appended: readonly Hex[];
  /** Leaves at other indices that changed, with what is there now; a v1 tree keeps no leaves to tell. */
  readonly rewritten: ReadonlyMap<number, Hex>;
  /** A v1 state tree's current root; a v2 queue has none. */
  readonly root: Hex | null;
  /** The first thing that is not as appends and nullifications leave it, as `its sequence number`; null where all is. */
  readonly stray: string | null;
};

/** What a transaction did to a v2 state tree. */
export type ObservedNullified = {
  /** How many leaves it nullified. */
  readonly count: number;
  /** The first thing that is not as a nullification leaves it; null where all is. */
  readonly stray: string | null;
};

/** What a v1 state tree notes of one leaf, for proofs that were made before it came. */
export type NotedLeaf = {
  readonly leafIndex: bigint;
  /** The nodes from the leaf up, 32 bytes each; null where none is noted. */
  readonly path: readonly (Hex | null)[];
};

/** What a v1 state tree keeps for later proofs, where a transaction appended to it. */
export type KeptForProofs = {
  /** One for each new leaf, in order. */
  readonly noted: readonly NotedLeaf[];
  /** By level from the leaves up, the left one of the last two siblings. */
  readonly filled: readonly Hex[];
  /** The nodes above the last leaf that the tree stores, from the lowest one up to that below the root. */
  readonly canopy: readonly Hex[];
};

/** One hash chain of a batch: each is over the values of one ZKP batch. */
export type ObservedChain = {
  readonly batch: number;
  /** Which one of the batch, from 0. */
  readonly chain: number;
  /** 32 bytes: over the values that it had; null where it had none. */
  readonly before: Hex | null;
  /** How many values came to it. */
  readonly more: number;
  /** 32 bytes; empty where the list of chains does not reach so far. */
  readonly now: Hex;
};

/** The bloom filter of a batch of a v2 tree. */
export type ObservedFilter = {
  readonly batch: number;
  /** How many values came to the batch. */
  readonly more: number;
  /** How many bits were set that were not. */
  readonly bits: number;
  /** How many the filter sets for each value, by what the tree stores. */
  readonly bitsPerValue: number;
};

/** What a transaction put into the batches of a v2 queue or tree: those that grew, in order. */
export type ObservedBatches = {
  readonly chains: readonly ObservedChain[];
  /** A queue has none. */
  readonly filters: readonly ObservedFilter[];
};

/** The accounts of the plan after a transaction. */
export type WorldAfter = {
  /** Decoded context accounts that are still well formed. */
  readonly contexts: ReadonlyMap<KeyRole, ObservedContext>;
  /** Accounts whose owner, data or lamports differ from before the transaction, the payers' fees aside. */
  readonly changed: readonly KeyRole[];
  /** Those of `changed` whose owner or data differ, and not lamports alone. */
  readonly rewritten: readonly KeyRole[];
  /** Of the accounts that take outputs and changed. */
  readonly leaves: ReadonlyMap<KeyRole, ObservedLeaves>;
  /** Of the v2 state trees whose data changed. */
  readonly nullified: ReadonlyMap<KeyRole, ObservedNullified>;
  /** Of the v2 queues and trees whose data changed; left out where none did. */
  readonly batches?: ReadonlyMap<KeyRole, ObservedBatches>;
  /** Of the v1 state trees whose data changed; left out where none did. */
  readonly kept?: ReadonlyMap<KeyRole, KeptForProofs>;
  /** By how much the next leaf index of each account that takes outputs grew. */
  readonly appended: ReadonlyMap<KeyRole, number>;
  /** Lamports gained, or lost where negative, by account; the transaction fee aside, zeros left out. */
  readonly lamports: ReadonlyMap<KeyRole, bigint>;
  /** The bytes of `data:` accounts that changed. */
  readonly data?: ReadonlyMap<KeyRole, Hex>;
  /** Of mints the supply and of accounts of SPL Token the amount, where it changed; left out where none did. */
  readonly tokens?: ReadonlyMap<KeyRole, bigint>;
  /** What was handed to account-compression; null where nothing records it, or not all of it could be seen. */
  readonly handed: readonly Handed[] | null;
  /** The same before it is decoded; left out where nobody asked for it. */
  readonly emitted?: readonly Emitted[] | null;
};

/** What the system program has derived, by its own account, where it could not verify a proof; 32 bytes each, in the proof's order. */
export type Derived = {
  readonly hashes: readonly Hex[];
  readonly roots: readonly Hex[];
  readonly addresses: readonly Hex[];
  readonly addressRoots: readonly Hex[];
};

/** What programs called other programs with (stack height, the program's index in the message, then the accounts' indices and the data, both in hex) and logged, in order. */
export type Sent = { readonly calls: readonly string[]; readonly logs: readonly string[] };

export type TransactionOutcome = {
  readonly raised: Raised | null;
  /** Index among the plan's instructions of the one that failed (compute-budget instructions not counted). */
  readonly failedAt: number | null;
  /** Only of a failed verification whose log is whole; null where it does not say what was derived. */
  readonly derived?: Derived | null;
  /** Only where the listening program stands in for the system program: what it was handed; null where the log was cut. */
  readonly listened?: readonly HandedCall[] | null;
  /** With ReadonlyDataModified: all units of the transaction were taken for used up, as LiteSVM does for what a program's own instruction writes. */
  readonly unitsTaken?: true;
  /** What each account holds that was written; only where that is kept. */
  readonly contents?: ReadonlyMap<KeyRole, Uint8Array>;
  /** What the transaction consumed; only where that is metered. */
  readonly computeUnits?: number;
  /** What left its programs; only where that is kept. */
  readonly sent?: Sent;
  readonly after: WorldAfter;
};

export type Observation = { readonly transactions: readonly TransactionOutcome[] };
