// The nodes and the root of a v1 state tree that holds nothing but the given leaves.
import type { Hex } from '../spec/plan';
import { fromHex, poseidon, toHex } from './field';

export const HEIGHT = 26;

/** Roots of empty subtrees by height: zero, then each the hash of two of the one before. */
const EMPTY: readonly bigint[] = Array.from({ length: HEIGHT }).reduce<bigint[]>(
  (roots) => [...roots, poseidon([roots.at(-1) ?? 0n, roots.at(-1) ?? 0n])],
  [0n],
);

const MOST_KNOWN = 20_000;
const known = new Map<string, bigint>();

/** Plans begin from the same trees, and a plan's twin ends in them too: most pairs were hashed before. */
const parentOf = (left: bigint, right: bigint): bigint => {
  const pair = `${left.toString(16)},${right.toString(16)}`;
  const parent = known.get(pair) ?? poseidon([left, right]);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(pair, parent);
  return parent;
};

const level = (nodes: readonly bigint[], height: number): readonly bigint[] => {
  const empty = EMPTY[height] ?? 0n;
  const pairs = Math.ceil(nodes.length / 2);
  return Array.from({ length: pairs }, (_, i) => parentOf(nodes[2 * i] ?? empty, nodes[2 * i + 1] ?? empty));
};

type Levels = readonly (readonly bigint[])[];

/** Of all heights, leaves first and the root last, without those of empty subtrees. */
const levelsOf = (leaves: readonly Hex[]): Levels =>
  Array.from({ length: HEIGHT }).reduce<Levels>(
    (levels, _, height) => [...levels, level(levels.at(-1) ?? [], height)],
    [leaves.map(fromHex)],
  );

/** By height (0 is a leaf) and index from the left; 32 bytes each. */
export const merkleNodes = (leaves: readonly Hex[]): ((height: number, index: number) => Hex) => {
  const levels = levelsOf(leaves);
  return (height, index) => toHex(levels[height]?.[index] ?? EMPTY[height] ?? 0n);
};

/** 32 bytes; leaves from index 0 on. Some 26 hashes and one for each leaf. */
export const merkleRoot = (leaves: readonly Hex[]): Hex => merkleNodes(leaves)(HEIGHT, 0);
