// When an execution exercises the rules about proofs: valid in one of several ways, or wrong in one.
import { PROOFS } from '../../spec/proof-table';
import type { Proof, TokenProof } from '../../spec/proof';
import type { StoredInput } from '../../spec/context-state';
import type { Check, Checks } from '../check';
import {
  asksProofs,
  coveringProof,
  isRootOf,
  leafCountOf,
  needsProof,
  provenAddresses,
  provenInputs,
  sameLeaf,
} from '../proofs';
import type { View } from '../view';
import { isV1Tree } from './effects';
import { readAddresses, readsByProof } from './read-entries';

const executes: Check = (view) => asksProofs(view) && view.executes;

/** Accepted because of its proof. */
const opens = (holds: (proof: TokenProof, view: View) => boolean): Check => {
  return (view) => {
    const proof = executes(view) ? coveringProof(view) : undefined;
    return proof !== undefined && holds(proof, view);
  };
};
const kindOf = ({ addresses }: TokenProof, version: 1 | 2): boolean =>
  addresses.length > 0 && addresses.every(({ program }) => (program === null) === (version === 1));

const missing: Check = (view) => executes(view) && needsProof(view) && view.data.proof === null;

/** v1 trees have a root for each leaf, and the one before; a published address tree has no further ones than its first. */
const LAST_ROOT: Readonly<Record<string, number>> = {
  'address-tree-v1': 3,
  'address-tree-2': 0,
  'address-tree': 0,
};

const isNoRoot: Check = (view) =>
  provenInputs(view).some(({ treeIndex, rootIndex }) => rootIndex > leafCountOf(view, treeIndex)) ||
  provenAddresses(view).some(
    ({ treeIndex, rootIndex }) => rootIndex > (LAST_ROOT[view.remaining[treeIndex]?.key ?? ''] ?? Infinity),
  );

/** A proof that does not cover what is executed. */
const fails: Check = (view) =>
  executes(view) &&
  needsProof(view) &&
  view.data.proof !== null &&
  coveringProof(view) === undefined &&
  !isNoRoot(view);

/** Whatever version it is valid on. */
const committed = ({ data }: View): Proof | undefined => PROOFS.find(({ bytes }) => bytes === data.proof);

const failsBy = (differs: (proof: Proof, view: View) => boolean): Check => {
  return (view) => {
    const proof = fails(view) && view.world.shape.features.has('proofs-v1') ? committed(view) : undefined;
    return proof !== undefined && differs(proof, view);
  };
};

const hasOtherCount = ({ spends, addresses }: Proof, view: View): boolean =>
  provenInputs(view).length !== (spends?.indices.length ?? 0) ||
  provenAddresses(view).length !== addresses.length;

type Pair = { readonly input: StoredInput; readonly index: number; readonly view: View };

/** Whether some input differs in this from what is proven in its place. */
const someInput = (differs: (spends: NonNullable<Proof['spends']>, pair: Pair) => boolean): Check =>
  failsBy(
    ({ spends }, view) =>
      spends !== null &&
      provenInputs(view).some((input, n) => {
        const index = spends.indices[n];
        return index !== undefined && differs(spends, { input, index, view });
      }),
  );

const someAddress = (
  differs: (
    proven: Proof['addresses'][number],
    entry: { readonly seed: string; readonly key: string; readonly rootIndex: number },
    view: View,
  ) => boolean,
): Check =>
  failsBy(({ addresses }, view) =>
    provenAddresses(view).some((entry, n) => {
      const proven = addresses[n];
      const key = view.remaining[entry.treeIndex]?.key ?? '';
      return proven !== undefined && differs(proven, { ...entry, key }, view);
    }),
  );

const either =
  (...checks: readonly Check[]): Check =>
  (view) =>
    checks.some((check) => check(view));

const sorted = (items: readonly (number | string)[]): string => [...items].map(String).sort().join();

/** The same leaves and seeds, not in the proof's order. */
const isReordered = ({ spends, addresses }: Proof, view: View): boolean => {
  const given = [
    ...provenInputs(view).map(({ leafOffset }) => leafOffset),
    ...provenAddresses(view).map(({ seed }) => seed),
  ];
  const proven = [...(spends?.indices ?? []), ...addresses.map(({ seed }) => seed)];
  return sorted(given) === sorted(proven) && given.join() !== proven.join();
};

export const PROOF_CHECKS: Checks = {
  'proofs/new-address-v1': opens((proof) => proof.spends === null && kindOf(proof, 1)),
  'proofs/new-address-v2': opens((proof) => proof.spends === null && kindOf(proof, 2)),
  'proofs/spend-v1': opens(
    ({ spends, addresses }, { mode }) => spends !== null && addresses.length === 0 && mode === 'none',
  ),
  'proofs/combined': opens(({ spends, addresses }) => spends !== null && addresses.length > 0),
  'proofs/several-programs': opens((_, { mode }) => mode === 'execute'),
  'proofs/missing': missing,
  'proofs/wrong': fails,
  'proofs/beside-by-index': (view) =>
    opens(() => true)(view) && view.combined.inputs.some(({ proveByIndex }) => proveByIndex),
  'proofs/address-of-output': (view) =>
    opens(({ addresses }) =>
      addresses.some(({ address }) => view.combined.outputs.some((output) => output.address === address)),
    )(view),
  'proofs/event-addresses': opens(({ addresses }) => addresses.length > 0),
  'proofs/v1-changelog': (view) =>
    view.executes && view.combined.outputs.some(({ treeIndex }) => isV1Tree(view, treeIndex)),
  'proofs/address-chain': opens((proof) => proof.addresses.length > 0 && kindOf(proof, 2)),
  'proofs/taken-away': missing,
  'proofs/another': failsBy(() => true),
  'proofs/in-a-write': (view) => view.mode === 'execute' && missing(view),
  'proofs/superfluous': (view) =>
    executes(view) && !needsProof(view) && !readsByProof(view) && view.data.proof !== null,
  'proofs/bytes': (view) => fails(view) && committed(view) === undefined,
  'proofs/other-account': someInput(({ leaves }, { input, index }) => {
    const leaf = leaves[index];
    return leaf !== undefined && !sameLeaf(leaf, input);
  }),
  'proofs/other-leaf': someInput((_, { input, index }) => input.leafOffset !== index),
  'proofs/other-root': either(
    someInput(({ leaves }, { input }) => input.rootIndex !== leaves.length),
    someAddress((proven, { rootIndex }) => proven.rootIndex !== rootIndex),
  ),
  'proofs/other-tree': either(
    someInput(({ tree }, { input, view }) => view.remaining[input.treeIndex]?.key !== tree),
    someAddress((proven, { key }) => proven.tree !== key),
  ),
  'proofs/other-history': someInput(
    (spends, { input, view }) =>
      input.rootIndex === spends.leaves.length && !isRootOf(view, spends, input.rootIndex),
  ),
  'proofs/other-address': someAddress((proven, { seed }) => proven.seed !== seed),
  'proofs/other-program': someAddress(({ program }, _, view) => program !== null && program !== view.caller),
  'proofs/other-order': failsBy(isReordered),
  'proofs/other-count': failsBy(hasOtherCount),
  'proofs/left-out': (view) =>
    view.mode === 'execute' && failsBy((proof) => proof.use.writes.length > 0)(view),
  'proofs/other-keys': (view) =>
    fails(view) && !view.world.shape.features.has('proofs-v1') && committed(view) !== undefined,
  'proofs/no-root': (view) => executes(view) && needsProof(view) && isNoRoot(view),
  'proofs/read-address-absent': (view) => {
    const proof = executes(view) ? committed(view) : undefined;
    const read = readAddresses(view);
    return (
      read.length > 0 && read.every(({ address }) => proof?.addresses.some((one) => one.address === address))
    );
  },
  'proofs/read-address-opened': (view) =>
    executes(view) && readAddresses(view).some(({ address }) => view.world.opened?.has(address) === true),
  'proofs/spent-once': (view) =>
    executes(view) &&
    provenInputs(view).some(({ treeIndex, leafOffset }) => {
      const tree = view.remaining[treeIndex]?.key;
      return tree !== undefined && view.world.leaves.get(tree)?.[leafOffset]?.spent === true;
    }),
  'proofs/opened-once': (view) =>
    executes(view) &&
    (coveringProof(view)?.addresses.some(({ address }) => view.world.opened?.has(address) === true) ?? false),
};
