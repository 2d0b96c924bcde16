// What a committed proof proves, in the terms that plans use; its public inputs follow from that.
import type { StoredData } from './context-state';
import type { Hex } from './plan';
import type { TokenShare } from './token';
import type { AnyCaller, CallerName, KeyRole } from './world';

/** A compressed account as it is hashed; the bytes of its data are free. */
export type ProvenLeaf = {
  readonly owner: KeyRole;
  readonly lamports: bigint;
  readonly address: Hex | null;
  readonly data: StoredData | null;
  /** Of an account of the token program: so many tokens of `mint:1` for an owner, as the data hash says. */
  readonly tokens?: TokenShare;
};

/** That an address is in no address tree yet; only a v2 address depends on the program. */
export type ProvenAddress = {
  readonly tree: KeyRole;
  readonly seed: Hex;
  readonly program: CallerName | null;
  /** 32 bytes, derived from the above. */
  readonly address: Hex;
  readonly rootIndex: number;
};

/** That leaves are in a v1 state tree, under the root behind the last of `leaves`. */
export type ProvenSpend = {
  readonly tree: KeyRole;
  /** All leaves of the tree under that root, in order: their number is the root's index. */
  readonly leaves: readonly ProvenLeaf[];
  /** Which of them are proven, in the order of the proof. */
  readonly indices: readonly number[];
};

/** Who brings the proven inputs: first the executing program its own, then each write's, in the proof's order. */
export type ProofUse<Caller extends AnyCaller = CallerName> = {
  readonly executor: Caller;
  /** How many of the inputs the execution brings itself. */
  readonly own: number;
  /** None: the execution uses no context. */
  readonly writes: readonly { readonly by: Caller; readonly count: number }[];
};

/** What is to be proven, and how a plan is to use it. New addresses are the execution's own. */
export type Statement<Caller extends AnyCaller = CallerName> = {
  readonly name: string;
  readonly spends: ProvenSpend | null;
  readonly addresses: readonly ProvenAddress[];
  readonly use: ProofUse<Caller>;
};

/** One proof: everything that it proves, and its 128 bytes. */
export type Proof<Caller extends AnyCaller = CallerName> = Statement<Caller> & { readonly bytes: Hex };
/** A proof that takes the token program to use, alone or among ours. */
export type TokenProof = Proof<AnyCaller>;
