// The tool's hashes and trees against those that the model has of its own.
import { addressOf } from '../harness/keys';
import { accountHash } from '../model/account-hash';
import { merkleRoot } from '../model/merkle-root';
import type { WorldFacts } from '../spec/facts';
import { PROOFS } from '../spec/proof-table';
import { digits } from './field';
import { addressV1, addressV2, leafV1 } from './hashes';
import { merkleTree } from './merkle';
import { stateTree } from './request';

const facts = { addressOf } as unknown as WorldFacts;
const spends = PROOFS.flatMap((proof) => (proof.spends === null ? [] : [proof.spends]));

describe('The tool that makes proofs', () => {
  it('hashes accounts as the model does', () => {
    for (const { tree, leaves } of spends)
      leaves.forEach((leaf, leafIndex) => {
        const ours = digits(leafV1(leaf, tree, leafIndex));
        expect(ours).toBe(accountHash(leaf, { tree, leafIndex }, facts));
      });
  });

  it('computes the roots that the model does', () => {
    for (const spend of spends) {
      const { hashes, tree } = stateTree(spend);
      expect(digits(tree.root)).toBe(merkleRoot(hashes.map(digits)));
    }
  });

  it('knows a tree by any of its paths', () => {
    const leaves = [5n, 6n, 7n];
    const { root, pathOf } = merkleTree(leaves, 3);
    expect(pathOf(2).length).toBe(3);
    expect(merkleTree(leaves, 3).root).toBe(root);
    expect(merkleTree([5n, 6n, 8n], 3).root).not.toBe(root);
  });

  it('derives a v2 address for one program only', () => {
    const seed = '01'.repeat(32);
    const derived = (['A', 'B'] as const).map((program) => addressV2('address-tree-2', seed, program));
    expect(new Set([...derived, addressV1('address-tree-v1', seed)]).size).toBe(3);
  });
});
