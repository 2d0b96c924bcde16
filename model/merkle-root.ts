// The root of a v1 state tree that holds nothing but the given leaves.
import type { Hex } from '../spec/plan';
import { fromHex, poseidon, toHex } from './field';

const HEIGHT = 26;

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

/** 32 bytes; leaves from index 0 on. Some 26 hashes and one for each leaf. */
export const merkleRoot = (leaves: readonly Hex[]): Hex => {
  let nodes: readonly bigint[] = leaves.map(fromHex);
  for (let height = 0; height < HEIGHT; height += 1) nodes = nodes.length === 0 ? [] : level(nodes, height);
  return toHex(nodes[0] ?? EMPTY[HEIGHT] ?? 0n);
};
