// Edits of the tree that an initialisation names: owner, discriminator, kind, flags.
import fc from 'fast-check';
import { TREE_DISCRIMINATORS, UNINITIALISED } from '../../../spec/initialize';
import type { AccountBefore } from '../../../spec/plan';
import type { KeyRole } from '../../../spec/world';
import type { Edit, Mutation } from '../../edit';
import { nearlyHex, strangerOr } from '../../near';
import { hex } from '../../values';
import { ALONE, changedBefore, changeIn, keyIn } from './change';

/** Only a tree or queue has bytes that can be changed. */
const ofTree =
  (change: Omit<AccountBefore, 'key'>): Mutation =>
  (scenario) =>
    /tree|queue/.test(keyIn(scenario, 'associated_merkle_tree'))
      ? changedBefore('associated_merkle_tree', change)(scenario)
      : scenario;
const tree = (key: KeyRole): Mutation => changeIn('associated_merkle_tree', { key });

const notATree = fc.constantFrom<KeyRole>(
  'queue:1',
  'queue:2',
  'address-tree-v1',
  'queue:6',
  'address-queue-v1',
);
const otherTreeDiscriminator = fc.oneof(
  fc.constantFrom(UNINITIALISED, TREE_DISCRIMINATORS.addressTree, TREE_DISCRIMINATORS.batchedQueue),
  nearlyHex(TREE_DISCRIMINATORS.stateTree),
  nearlyHex(TREE_DISCRIMINATORS.batchedTree),
  hex(8),
);

export const TREE_EDITS: readonly Edit[] = [
  {
    rule: 'initialization/tree-owner',
    kinds: ALONE,
    mutation: strangerOr(
      fc.constantFrom<KeyRole>('light-system', 'solana-system', 'program:B'),
      'account-compression',
    ).map((owner) => ofTree({ owner })),
  },
  {
    rule: 'initialization/tree-owner',
    kinds: ALONE,
    mutation: fc.constantFrom<KeyRole>('wallet:1', 'sol-pool', 'light-system').map(tree),
  },
  {
    rule: 'initialization/tree-discriminator',
    kinds: ALONE,
    mutation: otherTreeDiscriminator.map((discriminator) => ofTree({ discriminator })),
  },
  { rule: 'initialization/tree-discriminator', kinds: ALONE, mutation: notATree.map(tree) },
  { rule: 'initialization/tree-is-state-tree', kinds: ALONE, mutation: fc.constant(tree('address-tree')) },
  {
    rule: 'initialization/state-tree-v1-accepted',
    kinds: ALONE,
    prepare: tree('tree:1'),
    mutation: fc.constantFrom<KeyRole>('tree:6', 'tree:7').map(tree),
  },
  {
    rule: 'initialization/tree-flags-free',
    kinds: ALONE,
    mutation: fc
      .constantFrom({ writable: true }, { signer: true }, { signer: true, writable: true })
      .map((flags) => changeIn('associated_merkle_tree', flags)),
  },
];
