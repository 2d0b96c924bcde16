// Completes the accounts of a version that publishes fewer than the newest: copies under the usual names, each at home in its address.
import { keccak_256 } from '@noble/hashes/sha3';
import { isV1, TREE_COUNT, V1_TREE_COUNT, type KeyRole } from '../spec/world';
import { ASSOCIATED_TREE_AT } from './context-layout';
import { addressOf, roleOfBase58, type Address } from './keys';
import type { Stored } from './validator';

/** The accounts of version 2 that 0.27.0 publishes: one state tree, its queue, an address tree. */
const MODELS = {
  tree: roleOfBase58('HLKs5NJ8FXkJg8BrzJt56adFYYuwg5etzDtBbQYTsixu'),
  queue: roleOfBase58('6L7SzhYB3anwEQ9cphpJ1U7Scwj57bx2xueReg7R9cKU'),
  addressTree: roleOfBase58('EzKE84aVTkCUhDHLELqyJaq1Y7UVVmqxXqZjVHwHY3rK'),
  treeV1: `tree:${TREE_COUNT + 1}`,
  queueV1: `queue:${TREE_COUNT + 1}`,
  contextV1: `context:${TREE_COUNT + 1}`,
} as const satisfies Record<string, KeyRole>;

/** Where the public definitions keep an account's own address and its partner's, as they are or hashed to a field element. */
const TREE = { queue: 168, hash: 512 } as const;
const QUEUE = { tree: 160, treeHash: 488, hash: 520 } as const;
/** Of version 1, where nothing is hashed beforehand. */
const PARTNER_V1 = 160;

type Accounts = Map<KeyRole, Stored>;
type Written = readonly (readonly [at: number, bytes: Uint8Array])[];

/** keccak256 of the address and 0xff, the first byte zero: the public definition. */
function hashed(address: Address): Uint8Array {
  const hash = keccak_256(Uint8Array.of(...address, 0xff));
  hash[0] = 0;
  return hash;
}

type Copy = { readonly of: KeyRole; readonly as: KeyRole; readonly written: Written };

/** Adds a copy, where what it is of is there and what it is to be is not. */
function copy(accounts: Accounts, { of: model, as: key, written }: Copy): void {
  const published = accounts.get(model);
  if (published === undefined || accounts.has(key)) return;
  const data = Buffer.from(published.data);
  for (const [at, bytes] of written) data.set(bytes, at);
  accounts.set(key, { ...published, data });
}

const treeAt = (tree: Address, queue: Address): Written => [
  [TREE.queue, queue],
  [TREE.hash, hashed(tree)],
];
const queueAt = (queue: Address, tree: Address): Written => [
  [QUEUE.tree, tree],
  [QUEUE.treeHash, hashed(tree)],
  [QUEUE.hash, hashed(queue)],
];

/** What a copy of a tree or queue holds: the role says which kind, `partner` is its queue or tree. */
type Move = { readonly as: KeyRole; readonly address: Address; readonly partner: Address };

/** The tree or queue at home in another address, and with another partner. */
export function movedTo(stored: Stored, { as, address, partner }: Move): Stored {
  const inV2 = as.startsWith('tree:') ? treeAt : queueAt;
  const written: Written = isV1(as) ? [[PARTNER_V1, partner]] : inV2(address, partner);
  const data = Buffer.from(stored.data);
  for (const [at, bytes] of written) data.set(bytes, at);
  return { ...stored, data };
}

function addTreeV2(accounts: Accounts, number: number): void {
  const [tree, queue] = [addressOf(`tree:${number}`), addressOf(`queue:${number}`)];
  copy(accounts, { of: MODELS.tree, as: `tree:${number}`, written: treeAt(tree, queue) });
  copy(accounts, { of: MODELS.queue, as: `queue:${number}`, written: queueAt(queue, tree) });
}

function addTreeV1(accounts: Accounts, number: number): void {
  copy(accounts, {
    of: MODELS.treeV1,
    as: `tree:${number}`,
    written: [[PARTNER_V1, addressOf(`queue:${number}`)]],
  });
  copy(accounts, {
    of: MODELS.queueV1,
    as: `queue:${number}`,
    written: [[PARTNER_V1, addressOf(`tree:${number}`)]],
  });
}

/** A context for every state tree that has none. */
function addContext(accounts: Accounts, number: number): void {
  const tree: KeyRole = `tree:${number}`;
  if (accounts.has(tree))
    copy(accounts, {
      of: MODELS.contextV1,
      as: `context:${number}`,
      written: [[ASSOCIATED_TREE_AT, addressOf(tree)]],
    });
}

/**
 * The published accounts, and a copy of a published one for each tree, queue and context of a world that the version
 * does not publish; the copies hold their own addresses. Version 2 trees stay away where none is published.
 */
export function completed(published: readonly (readonly [KeyRole, Stored])[]): [KeyRole, Stored][] {
  const accounts: Accounts = new Map(published);
  for (let number = 1; number <= TREE_COUNT; number++) addTreeV2(accounts, number);
  for (let number = TREE_COUNT + 1; number <= TREE_COUNT + V1_TREE_COUNT; number++)
    addTreeV1(accounts, number);
  for (let number = 1; number <= TREE_COUNT + V1_TREE_COUNT; number++) addContext(accounts, number);
  copy(accounts, {
    of: MODELS.addressTree,
    as: 'address-tree',
    written: [[TREE.hash, hashed(addressOf('address-tree'))]],
  });
  return [...accounts];
}
