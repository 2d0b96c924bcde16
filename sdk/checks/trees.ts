// What the SDK states about trees as numbers, beside the accounts that are loaded.
import fc from 'fast-check';
import { poseidon, toHex } from '../../model/field';
import { hexAt, TREE_V1, u64 } from '../../harness/tree-layout';
import type { KeyRole } from '../../spec/world';
import type { Check } from '../check';
import { HASHER, HASHER_FROM } from '../hasher';
import { SDK } from '../types';
import type { World } from '../world';

/** Behind the rollover fee: the percentage of leaves at which a tree is replaced. */
const THRESHOLD = 120;
/** The first number of an account of version 2 says what kind of tree it is. */
const KIND_V2 = 8;

const STATE_V1: KeyRole = 'tree:6';
const ADDRESS_V1: KeyRole = 'address-tree-v1';

const height = ({ dataOf }: World): number => u64(dataOf(STATE_V1), TREE_V1.height);

function rolloverLeaves(world: World): bigint {
  const percent = BigInt(u64(world.dataOf(STATE_V1), THRESHOLD));
  return (2n ** BigInt(height(world)) * percent) / 100n;
}

const HIGHEST = 2n ** 248n - 1n;

/** The second leaf of a published address tree says up to where addresses go. */
const highest = ({ dataOf }: World): bigint | null => {
  const leaf = hexAt(dataOf(ADDRESS_V1), TREE_V1.rightmost);
  return leaf === toHex(poseidon([HIGHEST, 0n, 0n])) ? HIGHEST : null;
};

/** Roots are behind the lists of filled subtrees and of changes; the root of a tree without leaves is its last. */
const emptyRoot = ({ dataOf }: World): string => {
  const data = dataOf(STATE_V1);
  let root = 0n;
  for (let level = u64(data, TREE_V1.height); level > 0; level--) root = poseidon([root, root]);
  const hex = toHex(root);
  return data.includes(Buffer.from(hex, 'hex')) ? hex : 'not in the account';
};

const kinds = ({ dataOf }: World): string =>
  [dataOf('tree:1'), dataOf('address-tree')].map((data) => u64(data, KIND_V2)).join();

type Row = {
  readonly id: string;
  readonly says: string;
  readonly names: readonly string[];
  readonly lines?: readonly string[];
  readonly result: string;
  readonly expected: (world: World) => string;
};

const ROWS: readonly Row[] = [
  {
    id: 'tree/height-v1',
    says: 'DEFAULT_MERKLE_TREE_HEIGHT is the height of the published trees of version 1.',
    names: ['DEFAULT_MERKLE_TREE_HEIGHT'],
    result: 'DEFAULT_MERKLE_TREE_HEIGHT',
    expected: (world) => `${height(world)}`,
  },
  {
    id: 'tree/test-height-v1',
    says: 'defaultTestStateTreeAccounts states the height of the published trees of version 1.',
    names: ['defaultTestStateTreeAccounts'],
    result: 'defaultTestStateTreeAccounts().merkleTreeHeight',
    expected: (world) => `${height(world)}`,
  },
  {
    id: 'tree/root-history-v1',
    says: 'DEFAULT_MERKLE_TREE_ROOTS is how many roots the published trees of version 1 keep.',
    names: ['DEFAULT_MERKLE_TREE_ROOTS'],
    result: 'DEFAULT_MERKLE_TREE_ROOTS',
    expected: ({ dataOf }) => `${u64(dataOf(STATE_V1), TREE_V1.rootsCapacity)}`,
  },
  {
    id: 'tree/rollover-v1',
    says: 'TRANSACTION_MERKLE_TREE_ROLLOVER_THRESHOLD is the leaf at which a tree of version 1 is replaced.',
    names: ['TRANSACTION_MERKLE_TREE_ROLLOVER_THRESHOLD'],
    result: 'TRANSACTION_MERKLE_TREE_ROLLOVER_THRESHOLD',
    expected: (world) => `${rolloverLeaves(world)}`,
  },
  {
    id: 'tree/highest-address',
    says: 'HIGHEST_ADDRESS_PLUS_ONE is the end of the range that the published address tree of version 1 has.',
    names: ['HIGHEST_ADDRESS_PLUS_ONE'],
    result: 'HIGHEST_ADDRESS_PLUS_ONE',
    expected: (world) => `${highest(world) ?? 'another end'}`,
  },
  {
    id: 'tree/kinds',
    says: 'TreeType numbers state and address trees of version 2, before 0.21.0 called batched, as their accounts do.',
    names: ['TreeType'],
    result:
      '[TreeType.StateV2 ?? TreeType.BatchedState, TreeType.AddressV2 ?? TreeType.BatchedAddress].join()',
    expected: kinds,
  },
  {
    id: 'tree/empty-root-v1',
    says: 'The MerkleTree of that height has the root of a published tree without leaves.',
    names: ['MerkleTree', 'DEFAULT_MERKLE_TREE_HEIGHT', 'bn'],
    lines: [HASHER, 'const tree = new MerkleTree(DEFAULT_MERKLE_TREE_HEIGHT, hasher);'],
    result: "BigInt(tree.root()).toString(16).padStart(64, '0')",
    expected: emptyRoot,
  },
];

export const TREE_CHECKS: readonly Check[] = ROWS.map(
  ({ id, says, names, lines = [], result, expected }) => ({
    id,
    says,
    cases: 'one' as const,
    make: (world: World) =>
      fc.constant(() => ({
        said: { from: { [SDK]: names, ...(lines.includes(HASHER) && HASHER_FROM) }, lines, result },
        expected: expected(world),
        other: (printed: string) =>
          Promise.resolve({
            outcome: 'differs' as const,
            why: `it says ${printed}, the account ${expected(world)}`,
          }),
      })),
  }),
);
