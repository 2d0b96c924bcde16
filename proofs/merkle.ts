// Merkle trees of the published heights with few leaves: roots and the paths that the prover wants.
import { poseidon } from './field';

/** A tree by its levels from the leaves up, each only as far as something is in it. */
export type Tree = { readonly root: bigint; readonly pathOf: (leaf: number) => readonly bigint[] };

/** Roots of empty subtrees by height. */
function emptySubtrees(height: number): readonly bigint[] {
  const roots = [0n];
  for (let at = 0; at < height; at++) roots.push(poseidon(roots[at] ?? 0n, roots[at] ?? 0n));
  return roots;
}

/** The tree of that height with the given leaves from index 0 on; `pathOf` goes from the leaf's sibling upwards. */
export function merkleTree(leaves: readonly bigint[], height: number): Tree {
  const empty = emptySubtrees(height);
  const levels: (readonly bigint[])[] = [leaves];
  const node = (level: number, at: number): bigint => levels[level]?.[at] ?? empty[level] ?? 0n;
  for (let level = 0; level < height; level++) {
    const pairs = Math.ceil((levels[level]?.length ?? 0) / 2);
    levels.push(
      Array.from({ length: pairs }, (_, i) => poseidon(node(level, 2 * i), node(level, 2 * i + 1))),
    );
  }
  const pathOf = (leaf: number): readonly bigint[] =>
    Array.from({ length: height }, (_, level) => node(level, Math.floor(leaf / 2 ** level) ^ 1));
  return { root: node(height, 0), pathOf };
}
