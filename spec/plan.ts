// A plan: accounts before, and the transactions to send. A plan is plain data and is itself the witness file.
import type { ProgramCall } from './call';
import type { TableState, Versioned } from './table';
import type { TokenInstruction } from './token';
import type { AnyCaller, CallerName, KeyRole } from './world';

/** Lower-case hexadecimal digits, two per byte. */
export type Hex = string;

/** `length` bytes, the i-th being (fill + i) mod 256: large data that stays readable and shrinks. */
export type Pattern = {
  readonly fill: number;
  readonly length: number;
  /** All the bytes, where they follow no pattern: only of what is predicted or observed, with fill -1. */
  readonly hex?: Hex;
};

/**
 * An account that differs from the world's own before the first transaction.
 * Fields left out keep the value of the account of that name; an account without one starts empty.
 */
export type AccountBefore = {
  readonly key: KeyRole;
  readonly owner?: KeyRole;
  readonly lamports?: bigint;
  /** First 8 bytes of the data. */
  readonly discriminator?: Hex;
  /** Data length in bytes: cut, or padded with zeros. */
  readonly size?: number;
  /** CPI context account only: the stored fee payer. */
  readonly feePayer?: KeyRole;
  /** CPI context account only: the stored associated Merkle tree. */
  readonly associatedTree?: KeyRole;
  /** Address lookup table only: all that it says. */
  readonly table?: TableState;
  /** Any other bytes of the data. */
  readonly patches?: readonly { readonly offset: number; readonly hex: Hex }[];
};

export type AccountMeta = { readonly key: KeyRole; readonly signer: boolean; readonly writable: boolean };

export type AccountData = {
  readonly discriminator: Hex;
  readonly bytes: Pattern;
  /** 32 bytes, below the BN254 field modulus. */
  readonly dataHash: Hex;
};

/** Indices point into the remaining accounts (account 11 is index 0). */
export type InputAccount = {
  readonly owner: KeyRole;
  readonly lamports: bigint;
  readonly address: Hex | null;
  readonly data: AccountData | null;
  readonly treeIndex: number;
  readonly queueIndex: number;
  /** Leaf index relative to the queue's next index before the plan's first transaction. */
  readonly leafOffset: number;
  readonly proveByIndex: boolean;
  readonly rootIndex: number;
};

export type OutputAccount = {
  readonly owner: KeyRole;
  readonly lamports: bigint;
  readonly address: Hex | null;
  readonly data: AccountData | null;
  readonly treeIndex: number;
};

export type NewAddress = {
  readonly seed: Hex;
  readonly queueIndex: number;
  readonly treeIndex: number;
  readonly rootIndex: number;
  /** Which output gets the address; left out: none, or an instruction that cannot say. */
  readonly assignedTo?: number;
};

/** `cpi_context` of the instruction data: both flags false is execute. */
export type CpiContextFlags = { readonly firstSet: boolean; readonly set: boolean; readonly index: number };

export type ReadOnlyAddress = {
  readonly address: Hex;
  readonly treeIndex: number;
  readonly rootIndex: number;
};
/** A compressed account whose hash a read-only account sends; its leaf index is relative, as an input's. */
export type ReadAccount = {
  readonly owner: KeyRole;
  readonly lamports: bigint;
  readonly address: Hex | null;
  /** Of data only what is hashed. */
  readonly data: { readonly discriminator: Hex; readonly dataHash: Hex } | null;
  readonly leafOffset: number;
};
export type ReadOnlyAccount = {
  /** What the hash is of; then `accountHash` and `leafIndex` say nothing. */
  readonly of?: ReadAccount;
  readonly accountHash: Hex;
  readonly treeIndex: number;
  readonly queueIndex: number;
  readonly leafIndex: number;
  readonly proveByIndex: boolean;
  readonly rootIndex: number;
};

/** The bytes of instruction data that say yes or no, or whether something follows. */
export const FLAG_FIELDS = [
  'proof',
  'relayFee',
  'compressOrDecompressLamports',
  'isCompress',
  'cpiContext',
  'set',
  'firstSet',
  'address',
  'data',
  'proveByIndex',
  'readOnly',
  'withContext',
  'withTransactionHash',
  'assignedTo',
  'input',
  'output',
] as const;
export type FlagField = (typeof FLAG_FIELDS)[number];
export type FlagBytes = Readonly<Partial<Record<FlagField, number>>>;
/** The u32 in front of a list, where it is not how many entries follow. */
export type Counts = Readonly<Partial<Record<CountedField, number>>>;
export type CountedField = 'newAddresses' | 'inputs' | 'outputs';

/** The fields of instruction data: InvokeCpi's (INVOKE_CPI.md, Instruction Data), and what its siblings have besides. */
export type InvokeData = {
  /** 8 bytes as sent; with fewer, these bytes are all the data there is. */
  readonly discriminator: Hex;
  /** The u32 in front of the data; null sends the true length. */
  readonly lengthPrefix: number | null;
  /** 128 bytes, or none. */
  readonly proof: Hex | null;
  readonly newAddresses: readonly NewAddress[];
  readonly inputs: readonly InputAccount[];
  readonly outputs: readonly OutputAccount[];
  readonly relayFee: bigint | null;
  readonly compressOrDecompressLamports: bigint | null;
  readonly isCompress: boolean;
  readonly cpiContext: CpiContextFlags | null;
  /** Bytes cut from the end of the serialized data, never into the discriminator. */
  readonly cutBytes: number;
  /** Only sent by InvokeCpiWithReadOnly and InvokeCpiWithAccountInfo, as is all that follows. */
  readonly readOnlyAddresses: readonly ReadOnlyAddress[];
  readonly readOnlyAccounts: readonly ReadOnlyAccount[];
  /** The byte that names the account mode, where it is not that of the invocation. */
  readonly modeByte?: number;
  /** `bump` as sent, where it is not that of the caller's authority. */
  readonly bump?: number;
  /** `invoking_program_id` as sent, where it is not the caller. */
  readonly invokingProgram?: KeyRole;
  readonly withTransactionHash?: true;
  /** InvokeCpiWithAccountInfo: inputs and outputs stand in account infos of their own instead of in pairs. */
  readonly infosApart?: true;
  /** InvokeCpiWithAccountInfo: that many account infos with neither input nor output, behind the others. */
  readonly emptyInfos?: number;
  /** The byte `with_cpi_context` says no, whatever `cpiContext` says. */
  readonly withoutContext?: true;
  /** InvokeCpi of 0.10.0: the seeds of the caller's authority stand in front of `cpi_context`. */
  readonly signerSeeds?: true;
  /** Bytes behind all fields. */
  readonly tail?: Hex;
  /** Sent where the values say 0 or 1, in every entry that has the field. */
  readonly flagBytes?: FlagBytes;
  readonly counts?: Counts;
};

export type InstructionName = 'Invoke' | 'InvokeCpi' | 'InvokeCpiWithReadOnly' | 'InvokeCpiWithAccountInfo';

/** One call of the system program: who calls, through whom, with which accounts and data. */
export type Invocation = {
  readonly kind: 'invocation';
  readonly caller: CallerName;
  /** Programs of ours in between the transaction and the caller, outermost first. */
  readonly through: readonly CallerName[];
  readonly instruction: InstructionName;
  /** The transaction itself makes the call; `caller` and `through` say nothing then. */
  readonly direct?: true;
  /** Accounts by options (mode 1) instead of InvokeCpi's eleven slots (mode 0); of the two instructions that have modes. */
  readonly mode?: 'v2';
  /** The fixed slots (layouts.ts), then the remaining accounts. */
  readonly accounts: readonly AccountMeta[];
  readonly data: InvokeData;
};

/** The same call, whoever makes it. */
export type AnyInvocation = Omit<Invocation, 'caller'> & { readonly caller: AnyCaller };

/** A transfer of lamports between two wallets: an instruction that has nothing to do with the documents. */
export type Transfer = {
  readonly kind: 'transfer';
  readonly from: KeyRole;
  readonly to: KeyRole;
  readonly lamports: bigint;
};

/**
 * One InitializeCpiContextAccount (INIT_CPI_CONTEXT_ACCOUNT.md), sent by the transaction itself or by programs of ours.
 */
export type Initialization = {
  readonly kind: 'initialize';
  /** Programs of ours in between, outermost first; the last one makes the call. None: the transaction does. */
  readonly through: readonly CallerName[];
  /** fee_payer, cpi_context_account, associated_merkle_tree, and whatever comes behind. */
  readonly accounts: readonly AccountMeta[];
  /** All instruction data as sent: the 8-byte discriminator, cut short or longer. */
  readonly data: Hex;
};

export type PlannedInstruction = Invocation | Transfer | Initialization | ProgramCall | TokenInstruction;

export type PlannedTransaction = {
  readonly feePayer: KeyRole;
  /** Compute-budget instructions in front; null leaves them out. */
  readonly computeUnitLimit: number | null;
  readonly computeUnitPrice: bigint | null;
  /** Sent as version 0, with these accounts looked up in tables; left out: a legacy transaction, which has none. */
  readonly versioned?: Versioned;
  /** Sent even if it is larger than a packet: the validator in this process takes it, no network would. */
  readonly oversize?: true;
  readonly instructions: readonly PlannedInstruction[];
};

export type Plan = {
  readonly accounts: readonly AccountBefore[];
  readonly transactions: readonly PlannedTransaction[];
};
