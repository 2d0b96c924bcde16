// What an execution hands to account-compression, as indexers read it.
import type { StoredOutput } from './context-state';
import type { Hex } from './plan';
import type { KeyRole } from './world';

/** An output as an execution hands it on: the account that takes it, its hash and its leaf index. */
export type HandedLeaf = { readonly account: KeyRole; readonly hash: Hex; readonly leafIndex: number };

export type HandedNullifier = {
  readonly hash: Hex;
  readonly leafIndex: number;
  readonly proveByIndex: boolean;
  readonly tree: KeyRole;
  readonly queue: KeyRole;
};

/** A new address, and where it is to be inserted. */
export type HandedAddress = { readonly address: Hex; readonly tree: KeyRole; readonly queue: KeyRole };

/** By what indexers order what happens in a tree: its kind as a number, and how far it was before the execution. */
export type HandedSequence = {
  readonly tree: KeyRole;
  readonly queue: KeyRole;
  readonly kind: bigint;
  readonly sequence: bigint;
};

/** Null for room that is left. */
export type HandedSequences = {
  readonly outputs: readonly (HandedSequence | null)[];
  readonly inputs: readonly (HandedSequence | null)[];
  readonly addresses: readonly (HandedSequence | null)[];
};

/** What stands in front of the lists: which instruction it is, and the counts by which it is read. */
export type HandedHead = {
  readonly instruction: Hex;
  /** Whether the length that is said is that of what follows. */
  readonly isWhole: boolean;
  readonly invokedByProgram: number;
  readonly bump: number;
  readonly queues: number;
  readonly outputQueues: number;
  /** Index among the trees and queues of the first one that outputs go to. */
  readonly firstOutputQueue: number;
  readonly addressQueues: number;
};

/** Of data that have none. */
export const NO_HEAD: HandedHead = {
  instruction: '',
  isWhole: false,
  invokedByProgram: 0,
  bump: 0,
  queues: 0,
  outputQueues: 0,
  firstOutputQueue: 0,
  addressQueues: 0,
};

/** In the place of a transaction hash: there is none. */
export const NO_HASH: Hex = '0'.repeat(64);

/** What one execution hands to account-compression, which is what indexers read. */
export type Handed = {
  readonly head: HandedHead;
  /** 32 bytes; zeros where there is none. Left out where nobody asks. */
  readonly transactionHash?: Hex;
  readonly leaves: readonly HandedLeaf[];
  readonly nullifiers: readonly HandedNullifier[];
  readonly addresses: readonly HandedAddress[];
  readonly sequences: HandedSequences;
  /** The outputs that came from a context, in full. */
  readonly contextOutputs: readonly StoredOutput[];
  /** Bytes behind all of that. */
  readonly trailingBytes: number;
  /** All bytes, where they do not follow the public definition: then nothing else is told, and it is like nothing that is expected. */
  readonly undecodable?: Hex;
};

/** What account-compression was handed, as it was sent: its data, and the addresses of its accounts in base58. */
export type Emitted = { readonly data: Hex; readonly accounts: readonly string[] };
