// Addresses that the SDK gives out a second time, by functions and under names of their own.
import { base58Of } from '../../harness/base58';
import type { KeyRole } from '../../spec/world';
import type { Check } from '../check';
import type { Dialect } from '../dialect';
import { checkOf, type Row } from './value-check';

const key = (role: KeyRole): string => base58Of(role);
const keys = (...roles: readonly KeyRole[]): string => roles.map(key).join();

const given = (id: string, name: string, role: KeyRole): Row => ({
  id: `address/${id}`,
  says: `${name}() is the address of the program's ${id}.`,
  names: [name],
  result: `${name}().toBase58()`,
  expected: key(role),
});

const named = (id: string, name: string, role: KeyRole): Row => ({
  id: `address/${id}`,
  says: `${name} is the address of that program.`,
  names: [name],
  result: `${name}.toString()`,
  expected: key(role),
});

/** Up to 0.21.0, which knew no proof by index. */
const isBefore = ({ merkleContext }: Dialect): boolean => merkleContext === 'queue-index';
const before = { names: ['lightProgram'], result: 'lightProgram.toString()' };

/** The tree that new addresses go to by default: since the versions for v2 trees it is its own queue. */
const DEFAULT = 'getDefaultAddressTreeInfo';
const TREE_AND_QUEUE = `(({ tree, queue }) => [tree, queue].join())(${DEFAULT}())`;

const ROWS: readonly Row[] = [
  given('registered-program-function', 'getRegisteredProgramPda', 'registered-program-pda'),
  given('compression-authority-function', 'getAccountCompressionAuthority', 'account-compression-authority'),
  {
    ...named('system-program-name', 'lightSystemProgram', 'light-system'),
    says: 'lightSystemProgram, before 0.22.0 lightProgram, is the address of that program.',
    otherwise: (dialect) => (isBefore(dialect) ? before : null),
  },
  named('account-compression-name', 'accountCompressionProgram', 'account-compression'),
  named('noop-name', 'noopProgram', 'noop'),
  named('token-program-name', 'COMPRESSED_TOKEN_PROGRAM_ID', 'program:token'),
  {
    id: 'address/test-accounts',
    says: 'defaultTestStateTreeAccounts gives the trees and queues of version 1 that the package publishes.',
    names: ['defaultTestStateTreeAccounts'],
    result:
      '(({ merkleTree, nullifierQueue, addressTree, addressQueue }) => [merkleTree, nullifierQueue, addressTree, addressQueue].join())(defaultTestStateTreeAccounts())',
    expected: keys('tree:6', 'queue:6', 'address-tree-v1', 'address-queue-v1'),
  },
  {
    id: 'address/second-test-accounts',
    says: 'defaultTestStateTreeAccounts2 gives the second ones.',
    names: ['defaultTestStateTreeAccounts2'],
    result:
      '(({ merkleTree2, nullifierQueue2 }) => [merkleTree2, nullifierQueue2].join())(defaultTestStateTreeAccounts2())',
    expected: keys('tree:7', 'queue:7'),
  },
  {
    id: 'address/default-state-tree-v2',
    says: 'batchMerkleTree and batchQueue are the first state tree of version 2 and its queue.',
    names: ['batchMerkleTree', 'batchQueue'],
    result: '[batchMerkleTree, batchQueue].join()',
    expected: keys('tree:1', 'queue:1'),
  },
];

const DEFAULT_ADDRESS_TREES: readonly Row[] = (['v1', 'v2'] as const).map((trees) => ({
  id: `address/default-address-tree-${trees}`,
  says: `${DEFAULT} of the versions for ${trees} trees gives an address tree of that version and its queue.`,
  names: [DEFAULT],
  result: TREE_AND_QUEUE,
  expected:
    trees === 'v1' ? keys('address-tree-v1', 'address-queue-v1') : keys('address-tree', 'address-tree'),
}));

const ofTrees =
  (id: string) =>
  ({ trees }: Dialect): string | null =>
    id.endsWith(trees) ? null : 'it is of the versions for the other trees';

export const PLACE_CHECKS: readonly Check[] = [
  ...ROWS.map(checkOf),
  ...DEFAULT_ADDRESS_TREES.map((row) => ({ ...checkOf(row), skips: ofTrees(row.id) })),
];
