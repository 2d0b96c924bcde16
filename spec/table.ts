// Address lookup tables: what an account of that kind holds, and what a transaction of version 0 looks up in it.
import type { KeyRole } from './world';

/**
 * How a table's account is none. The model reads the name, the harness makes the bytes.
 * - uninitialised: all zeros in front of the addresses.
 * - unknown-kind: the number in front says that it is something else than a table.
 * - bad-authority: the byte that says whether there is an authority says neither.
 */
export type TableFlaw = 'uninitialised' | 'unknown-kind' | 'bad-authority';

/** What a table says. `AccountBefore.size` cuts or pads its bytes. */
export type TableState = {
  readonly addresses: readonly KeyRole[];
  /** Deactivated in the slot in which the plan runs, or too long ago to be among the slots that the runtime remembers. */
  readonly deactivated?: 'now' | 'long-ago';
  /** So many addresses at the end were added in the slot in which the plan runs. */
  readonly addedNow?: number;
  /** Nobody may change it any more. */
  readonly frozen?: true;
  readonly flaw?: TableFlaw;
};

/** Positions in a table, each of which brings one account into the transaction. */
export type Lookup = { readonly table: KeyRole; readonly indices: readonly number[] };

/** What makes a transaction one of version 0. An account that is looked up is not listed, unless it is named here. */
export type Versioned = {
  readonly lookups: readonly Lookup[];
  /** Accounts that the transaction lists although it looks them up. The fee payer is always listed. */
  readonly alsoListed?: readonly KeyRole[];
};

/** Bytes in front of a table's addresses, 32 bytes each (layout of Solana's address lookup table program). */
export const TABLE_HEAD = 56;
export const ADDRESS_BYTES = 32;
/** A packet of 1,232 bytes holds no more keys than this, whatever else is in the transaction. */
export const KEYS_IN_A_PACKET = 35;
/** Accounts that a transaction can load, with all features of Solana 1.18 on; no document says it. */
export const MOST_ACCOUNTS = 128;
