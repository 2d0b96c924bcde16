// Edits of what is read: it is not there, spent at once, misplaced, to be proven, or written to a context.
import fc from 'fast-check';
import { fieldHex, optional, proofHex } from '../../values';
import { always, BY_OPTIONS, EXECUTING, READING, sends, type Draft } from './draft';
import {
  againAndSpent,
  alsoRead,
  alsoReadsAnother,
  anotherAccount,
  behind,
  misplacedAccount,
  readBefore,
  readsLast,
  spentBefore,
  toBeProven,
} from './read-accounts';
import { address, FAR_ROOT, knownRoot, readAddress, withAddressTree, withUnits } from './read-addresses';

const NONE_BUT_READS: Draft['bases'] = ['read', 'execute-read'];

/** Trees and queues may stand behind a write or not; the entry need not exist. */
const SOME_ACCOUNT = fc
  .record({
    accountHash: fieldHex,
    treeIndex: fc.nat(1),
    queueIndex: fc.nat(1),
    leafIndex: fc.nat(200),
    proveByIndex: fc.boolean(),
    rootIndex: knownRoot,
  })
  .map((entry) => sends(() => ({ readOnlyAccounts: [entry] })));
const SOME_ADDRESS = fc
  .record({ address: fieldHex, treeIndex: fc.nat(2), rootIndex: knownRoot })
  .map((entry) => sends(() => ({ readOnlyAddresses: [entry] })));

export const READ_DRAFTS: readonly Draft[] = [
  {
    name: 'read-by-index',
    bases: READING,
    prepare: sends(() => ({ readOnlyAccounts: [] })),
    mutation: always(readsLast),
  },
  { name: 'read-again-and-spent', bases: ['read', 'execute-read'], mutation: againAndSpent },
  { name: 'read-again-and-spent', bases: READING, mutation: readBefore },
  { name: 'read-missing', bases: READING, mutation: anotherAccount },
  { name: 'read-missing', bases: READING, mutation: spentBefore },
  {
    name: 'read-and-spent-at-once',
    bases: ['spend', 'execute-spend'],
    prepare: alsoReadsAnother,
    mutation: alsoRead,
  },
  {
    name: 'account-without-proof',
    bases: NONE_BUT_READS,
    prepare: withUnits,
    mutation: toBeProven(fc.constant(null), knownRoot),
  },
  {
    name: 'account-with-wrong-proof',
    bases: NONE_BUT_READS,
    prepare: withUnits,
    mutation: toBeProven(proofHex, knownRoot),
  },
  {
    name: 'address-without-proof',
    bases: EXECUTING,
    prepare: withAddressTree,
    mutation: address(knownRoot).map((entry) => readAddress(entry, null)),
  },
  {
    name: 'address-with-wrong-proof',
    bases: EXECUTING,
    prepare: withAddressTree,
    mutation: fc.tuple(address(knownRoot), proofHex).map(([entry, proof]) => readAddress(entry, proof)),
  },
  {
    name: 'unreadable-root',
    bases: NONE_BUT_READS,
    prepare: withUnits,
    mutation: toBeProven(optional(proofHex), FAR_ROOT),
  },
  {
    name: 'unreadable-root',
    bases: EXECUTING,
    prepare: withAddressTree,
    mutation: fc
      .tuple(address(FAR_ROOT), optional(proofHex))
      .map(([entry, proof]) => readAddress(entry, proof)),
  },
  { name: 'account-misplaced', bases: READING, mutation: misplacedAccount },
  {
    name: 'address-misplaced',
    bases: EXECUTING,
    prepare: withAddressTree,
    mutation: fc
      .tuple(address(knownRoot), optional(proofHex), fc.nat(1))
      .map(([entry, proof, place]) => readAddress(entry, proof, place)),
  },
  { name: 'read-index-in-range', bases: READING, mutation: behind },
  {
    name: 'read-index-in-range',
    bases: EXECUTING,
    prepare: withAddressTree,
    mutation: fc
      .tuple(address(knownRoot), optional(proofHex))
      .map(([entry, proof]) => readAddress(entry, proof, 'behind')),
  },
  { name: 'accounts-not-written', bases: ['first-set'], forms: BY_OPTIONS, mutation: SOME_ACCOUNT },
  { name: 'accounts-not-written', bases: ['set'], mutation: SOME_ACCOUNT },
  { name: 'addresses-not-written', bases: ['first-set'], forms: BY_OPTIONS, mutation: SOME_ADDRESS },
  { name: 'addresses-not-written', bases: ['set'], mutation: SOME_ADDRESS },
];
