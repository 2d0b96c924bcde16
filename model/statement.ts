// What the proof of an execution has to prove, as it was observed to be logged where a proof is refused.
import type { WorldFacts } from '../spec/facts';
import type { StoredInput } from '../spec/context-state';
import type { ExpectedStatement } from '../spec/prediction';
import type { Hex } from '../spec/plan';
import { isV1, takesOutputs, type KeyRole } from '../spec/world';
import { accountHash } from './account-hash';
import { askedIn, derivedIn } from './address';
import type { ModelOptions } from './options';
import { provenInputs } from './proofs';
import type { View } from './view';

export const STATEMENT = 'effects/proof-statement';

const keyAt = ({ remaining }: View, index: number): KeyRole | undefined => remaining[index]?.key;

/** Those that no index proves, in the order of the version. */
const inputsIn = (view: View): readonly StoredInput[] =>
  view.world.shape.ownLeavesFirst === true
    ? provenInputs(view)
    : view.combined.inputs.filter(({ proveByIndex }) => !proveByIndex);

/** A plan moves the roots of v1 state trees that it appends to, and those of no other. */
const isMoved = ({ world }: View, key: KeyRole): boolean =>
  key.startsWith('tree:') && isV1(key) && (world.leaves.get(key)?.length ?? 0) > 0;

const rootsIn =
  (view: View, { rootOf }: WorldFacts) =>
  (key: KeyRole | undefined, index: number): Hex | null =>
    key === undefined || rootOf === undefined || isMoved(view, key) ? null : rootOf(key, index);

/** An offset into what takes no outputs stands for itself. */
const nextIn = (queue: KeyRole, facts: WorldFacts): number =>
  takesOutputs(queue) ? facts.nextIndexOf(queue) : 0;

const hashOf = (view: View, input: StoredInput, facts: WorldFacts): Hex | null => {
  const [tree, queue] = [keyAt(view, input.treeIndex), keyAt(view, input.queueIndex)];
  if (tree === undefined || queue === undefined) return null;
  return accountHash(input, { tree, leafIndex: nextIn(queue, facts) + input.leafOffset }, facts);
};

/** Without facts, or where an index leads nowhere, nothing is expected. */
export const expectedStatement = (
  view: View,
  { facts, observed, dropped, mustLog }: ModelOptions,
): ExpectedStatement | null => {
  const addresses = derivedIn(view);
  if (!observed.has(STATEMENT) || facts === null || addresses === null) return null;
  const inputs = inputsIn(view);
  const hashes = inputs.flatMap((input) => hashOf(view, input, facts) ?? []);
  if (hashes.length < inputs.length) return null;
  const rootAt = rootsIn(view, facts);
  const statement = {
    hashes,
    roots: inputs.map(({ treeIndex, rootIndex }) => rootAt(keyAt(view, treeIndex), rootIndex)),
    addresses,
    addressRoots: askedIn(view).map(({ tree, address }) => rootAt(tree, address.rootIndex)),
    mustLog: mustLog ?? false,
  };
  const without = { hashes: hashes.map(() => ''), addresses: addresses.map(() => '') };
  return dropped.has(STATEMENT) ? { ...statement, ...without } : statement;
};
