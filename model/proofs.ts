// Whether a proof proves what is executed. Proofs are symbols here: a table says what each one proves, and nothing else is valid.
import type { NewAddress } from '../spec/plan';
import type { ProvenAddress, ProvenLeaf, ProvenSpend, TokenProof } from '../spec/proof';
import type { StoredInput } from '../spec/context-state';
import type { Hex } from '../spec/plan';
import type { KeyRole } from '../spec/world';
import type { View } from './view';
import type { Leaf } from './world';

/** Whether anything is asked about proofs at all. */
export const asksProofs = ({ world }: View): boolean => world.shape.proofs !== undefined;

const keyAt = ({ remaining }: View, index: number): KeyRole | undefined => remaining[index]?.key;

/** Inputs that no index proves, in the order in which they were observed to be proven: the own ones, then the context's. */
export const provenInputs = ({ own, combined }: View): readonly StoredInput[] => {
  const fromContext = combined.inputs.slice(0, combined.inputs.length - own.inputs.length);
  return [...own.inputs, ...fromContext].filter(({ proveByIndex }) => !proveByIndex);
};

/** The same order among new addresses. */
export const provenAddresses = ({ own, combined }: View): readonly NewAddress[] => {
  const fromContext = combined.newAddresses.slice(0, combined.newAddresses.length - own.newAddresses.length);
  return [...own.newAddresses, ...fromContext];
};

export const needsProof = (view: View): boolean =>
  provenInputs(view).length + provenAddresses(view).length > 0;

/** Same owner, lamports, address, discriminator and data hash. */
export const sameLeaf = (
  one: Pick<ProvenLeaf, 'owner' | 'lamports' | 'address' | 'data'>,
  other: Pick<Leaf, 'owner' | 'lamports' | 'address' | 'data'>,
): boolean =>
  one.owner === other.owner &&
  one.lamports === other.lamports &&
  one.address === other.address &&
  one.data?.discriminator === other.data?.discriminator &&
  one.data?.dataHash === other.data?.dataHash;

/** Leaves that the plan has appended to a v1 tree, which was empty before. */
const leavesIn = ({ world }: View, tree: KeyRole): readonly Leaf[] => world.leaves.get(tree) ?? [];

/** How many leaves the plan has appended to a tree: there are as many roots, and the empty tree's. */
export const leafCountOf = (view: View, treeIndex: number): number => {
  const tree = keyAt(view, treeIndex);
  return tree === undefined ? 0 : leavesIn(view, tree).length;
};

/** The root at an index is the one behind that many leaves. */
export const isRootOf = (view: View, { tree, leaves }: ProvenSpend, rootIndex: number): boolean => {
  const held = leavesIn(view, tree);
  return (
    rootIndex === leaves.length &&
    held.length >= rootIndex &&
    leaves.every((leaf, n) => held[n] !== undefined && sameLeaf(leaf, held[n]))
  );
};

type Place = { readonly spends: ProvenSpend; readonly index: number };

const provesInput = (view: View, { spends, index }: Place, input: StoredInput): boolean => {
  const leaf = spends.leaves[index];
  return (
    leaf !== undefined &&
    keyAt(view, input.treeIndex) === spends.tree &&
    input.leafOffset === index &&
    sameLeaf(leaf, input) &&
    isRootOf(view, spends, input.rootIndex)
  );
};

/** A v2 address belongs to the program that asks for it; those of a context have no known program here. */
const provesAddress = (view: View, proven: ProvenAddress, entry: NewAddress): boolean =>
  keyAt(view, entry.treeIndex) === proven.tree &&
  entry.seed === proven.seed &&
  entry.rootIndex === proven.rootIndex &&
  (proven.program === null || (proven.program === view.caller && view.own.newAddresses.includes(entry)));

/** Whether it proves exactly what the execution needs, in this order. */
export const proves = (view: View, { spends, addresses }: TokenProof): boolean => {
  const [inputs, entries] = [provenInputs(view), provenAddresses(view)];
  const indices = spends?.indices ?? [];
  if (inputs.length !== indices.length || entries.length !== addresses.length) return false;
  return (
    inputs.every(
      (input, n) => spends !== null && provesInput(view, { spends, index: indices[n] ?? -1 }, input),
    ) &&
    entries.every((entry, n) => {
      const proven = addresses[n];
      return proven !== undefined && provesAddress(view, proven, entry);
    })
  );
};

/** The valid proof that the invocation brings, whatever it proves. */
export const proofOf = ({ world, data }: View): TokenProof | undefined =>
  data.proof === null ? undefined : world.shape.proofs?.find(({ bytes }) => bytes === data.proof);

/** The proof that covers the whole execution, if it brings it. */
export const coveringProof = (view: View): TokenProof | undefined => {
  const proof = proofOf(view);
  return proof !== undefined && needsProof(view) && proves(view, proof) ? proof : undefined;
};

/** Addresses that an execution's outputs may have: those of its inputs, and those that its proof opens. */
export const addressesOf = (view: View): ReadonlySet<Hex> => {
  if (!asksProofs(view)) return new Set();
  const opened = coveringProof(view)?.addresses.map(({ address }) => address) ?? [];
  return new Set([...opened, ...view.combined.inputs.flatMap(({ address }) => address ?? [])]);
};
