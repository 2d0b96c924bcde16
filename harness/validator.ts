// What the harness asks of a validator in the process, whichever runtime it is, and what that answers.
import type { DefaultUnits } from './fees';
import type { Address } from './keys';

/** An account's contents; `owner` has 32 bytes. */
export type Stored = {
  readonly owner: Buffer;
  readonly lamports: bigint;
  readonly data: Buffer;
  readonly executable: boolean;
};

/** Why the runtime refused a transaction. */
export type Refusal = {
  /** Of the instruction that failed, compute-budget instructions counted; null where the transaction as a whole did. */
  readonly index: number | null;
  /** The error's name as the runtime spells it, `Custom` for a program's own number. */
  readonly error: string;
  /** That number. */
  readonly code: number | null;
};

/** What a validator says about a transaction. Logs are copied out of it each time that they are asked for. */
export type Answer = {
  /** Null where it was accepted. */
  readonly refused: Refusal | null;
  readonly logs: () => readonly string[];
  readonly computeUnits: () => number;
  /** The calls of programs: see Sent in spec/outcome.ts. Not every runtime tells them. */
  readonly calls?: () => readonly string[];
};

/** Sets one account to the same contents, as often as it is called. */
export type Place = () => void;

export type Validator = {
  /** Makes an account ready to be set any number of times, which costs next to nothing then. */
  readonly prepare: (address: Address, account: Stored) => Place;
  /** Sends a transaction (wire bytes) and waits until it has run. */
  readonly send: (bytes: Buffer) => Promise<Answer>;
  /** The accounts, in order, null where there is none; read at once, since eight cost hardly more than two. */
  readonly read: (addresses: readonly Address[]) => Promise<(Stored | null)[]>;
  /** At which it runs all the time. */
  readonly slot: bigint;
  readonly defaultUnits: DefaultUnits;
  /** 32 bytes. */
  readonly latestBlockhash: () => Promise<Buffer>;
};

/** The byte behind the signatures, of which there are less than 128, says which version the message has, if any. */
export const isVersioned = (bytes: Buffer): boolean => ((bytes[1 + 64 * (bytes[0] ?? 0)] ?? 0) & 0x80) !== 0;

/** Views native bytes as a Buffer without copying them again. */
export const asBuffer = ({ buffer, byteOffset, length }: Uint8Array): Buffer =>
  Buffer.from(buffer, byteOffset, length);
