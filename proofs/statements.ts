// What the committed proofs prove: new addresses of both kinds, spending from a v1 tree, both at once, by several programs.
import type { ProofUse, ProvenAddress, ProvenLeaf, ProvenSpend, Statement } from '../spec/proof';
import type { CallerName, KeyRole } from '../spec/world';
import { digits } from './field';
import { addressV1, addressV2 } from './hashes';

const TREE: KeyRole = 'tree:6';
const OTHER_TREE: KeyRole = 'tree:7';
const V1: KeyRole = 'address-tree-v1';
const V2: KeyRole = 'address-tree-2';
/** The newest root of the published v1 address tree; v2 trees start with their only one at 0. */
const V1_ROOT = 3;

const SEEDS = ['01', '02', '03'].map((byte) => byte.repeat(32));
const seed = (number: 1 | 2 | 3): string => SEEDS[number - 1] ?? '';

const v1 = (number: 1 | 2 | 3): ProvenAddress => ({
  tree: V1,
  seed: seed(number),
  program: null,
  address: digits(addressV1(V1, seed(number))),
  rootIndex: V1_ROOT,
});
const v2 = (number: 1 | 2 | 3, program: CallerName): ProvenAddress => ({
  tree: V2,
  seed: seed(number),
  program,
  address: digits(addressV2(V2, seed(number), program)),
  rootIndex: 0,
});

/** An account of a program with data that no other leaf here has. */
export const leaf = (owner: CallerName, number: number, change: Partial<ProvenLeaf> = {}): ProvenLeaf => ({
  owner: `program:${owner}`,
  lamports: 0n,
  address: null,
  data: {
    discriminator: digits(BigInt(number)).slice(-16),
    dataHash: digits(BigInt(number) * 1_000_003n),
  },
  ...change,
});

const ALONE = [leaf('A', 1)];
const THREE = [leaf('A', 1), leaf('B', 2), leaf('C', 3)];
const FIVE = [...THREE, leaf('A', 4), leaf('C', 5)];
const OWN = [leaf('A', 1), leaf('A', 2), leaf('A', 3), leaf('A', 4)];
const ODD = [
  leaf('A', 6, { lamports: 1000n }),
  leaf('A', 7, { address: v1(1).address }),
  leaf('A', 8, { data: null }),
];

const spend = (leaves: readonly ProvenLeaf[], ...indices: readonly number[]): ProvenSpend => ({
  tree: TREE,
  leaves,
  indices,
});

/** One program that executes without a context. */
const by = (executor: CallerName, own = 0): ProofUse => ({ executor, own, writes: [] });
/** Programs that write to a context, and one that executes it. */
const after = (
  writes: readonly (readonly [by: CallerName, count: number])[],
  executor: CallerName,
  own = 0,
): ProofUse => ({ executor, own, writes: writes.map(([name, count]) => ({ by: name, count })) });

const statement = (
  name: string,
  use: ProofUse,
  proven: Partial<Pick<Statement, 'spends' | 'addresses'>>,
): Statement => ({ name, spends: null, addresses: [], ...proven, use });

const NEW_ADDRESSES: readonly Statement[] = [
  statement('address-v1-first', by('A'), { addresses: [v1(1)] }),
  statement('address-v1-second', by('B'), { addresses: [v1(2)] }),
  statement('address-v1-two', by('A'), { addresses: [v1(1), v1(2)] }),
  statement('address-v1-two-swapped', by('C'), { addresses: [v1(2), v1(1)] }),
  statement('address-v2-a', by('A'), { addresses: [v2(1, 'A')] }),
  statement('address-v2-a-other-seed', by('A'), { addresses: [v2(2, 'A')] }),
  statement('address-v2-b', by('B'), { addresses: [v2(1, 'B')] }),
  statement('address-v2-c', by('C'), { addresses: [v2(1, 'C')] }),
  statement('address-v2-two', by('A'), { addresses: [v2(1, 'A'), v2(2, 'A')] }),
  statement('address-v2-two-swapped', by('A'), { addresses: [v2(2, 'A'), v2(1, 'A')] }),
];

const SPENDING: readonly Statement[] = [
  statement('spend-1', by('A', 1), { spends: spend(ALONE, 0) }),
  statement('spend-1-other-tree', by('A', 1), { spends: { ...spend(ALONE, 0), tree: OTHER_TREE } }),
  statement('spend-1-of-3', by('B', 1), { spends: spend(THREE, 1) }),
  statement('spend-1-of-5', by('C', 1), { spends: spend(FIVE, 4) }),
  statement('spend-2', by('A', 2), { spends: spend(OWN.slice(0, 2), 0, 1) }),
  statement('spend-2-swapped', by('A', 2), { spends: spend(OWN.slice(0, 2), 1, 0) }),
  statement('spend-3', by('A', 3), { spends: spend(OWN.slice(0, 3), 0, 1, 2) }),
  statement('spend-4', by('A', 4), { spends: spend(OWN, 0, 1, 2, 3) }),
  statement('spend-4-of-5', by('A', 4), { spends: spend([leaf('B', 9), ...OWN], 4, 1, 3, 2) }),
  statement('spend-lamports', by('A', 1), { spends: spend(ODD.slice(0, 1), 0) }),
  statement('spend-address', by('A', 1), { spends: spend(ODD.slice(1, 2), 0) }),
  statement('spend-no-data', by('A', 1), { spends: spend(ODD.slice(2), 0) }),
];

const COMBINED: readonly Statement[] = [
  statement('spend-1-address-1', by('A', 1), { spends: spend(ALONE, 0), addresses: [v1(1)] }),
  statement('spend-1-address-2', by('A', 1), { spends: spend(ALONE, 0), addresses: [v1(1), v1(2)] }),
  statement('spend-2-address-1', by('A', 2), { spends: spend(OWN.slice(0, 2), 0, 1), addresses: [v1(2)] }),
];

const SEVERAL_PROGRAMS: readonly Statement[] = [
  statement('context-a', after([['A', 1]], 'C'), { spends: spend(THREE, 0) }),
  statement(
    'context-a-b',
    after(
      [
        ['A', 1],
        ['B', 1],
      ],
      'C',
    ),
    { spends: spend(THREE, 0, 1) },
  ),
  statement('context-a-own', after([['A', 1]], 'C', 1), { spends: spend(THREE, 2, 0) }),
  statement(
    'context-a-b-own',
    after(
      [
        ['A', 1],
        ['B', 1],
      ],
      'C',
      1,
    ),
    { spends: spend(THREE, 2, 0, 1) },
  ),
  statement(
    'context-b-a-own',
    after(
      [
        ['B', 1],
        ['A', 1],
      ],
      'C',
      1,
    ),
    { spends: spend(THREE, 2, 1, 0) },
  ),
  statement('context-two-own-two', after([['A', 2]], 'C', 2), { spends: spend(FIVE, 2, 4, 0, 3) }),
  statement(
    'context-two-b-own',
    after(
      [
        ['A', 2],
        ['B', 1],
      ],
      'C',
      1,
    ),
    { spends: spend(FIVE, 2, 0, 3, 1) },
  ),
  statement(
    'context-a-b-address',
    after(
      [
        ['A', 1],
        ['B', 1],
      ],
      'C',
    ),
    {
      spends: spend(THREE, 0, 1),
      addresses: [v1(3)],
    },
  ),
  statement('context-a-two-addresses', after([['A', 1]], 'C'), {
    spends: spend(THREE, 0),
    addresses: [v1(1), v1(2)],
  }),
  statement('context-a-own-address', after([['A', 1]], 'C', 1), {
    spends: spend(THREE, 2, 0),
    addresses: [v1(1)],
  }),
];

/** Every statement about our programs that has a committed proof; names are file names and never change their meaning. */
export const STATEMENTS: readonly Statement[] = [
  ...NEW_ADDRESSES,
  ...SPENDING,
  ...COMBINED,
  ...SEVERAL_PROGRAMS,
];
