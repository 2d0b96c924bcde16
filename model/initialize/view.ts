// An initialisation as its document looks at it: the accounts by name, and what is known of each.
import {
  INITIALIZE_SLOT,
  TREE_DISCRIMINATORS,
  UNINITIALISED,
  type InitializeAccount,
} from '../../spec/initialize';
import type { AccountMeta, Hex, Initialization, PlannedTransaction } from '../../spec/plan';
import { isV1, type KeyRole } from '../../spec/world';
import { inTransaction, joined } from '../flags';
import type { ModelWorld } from '../world';

export type InitializeView = {
  readonly world: ModelWorld;
  readonly accounts: readonly AccountMeta[];
  readonly data: Hex;
  /** Nothing else happens in its transaction. */
  readonly alone: boolean;
};

/** What an account shows of itself. */
export type Facts = { readonly owner: KeyRole; readonly discriminator: Hex };

export const initializeViewOf = (
  world: ModelWorld,
  { through, accounts, data }: Initialization,
  transaction: PlannedTransaction,
): InitializeView => ({
  world,
  accounts: through.length === 0 ? inTransaction(accounts, transaction) : joined(accounts),
  data,
  alone: transaction.instructions.length === 1,
});

/** The account of that name; undefined where the list ends before it. */
export const accountOf = (view: InitializeView, name: InitializeAccount): AccountMeta | undefined =>
  view.accounts[INITIALIZE_SLOT[name]];

const COMPRESSION: KeyRole = 'account-compression';

const UNPUBLISHED: Facts = { owner: 'solana-system', discriminator: UNINITIALISED };

const KINDS: Readonly<Record<string, keyof typeof TREE_DISCRIMINATORS>> = {
  tree: 'batchedTree',
  'tree v1': 'stateTree',
  'address-tree': 'batchedTree',
  'address-tree-v1': 'addressTree',
  queue: 'batchedQueue',
  'queue v1': 'queue',
  'address-queue-v1': 'queue',
};

const publishedFacts = (key: KeyRole): Facts => {
  const [name = ''] = key.split(':');
  const kind = KINDS[isV1(key) ? `${name} v1` : name];
  return kind === undefined ? UNPUBLISHED : { owner: COMPRESSION, discriminator: TREE_DISCRIMINATORS[kind] };
};

/** Owner and discriminator of any account: as published, as the plan has changed it, or as a context. */
export const factsOf = ({ contexts, patched }: ModelWorld, key: KeyRole): Facts => {
  const published = publishedFacts(key);
  const { owner, discriminator } = contexts.get(key) ?? { ...published, ...patched.get(key) };
  return { owner: owner ?? published.owner, discriminator: discriminator ?? published.discriminator };
};

/** Size in bytes of an account that may be a context; no other account has the size of one. */
export const sizeOf = ({ contexts, patched }: ModelWorld, key: KeyRole): number | undefined =>
  contexts.get(key)?.size ?? patched.get(key)?.size;
