// A case as bare accounts and transactions: what a test without this project needs to send.

/** Lamports in decimal, data in base64, addresses in base58. */
export type RawAccount = {
  readonly address: string;
  readonly owner: string;
  readonly lamports: string;
  readonly data: string;
  readonly executable: boolean;
};

export type RawCase = {
  /** By address, what a plan calls it. */
  readonly names: Readonly<Record<string, string>>;
  /** Addresses at which the calling program stands. */
  readonly callers: readonly string[];
  /** Addresses of accounts to take from the published package. */
  readonly published: readonly string[];
  /** All others. */
  readonly accounts: readonly RawAccount[];
  readonly transactions: readonly RawTransaction[];
};

/** Wire bytes in base64 with dummy signatures, where the 32 bytes of the blockhash lie, and the fee in lamports. */
export type RawTransaction = {
  readonly bytes: string;
  readonly blockhashAt: number;
  readonly fee: bigint;
};

/** Why the runtime refused a transaction. */
export type RawError = {
  /** Index in the message of the instruction that failed; null where none of the plan's did. */
  readonly instruction: number | null;
  /** A regular expression for the runtime's text. */
  readonly text: string;
  /** Address of the program that failed first, which is the innermost one; null where none had begun. */
  readonly by: string | null;
  readonly ranOut: boolean;
};

/** An account that an accepted transaction left otherwise than it was. */
export type RawChange = {
  readonly address: string;
  /** Gained, or lost where negative; the fee included. */
  readonly lamports: string;
  /** Of the data afterwards; null where neither data nor owner changed. */
  readonly sha256: string | null;
};

/** What a transaction did, as a test without this project can see it. */
export type RawOutcome = {
  readonly error: RawError | null;
  /** By address; none of a refused transaction, which the runtime undoes. */
  readonly changes: readonly RawChange[];
  /** What the system program logs of a proof that it refuses, in hexadecimal digits, sorted; null where it logs nothing of it. */
  readonly derived: readonly string[] | null;
};

/** One instruction; data in hexadecimal digits. */
export type RawInstruction = {
  readonly program: string;
  readonly accounts: readonly {
    readonly address: string;
    readonly signer: boolean;
    readonly writable: boolean;
  }[];
  readonly data: string;
};

/** A legacy transaction, instruction by instruction. */
export type RawMessage = { readonly feePayer: string; readonly instructions: readonly RawInstruction[] };
