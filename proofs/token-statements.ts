// What the committed proofs about tokens prove: token accounts in a v1 tree, spent alone or in one context with our programs' accounts.
import type { ProofUse, ProvenLeaf, ProvenSpend, Statement } from '../spec/proof';
import type { AnyCaller, KeyRole } from '../spec/world';
import { digits } from './field';
import { tokenHash } from './hashes';
import { leaf } from './statements';

const TREE: KeyRole = 'tree:6';
const OTHER_TREE: KeyRole = 'tree:7';
const MINT: KeyRole = 'mint:1';
/** Of token accounts in v1 trees. */
const DISCRIMINATOR = '0200000000000000';

const tokens = (wallet: number, amount: bigint): ProvenLeaf => {
  const share = { owner: `wallet:${wallet}`, amount } as const;
  const data = { discriminator: DISCRIMINATOR, dataHash: digits(tokenHash(MINT, share)) };
  return { owner: 'program:token', lamports: 0n, address: null, data, tokens: share };
};

const HELD = tokens(0, 100n);
const MORE = tokens(0, 50n);
const OF_ANOTHER = tokens(1, 7n);
const [OF_A, OF_B] = [leaf('A', 1), leaf('B', 2)];

const spend = (leaves: readonly ProvenLeaf[], ...indices: readonly number[]): ProvenSpend => ({
  tree: TREE,
  leaves,
  indices,
});

/** The token program executes, or a program of ours, behind writes in that order. */
const use = (executor: AnyCaller, own: number, ...writers: readonly AnyCaller[]): ProofUse<AnyCaller> => ({
  executor,
  own,
  writes: writers.map((by) => ({ by, count: 1 })),
});

type Proven = readonly [use: ProofUse<AnyCaller>, spends: ProvenSpend];
const BY_NAME: Readonly<Record<string, Proven>> = {
  'token-spend-1': [use('token', 1), spend([HELD], 0)],
  'token-spend-1-other-tree': [use('token', 1), { ...spend([HELD], 0), tree: OTHER_TREE }],
  'token-spend-1-of-3': [use('token', 1), spend([HELD, OF_ANOTHER, MORE], 1)],
  'token-spend-2': [use('token', 2), spend([HELD, MORE], 0, 1)],
  'token-first': [use('A', 0, 'token'), spend([HELD], 0)],
  'token-first-own': [use('A', 1, 'token'), spend([HELD, OF_A], 1, 0)],
  'token-between': [use('C', 0, 'A', 'token'), spend([OF_A, HELD], 0, 1)],
  'token-between-own': [use('B', 1, 'A', 'token'), spend([OF_A, HELD, OF_B], 2, 0, 1)],
  'token-last': [use('token', 1, 'A'), spend([OF_A, HELD], 1, 0)],
  'token-last-two': [use('token', 1, 'A', 'B'), spend([OF_A, OF_B, HELD], 2, 0, 1)],
};

/** Every statement about tokens that has a committed proof; names are file names and never change their meaning. */
export const TOKEN_STATEMENTS: readonly Statement<AnyCaller>[] = Object.entries(BY_NAME).map(
  ([name, [proofUse, spends]]) => ({ name, spends, addresses: [], use: proofUse }),
);
