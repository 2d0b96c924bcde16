// A statement as the prover wants to be asked for it: roots, values and paths of the trees that it is about.
import type { ProvenAddress, ProvenSpend, Statement } from '../spec/proof';
import { poseidon, prefixed } from './field';
import { leafV1 } from './hashes';
import { merkleTree, type Tree } from './merkle';

type Proven = Pick<Statement, 'spends' | 'addresses'>;
export type Circuit = 'inclusion' | 'non-inclusion' | 'combined';

const STATE_HEIGHT = 26;
const MAX = 2n ** 248n - 1n;

/** An address tree as it is published: nothing but the two ends of the range. */
type AddressTree = { readonly height: 26 | 40; readonly tree: Tree; readonly nextIndex?: number };

let trees: { readonly v1: AddressTree; readonly v2: AddressTree } | undefined;

function addressTrees(): { readonly v1: AddressTree; readonly v2: AddressTree } {
  trees ??= {
    v1: {
      height: 26,
      tree: merkleTree([poseidon(0n, 1n, MAX), poseidon(MAX, 0n, 0n)], 26),
      nextIndex: 1,
    },
    v2: { height: 40, tree: merkleTree([poseidon(0n, MAX)], 40) },
  };
  return trees;
}

export const addressTreeOf = ({ program }: ProvenAddress): AddressTree =>
  program === null ? addressTrees().v1 : addressTrees().v2;

export const valueOf = ({ address }: ProvenAddress): bigint => BigInt(`0x${address}`);
const path = (tree: Tree, leaf: number): readonly string[] => tree.pathOf(leaf).map(prefixed);

function newAddress(proven: ProvenAddress): object {
  const { tree, nextIndex } = addressTreeOf(proven);
  return {
    root: prefixed(tree.root),
    value: prefixed(valueOf(proven)),
    pathIndex: 0,
    pathElements: path(tree, 0),
    leafLowerRangeValue: prefixed(0n),
    leafHigherRangeValue: prefixed(MAX),
    ...(nextIndex === undefined ? {} : { nextIndex }),
  };
}

/** The leaves under a spend's root, and their tree. */
export function stateTree({ tree, leaves }: ProvenSpend): {
  readonly hashes: readonly bigint[];
  readonly tree: Tree;
} {
  const hashes = leaves.map((leaf, index) => leafV1(leaf, tree, index));
  return { hashes, tree: merkleTree(hashes, STATE_HEIGHT) };
}

function inputs(spends: ProvenSpend): readonly object[] {
  const { hashes, tree } = stateTree(spends);
  return spends.indices.map((index) => ({
    root: prefixed(tree.root),
    leaf: prefixed(hashes[index] ?? 0n),
    pathIndex: index,
    pathElements: path(tree, index),
  }));
}

/** v2 circuits have one public input: the fold of roots and values. */
function publicInputHash(addresses: readonly ProvenAddress[]): bigint {
  return addresses.reduce((hash, proven, i) => {
    const pair = [addressTreeOf(proven).tree.root, valueOf(proven)] as const;
    return i === 0 ? poseidon(...pair) : poseidon(hash, ...pair);
  }, 0n);
}

/** The circuit's name, as the prover calls its kinds. */
export function circuitOf({ spends, addresses }: Proven): Circuit {
  if (spends === null) return 'non-inclusion';
  return addresses.length === 0 ? 'inclusion' : 'combined';
}

/** The prover's request for a statement; the addresses of one must be of one kind, v2 ones alone. */
export function requestOf(statement: Proven): object {
  const { spends, addresses } = statement;
  const [first] = addresses;
  const height = first === undefined ? 0 : addressTreeOf(first).height;
  return {
    circuitType: circuitOf(statement),
    stateTreeHeight: spends === null ? 0 : STATE_HEIGHT,
    addressTreeHeight: height,
    ...(height === 40 ? { publicInputHash: prefixed(publicInputHash(addresses)) } : {}),
    ...(spends === null ? {} : { inputCompressedAccounts: inputs(spends) }),
    ...(first === undefined ? {} : { newAddresses: addresses.map(newAddress) }),
  };
}
