// What the model says that a transaction may do: how it may be refused, and what it must have done where it is accepted.
import type { AddressNote, ContextShape, ContextState } from './context-state';
import type { Handed } from './handed';
import type { KeptForProofs } from './outcome';
import type { Hex } from './plan';
import type { KeyRole } from './world';

/** The outputs of one invocation that go to one account: the documents leave open in which order. */
export type ExpectedGroup = {
  /** The first one's absolute leaf index. */
  readonly first: number;
  readonly count: number;
  /** The hash (32 bytes) of an output, counted from 0 in the observed order, if it were appended at that index. */
  readonly hashAt: (output: number, leafIndex: number) => Hex;
};

/** The leaves that an account must have gained; `rootOf` is the root of a v1 tree with these leaves appended. */
export type ExpectedLeaves = {
  readonly groups: readonly ExpectedGroup[];
  readonly rootOf: ((appended: readonly Hex[]) => Hex) | null;
};

/** What must have gone into the hash chains of a v2 queue or tree. */
export type ExpectedChain = {
  /** 32 bytes each, in order; for a leaf that stands in a queue, what stands there is taken instead. */
  readonly values: readonly (() => Hex)[];
  /** A chain that was one before, or had no value (null), with these values. */
  readonly chainOf: (before: Hex | null, values: readonly Hex[]) => Hex;
};

/** What is not documented but was always seen; null where it is not asked for. */
export type ObservedEffects = {
  /** Each invocation's outputs in order: first the context's, then its own. */
  readonly order: boolean;
  /** Of every account that gains or loses, the transaction fee aside. */
  readonly lamports: ReadonlyMap<KeyRole, bigint> | null;
  /** What is left in the place of a spent leaf. */
  readonly spentLeaf: Hex | null;
  /** By v2 queue or tree. */
  readonly chains: ReadonlyMap<KeyRole, ExpectedChain> | null;
  /** Whether what a v2 tree nullifies sets bits of its bloom filters; left out where it is not asked for. */
  readonly filtered?: boolean;
  /** By v1 state tree what it keeps for later proofs, once these leaves are appended; left out where it is not asked for. */
  readonly kept?: ReadonlyMap<KeyRole, (appended: readonly Hex[]) => KeptForProofs>;
  /** What each execution hands to account-compression: the parts that are asked for. */
  readonly handed: readonly Partial<Handed>[] | null;
  /** Supplies and amounts of SPL Token that must have changed; left out where it is not asked for. */
  readonly tokens?: ReadonlyMap<KeyRole, bigint>;
  /** What contexts note beside new addresses; left out where it is not asked for. */
  readonly noted?: ReadonlyMap<KeyRole, readonly AddressNote[]>;
};

/** What an accepted transaction must have done. */
export type Effects = {
  /** Of each context account in `contexts`: its size and lists. */
  readonly shapes: ReadonlyMap<KeyRole, ContextShape>;
  readonly contexts: ReadonlyMap<KeyRole, ContextState>;
  readonly appended: ReadonlyMap<KeyRole, number>;
  /** Lamports that these accounts must have gained or lost, no more and no less. */
  readonly lamports: ReadonlyMap<KeyRole, bigint>;
  /** What the sol pool must have gained by the accounts created and spent; left out where that is not asked for. */
  readonly pooled?: bigint;
  /** Accounts that may change; all others must not. */
  readonly mayChange: ReadonlySet<KeyRole>;
  /** Those whose data may change, and not lamports alone. */
  readonly mayRewrite: ReadonlySet<KeyRole>;
  /** By account that takes outputs; null where the hashes are not asked for. */
  readonly leaves: ReadonlyMap<KeyRole, ExpectedLeaves> | null;
  /** Absolute leaf indices that were nullified, by output queue; null where indices are not known. */
  readonly spent: ReadonlyMap<KeyRole, ReadonlySet<number>> | null;
  /** Of each execution what its transaction hash may be; left out where that is not asked for. */
  readonly transactionHashes?: readonly (readonly Hex[])[];
  readonly observed: ObservedEffects;
  /** Of a call graph: the `data:` accounts that must have changed, with their bytes. */
  readonly data?: ReadonlyMap<KeyRole, Hex>;
};

/** What a rejected transaction may raise, because of which rules. */
export type AllowedRejection = {
  /** Null where the runtime refuses the transaction as a whole, when all instructions have run. */
  readonly failedAt: number | null;
  readonly codes: ReadonlySet<number>;
  readonly errors: ReadonlySet<string>;
  /** A violated rule for which the documents name no code: any error will do that is not a documented one out of place. */
  readonly anyUndocumented: boolean;
  /** The runtime may stop the calling program in front of its call (CPI_GUIDE.md), as no document settles. */
  readonly mayStopCaller?: true;
  /** In which of its parts the rule that the case is about is broken, where these are told apart. */
  readonly place?: string;
  /** What must be seen of the addresses that the program derived before it refused. */
  readonly derived?: ExpectedAddresses;
  /** What the proof should have proven, as observed to be logged; left out where that is not asked for. */
  readonly statement?: ExpectedStatement;
  /** Of a call graph. */
  readonly calls?: CallRefusal;
};

/** Addresses of an execution, by position. */
export type ExpectedAddresses = {
  /** Pairs that must differ: the documents derive an address from its program. */
  readonly distinct: readonly (readonly [number, number])[];
  /** As observed; null where that is not asked for. */
  readonly observed: readonly Hex[] | null;
};

/** Of each input that no index proves its hash and root, then each new address and its root; null where a root is not known. */
export type ExpectedStatement = {
  readonly hashes: readonly Hex[];
  readonly roots: readonly (Hex | null)[];
  readonly addresses: readonly Hex[];
  readonly addressRoots: readonly (Hex | null)[];
  /** Whether a log that does not say it, and an error other than 6043, is another than was observed. */
  readonly mustLog: boolean;
};

/** What is particular about the refusal of a call graph: its errors come from the runtime or from programs of ours. */
export type CallRefusal = {
  /** Who may be named as the one that raised it. */
  readonly by: ReadonlySet<KeyRole | 'runtime'>;
  /** What was always seen, where it is asked for. */
  readonly seen: SeenRefusal | null;
  /** A document demands that there be an error at all. */
  readonly documented: boolean;
  /** A program may be stopped from outside. */
  readonly mayStop: boolean;
};

/** An error as it was always seen: its name or its code, and the program that it was raised in. */
export type SeenRefusal = {
  readonly errors: ReadonlySet<string>;
  readonly codes: ReadonlySet<number>;
  readonly by: ReadonlySet<KeyRole | 'runtime'>;
};

/** One thing that the documents allow to happen; `because` are rule ids. */
export type Alternative =
  | { readonly kind: 'accepted'; readonly effects: Effects; readonly because: readonly string[] }
  | { readonly kind: 'rejected'; readonly rejection: AllowedRejection; readonly because: readonly string[] };

export type Prediction =
  | { readonly kind: 'specified'; readonly alternatives: readonly Alternative[] }
  | { readonly kind: 'unspecified'; readonly why: string };
