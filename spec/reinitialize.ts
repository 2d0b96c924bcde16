// ReInitCpiContextAccount as REINIT_CPI_CONTEXT_ACCOUNT.md lays it out: what is migrated, and how it is recognised.
import { CONTEXT_V1_DISCRIMINATOR } from './cpi-context';
import { INITIALIZE_ACCOUNTS, INITIALIZE_SLOT } from './initialize';
import { REINITIALIZE_DISCRIMINATOR } from './invoke-cpi';
import type { AccountBefore, Initialization } from './plan';
import type { KeyRole } from './world';

/** "Size: 20,488 bytes". */
export const V1_SIZE = 20_488;
/** Discriminator, fee payer and associated tree. */
export const V1_FIELDS = 72;
/** REINIT_CPI_CONTEXT_ACCOUNT.md, Accounts: the only account. */
export const REINITIALIZE_CONTEXT = 0;
const REINITIALIZE_ACCOUNTS = ['cpi_context_account'] as const;

/** Whether a plan's initialisation is the migration of version 1. */
export const isReinitialization = ({ data }: Pick<Initialization, 'data'>): boolean =>
  data.startsWith(REINITIALIZE_DISCRIMINATOR);

/** A context of version 1. */
export const version1 = (key: KeyRole): AccountBefore => ({
  key,
  discriminator: CONTEXT_V1_DISCRIMINATOR,
  size: V1_SIZE,
});

type Sent = Pick<Initialization, 'data'>;

/** What the document calls the accounts of an initialisation or a migration, by index. */
export const initializationAccounts = (item: Sent): readonly string[] =>
  isReinitialization(item) ? REINITIALIZE_ACCOUNTS : INITIALIZE_ACCOUNTS;

/** The index of the context among them. */
export const initializedContext = (item: Sent): number =>
  isReinitialization(item) ? REINITIALIZE_CONTEXT : INITIALIZE_SLOT.cpi_context_account;
