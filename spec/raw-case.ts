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
  /** Wire bytes in base64 with dummy signatures, and where the 32 bytes of the blockhash lie. */
  readonly transactions: readonly { readonly bytes: string; readonly blockhashAt: number }[];
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
