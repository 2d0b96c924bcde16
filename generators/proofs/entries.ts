// The entries of the plans that use a proof: accounts as they are created and spent, and new addresses.
import type { AccountData, InputAccount, NewAddress, OutputAccount, Pattern } from '../../spec/plan';
import type { ProvenAddress, ProvenLeaf } from '../../spec/proof';
import type { Made } from './choices';

/** Positions among the remaining accounts; an address tree is listed only where an address is opened in it. */
export const REMAINING = { tree: 0, queue: 1, addressTree: 2, addressQueue: 3 } as const;

const patternOf = ({ choices: { bytes } }: Made, n: number): Pattern =>
  bytes[n % Math.max(1, bytes.length)] ?? { fill: 0, length: 0 };

const dataOf = (made: Made, leaf: ProvenLeaf, n: number): AccountData | null =>
  leaf.data === null ? null : { ...leaf.data, bytes: patternOf(made, n) };

export const outputOf = (made: Made, leaf: ProvenLeaf, n: number): OutputAccount => ({
  owner: leaf.owner,
  lamports: leaf.lamports,
  address: leaf.address,
  data: dataOf(made, leaf, n),
  treeIndex: REMAINING.tree,
});

export const inputOf = (made: Made, index: number): InputAccount => {
  const leaves = made.proof.spends?.leaves ?? [];
  const leaf = leaves[index];
  if (leaf === undefined)
    throw new Error(`The proof ${made.proof.name} proves a leaf that it does not have.`);
  return {
    ...outputOf(made, leaf, index),
    queueIndex: REMAINING.queue,
    leafOffset: index,
    proveByIndex: false,
    rootIndex: leaves.length,
  };
};

export const newAddressOf = ({ tree, seed, rootIndex }: ProvenAddress): NewAddress =>
  tree === 'address-tree-v1'
    ? { seed, treeIndex: REMAINING.addressTree, queueIndex: REMAINING.addressQueue, rootIndex }
    : { seed, treeIndex: REMAINING.addressTree, queueIndex: REMAINING.addressTree, rootIndex };

export const created = (made: Made): readonly OutputAccount[] => {
  const { proof, choices } = made;
  const lamports = (proof.spends?.indices ?? []).reduce(
    (sum, index) => sum + (proof.spends?.leaves[index]?.lamports ?? 0n),
    0n,
  );
  const count = lamports > 0n ? Math.max(1, choices.outputs) : choices.outputs;
  return Array.from({ length: count }, (_, n) => ({
    owner: `program:${proof.use.executor}`,
    lamports: n === 0 ? lamports : 0n,
    address: null,
    data: {
      discriminator: `00000000000001${(n + 16).toString(16)}`,
      dataHash: '0'.repeat(64),
      bytes: patternOf(made, n),
    },
    treeIndex: REMAINING.tree,
  }));
};
