// Which leaves an execution appends and which it nullifies, by absolute index.
import type { WorldFacts } from '../spec/facts';
import type { StoredOutput } from '../spec/context-state';
import type { ExpectedGroup, ExpectedLeaves } from '../spec/prediction';
import type { Hex } from '../spec/plan';
import { isV1, stateTreeOf, type KeyRole } from '../spec/world';
import { accountHash } from './account-hash';
import { merkleRoot } from './merkle-root';
import type { ModelOptions } from './options';
import type { Holds } from './step';
import { storedData, type View } from './view';
import type { ModelWorld } from './world';

export type Groups = ReadonlyMap<KeyRole, readonly ExpectedGroup[]>;
export type Indices = ReadonlyMap<KeyRole, readonly number[]>;

const byTarget = (view: View, outputs: readonly StoredOutput[]): ReadonlyMap<KeyRole, StoredOutput[]> => {
  const targets = new Map<KeyRole, StoredOutput[]>();
  for (const output of outputs) {
    const key = view.remaining[output.treeIndex]?.key;
    if (key !== undefined) targets.set(key, [...(targets.get(key) ?? []), output]);
  }
  return targets;
};

const known = (world: ModelWorld, tree: KeyRole): number => world.leaves.get(tree)?.length ?? 0;

/** The leaf index that the next output of an account gets, behind what the plan has created. */
export const nextIndexIn =
  (world: ModelWorld, facts: WorldFacts): WorldFacts['nextIndexOf'] =>
  (key) =>
    facts.nextIndexOf(key) + known(world, stateTreeOf(key) ?? key);

type Appending = { readonly view: View; readonly holds: Holds; readonly facts: WorldFacts };

const groupOf = (
  { view, holds, facts }: Appending,
  key: KeyRole,
  outputs: readonly StoredOutput[],
): ExpectedGroup => {
  const tree = stateTreeOf(key) ?? key;
  const wrong = holds('effects/outputs-hashed') ? 0 : 1;
  const hashAt = (position: number, leafIndex: number): Hex => {
    const output = outputs[position];
    if (output === undefined) return '';
    const account = { ...output, data: storedData(output.data) };
    return accountHash(account, { tree, leafIndex: leafIndex + wrong }, facts);
  };
  return { first: nextIndexIn(view.world, facts)(key), count: outputs.length, hashAt };
};

/** The leaves that outputs become, by the account that takes them. */
export const groupsOf = (appending: Appending, outputs: readonly StoredOutput[]): Groups => {
  const ordered = appending.holds('effects/leaf-order') ? outputs : outputs.toReversed();
  return new Map(
    [...byTarget(appending.view, ordered)].map(([key, own]) => [key, [groupOf(appending, key, own)]]),
  );
};

/** Leaf indices that inputs nullify, by output queue; a v1 tree notes down what is nullified in a queue of its own. */
export const spentOf = (view: View, facts: WorldFacts): Indices => {
  const spent = new Map<KeyRole, number[]>();
  for (const { queueIndex, leafOffset } of view.combined.inputs) {
    const key = view.remaining[queueIndex]?.key;
    if (key !== undefined && !isV1(key))
      spent.set(key, [...(spent.get(key) ?? []), facts.nextIndexOf(key) + leafOffset]);
  }
  return spent;
};

/** The hashes of the leaves that a plan has put into a v1 tree before. */
export const earlier = (world: ModelWorld, tree: KeyRole, facts: WorldFacts): readonly Hex[] =>
  (world.leaves.get(tree) ?? []).map((leaf, leafIndex) => accountHash(leaf, { tree, leafIndex }, facts));

const NO_ROOT: Hex = '';

const expected = (
  groups: readonly ExpectedGroup[],
  { start, tree, holds, facts }: { start: ModelWorld; tree: KeyRole; holds: Holds; facts: WorldFacts },
): ExpectedLeaves => {
  const right = holds('effects/v1-root');
  const rootOf = (appended: readonly Hex[]): Hex =>
    right ? merkleRoot([...earlier(start, tree, facts), ...appended]) : NO_ROOT;
  return { groups, rootOf: isV1(tree) ? rootOf : null };
};

/** What a transaction's groups add up to, if the model is asked for leaves. */
export const expectedLeaves = (
  groups: Groups,
  start: ModelWorld,
  { facts, leaves, dropped }: ModelOptions,
): ReadonlyMap<KeyRole, ExpectedLeaves> | null => {
  if (facts === null || !leaves) return null;
  const holds: Holds = (rule) => !dropped.has(rule);
  return new Map([...groups].map(([tree, list]) => [tree, expected(list, { start, tree, holds, facts })]));
};
