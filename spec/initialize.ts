// InitializeCpiContextAccount as INIT_CPI_CONTEXT_ACCOUNT.md lays it out: discriminator, the three accounts, legal trees.
import { CONTEXT_SIZE } from './cpi-context';
import type { AccountBefore, Hex } from './plan';
import type { KeyRole } from './world';

/** INIT_CPI_CONTEXT_ACCOUNT.md, Summary: `[233, 112, 71, 66, 121, 33, 178, 188]`. */
export const INITIALIZE_DISCRIMINATOR: Hex = 'e97047427921b2bc';

/** INIT_CPI_CONTEXT_ACCOUNT.md, Accounts: names of the accounts, by index. */
export const INITIALIZE_ACCOUNTS = ['fee_payer', 'cpi_context_account', 'associated_merkle_tree'] as const;
export type InitializeAccount = (typeof INITIALIZE_ACCOUNTS)[number];

/** Index of an account. */
export const INITIALIZE_SLOT: Readonly<Record<InitializeAccount, number>> = {
  fee_payer: 0,
  cpi_context_account: 1,
  associated_merkle_tree: 2,
};

/** "Discriminator must be zero (uninitialized)". */
export const UNINITIALISED: Hex = '0000000000000000';

/** INIT_CPI_CONTEXT_ACCOUNT.md, Account Validations: an account that is ready to be initialised. */
export const readyToInitialise = (key: KeyRole): AccountBefore => ({
  key,
  owner: 'light-system',
  size: CONTEXT_SIZE,
});

/** Discriminators of the account-compression program's accounts, as read from the published fixtures. */
export const TREE_DISCRIMINATORS = {
  stateTree: 'ac2bacba1d49db54',
  /** State and address trees of version 2 have the same. */
  batchedTree: '42617463684d7461',
  addressTree: '0ba1af09d4e54949',
  queue: 'a4c86c3e573f7b41',
  batchedQueue: '7175657565616363',
} as const;
