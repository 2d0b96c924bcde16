// What a CPI context account holds: as the documents describe it, and as it is read back.
import type { AccountData, Hex } from './plan';
import type { KeyRole } from './world';

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

/** A context account's size in bytes and its five capacities, in the order of its fields. */
export type ContextShape = Pick<ObservedContext, 'size' | 'capacities'>;
