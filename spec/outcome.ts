// What a transaction did, and what the documents allow it to do: the two sides that a verdict compares.
import type { HandedCall } from './handed-call';
import type { KeyRole } from './world';
import type { AccountData, Hex } from './plan';

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
};

/** An address to create, as it was sent; what a program notes down besides no document says. */
export type StoredAddress = {
  readonly seed: Hex;
  readonly queueIndex: number;
  readonly treeIndex: number;
  readonly rootIndex: number;
};
export type StoredData = { readonly discriminator: Hex; readonly dataHash: Hex };
export type StoredInput = {
  readonly owner: KeyRole;
  readonly lamports: bigint;
  readonly address: Hex | null;
  readonly data: StoredData | null;
  readonly treeIndex: number;
  readonly queueIndex: number;
  readonly leafOffset: number;
  readonly proveByIndex: boolean;
  readonly rootIndex: number;
};
export type StoredOutput = {
  readonly owner: KeyRole;
  readonly lamports: bigint;
  readonly address: Hex | null;
  readonly data: AccountData | null;
  readonly treeIndex: number;
};

/** A CPI context account as CPI_CONTEXT.md, Stored Data describes it. */
export type ContextState = {
  /** null while nobody has begun (all zero). */
  readonly feePayer: KeyRole | null;
  readonly associatedTree: KeyRole;
  readonly newAddresses: readonly StoredAddress[];
  readonly inputs: readonly StoredInput[];
  readonly outputs: readonly StoredOutput[];
};

/** What a context notes beside a new address: for which program, and for which output; null where for none. */
export type AddressNote = { readonly owner: KeyRole | null; readonly assignedTo: number | null };

/** A context account as read back: its state, its shape, and whether bytes outside the state are left over. */
export type ObservedContext = {
  readonly state: ContextState;
  readonly size: number;
  readonly capacities: readonly number[];
  readonly leftoverBytes: boolean;
  /** In the order of the new addresses; left out where there are none. */
  readonly noted?: readonly AddressNote[];
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
  /** Bytes changed that neither an append nor a nullification has to change. */
  readonly strayBytes: boolean;
};

/** What a transaction did to a v2 state tree. */
export type ObservedNullified = {
  /** How many leaves it nullified. */
  readonly count: number;
  /** Bytes changed that a nullification does not have to change. */
  readonly strayBytes: boolean;
};

/** An output as an execution hands it on: the account that takes it, its hash and its leaf index. */
export type HandedLeaf = { readonly account: KeyRole; readonly hash: Hex; readonly leafIndex: number };
export type HandedNullifier = {
  readonly hash: Hex;
  readonly leafIndex: number;
  readonly proveByIndex: boolean;
  readonly tree: KeyRole;
  readonly queue: KeyRole;
};

/** What one execution hands to account-compression, which is what indexers read. */
export type Handed = {
  /** 32 bytes; zeros where there is none. Left out where nobody asks. */
  readonly transactionHash?: Hex;
  readonly leaves: readonly HandedLeaf[];
  readonly nullifiers: readonly HandedNullifier[];
  /** How many new addresses. */
  readonly addresses: number;
  /** The outputs that came from a context, in full. */
  readonly contextOutputs: readonly StoredOutput[];
  /** Bytes behind all of that. */
  readonly trailingBytes: number;
};

/** What account-compression was handed, as it was sent: its data, and the addresses of its accounts in base58. */
export type Emitted = { readonly data: Hex; readonly accounts: readonly string[] };

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

export type TransactionOutcome = {
  readonly raised: Raised | null;
  /** Index among the plan's instructions of the one that failed (compute-budget instructions not counted). */
  readonly failedAt: number | null;
  /** Only of a failed verification whose log is whole. */
  readonly derived?: Derived;
  /** Only where the listening program stands in for the system program: what it was handed; null where the log was cut. */
  readonly listened?: readonly HandedCall[] | null;
  /** With ReadonlyDataModified: all units of the transaction were taken for used up, as LiteSVM does for what a program's own instruction writes. */
  readonly unitsTaken?: true;
  /** What each account holds that was written; only where that is kept. */
  readonly contents?: ReadonlyMap<KeyRole, Uint8Array>;
  /** What the transaction consumed; only where that is metered. */
  readonly computeUnits?: number;
  readonly after: WorldAfter;
};

export type Observation = { readonly transactions: readonly TransactionOutcome[] };

/** A context account's size in bytes and its five capacities, in the order of its fields. */
export type ContextShape = Pick<ObservedContext, 'size' | 'capacities'>;

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

/** What is not documented but was always seen; null where it is not asked for. */
export type ObservedEffects = {
  /** Each invocation's outputs in order: first the context's, then its own. */
  readonly order: boolean;
  /** Of every account that gains or loses, the transaction fee aside. */
  readonly lamports: ReadonlyMap<KeyRole, bigint> | null;
  /** What is left in the place of a spent leaf. */
  readonly spentLeaf: Hex | null;
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
  /** Of each execution, where it hands one on; left out where that is not asked for. */
  readonly transactionHashes?: readonly Hex[];
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
  /** What must be seen of the addresses that the program derived before it refused. */
  readonly derived?: ExpectedAddresses;
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
