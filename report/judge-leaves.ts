// Judges the leaves of an accepted transaction: each new one the hash of an account that was to be created, no other touched.
import type { ObservedLeaves, WorldAfter } from '../spec/outcome';
import type { Effects, ExpectedGroup, ExpectedLeaves } from '../spec/prediction';
import type { Hex } from '../spec/plan';
import { stateTreeOf, type KeyRole } from '../spec/world';

const NO_INDICES: ReadonlySet<number> = new Set();

/** The outputs of a group by what stands at their indices; undefined where a leaf is none of them. */
function matched(group: ExpectedGroup, leafAt: (index: number) => Hex | null): number | undefined {
  const left = new Set(Array.from({ length: group.count }, (_, output) => output));
  for (let i = 0; i < group.count; i++) {
    const leafIndex = group.first + i;
    const leaf = leafAt(leafIndex);
    if (leaf === null) continue;
    const inOrder = left.has(i) && group.hashAt(i, leafIndex) === leaf;
    const output = inOrder ? i : [...left].find((other) => group.hashAt(other, leafIndex) === leaf);
    if (output === undefined) return leafIndex;
    left.delete(output);
  }
  return undefined;
}

/** A leaf that was nullified in the same transaction is no longer there to be compared. */
const leafOf =
  ({ first, appended }: ObservedLeaves, spent: ReadonlySet<number>) =>
  (index: number): Hex | null =>
    spent.has(index) ? null : (appended[index - first] ?? '');

const short = (hash: Hex | undefined): string =>
  hash === undefined || hash === '' ? 'nothing' : hash.length > 16 ? `${hash.slice(0, 16)}...` : hash;

type Place = { readonly key: KeyRole; readonly spent: ReadonlySet<number> };

type Wrong = {
  readonly group: ExpectedGroup;
  readonly actual: ObservedLeaves;
  readonly leafIndex: number;
};

/** Both hashes, the expected one that of the output in its observed place. */
function wrongLeaf({ key }: Place, { group, actual, leafIndex }: Wrong): string {
  const expected = short(group.hashAt(leafIndex - group.first, leafIndex));
  const found = short(actual.appended[leafIndex - actual.first]);
  return `leaf ${leafIndex} of ${key} is not the hash of an account that was created: it is ${found}, expected ${expected}`;
}

function hashProblem(
  { key, spent }: Place,
  { groups, rootOf }: ExpectedLeaves,
  actual: ObservedLeaves | undefined,
): string | null {
  if (actual === undefined) return groups.some(({ count }) => count > 0) ? `${key} has no new leaves` : null;
  for (const group of groups) {
    const wrong = matched(group, leafOf(actual, spent));
    if (wrong !== undefined) return wrongLeaf({ key, spent }, { group, actual, leafIndex: wrong });
  }
  if (rootOf === null || rootOf(actual.appended) === actual.root) return null;
  return `the root of ${key} is not the root over its leaves`;
}

/** Nothing but new leaves and spent ones may change. */
function strayProblem({ key, spent }: Place, { stray: changed, rewritten }: ObservedLeaves): string | null {
  if (changed !== null) return `${key} changed in what an append does not change so: ${changed}`;
  const stray = [...rewritten.keys()].find((index) => !spent.has(index));
  return stray === undefined ? null : `leaf ${stray} of ${key} changed, and nothing spends it`;
}

type Spent = NonNullable<Effects['spent']>;

const spentIn = (spent: Spent, tree: KeyRole): number =>
  [...spent].reduce((sum, [queue, { size }]) => (stateTreeOf(queue) === tree ? sum + size : sum), 0);

/** A state tree changes by what is spent from its queue, and in nothing else. */
function nullifiedProblem(spent: Spent, { nullified }: WorldAfter): string | null {
  const trees = [...spent.keys()].flatMap((queue) => stateTreeOf(queue) ?? []);
  for (const key of new Set([...nullified.keys(), ...trees])) {
    const { count = 0, stray = null } = nullified.get(key) ?? {};
    if (stray !== null) return `${key} changed in what a nullification does not change so: ${stray}`;
    const expected = spentIn(spent, key);
    if (count !== expected) return `${key} nullified ${count} leaves, expected ${expected}`;
  }
  return null;
}

/** One sentence naming the first leaf that is not as it must be, or null; unknown hashes and indices are not asked about. */
export function leavesProblem({ leaves, spent }: Effects, after: WorldAfter): string | null {
  const place = (key: KeyRole): Place => ({ key, spent: spent?.get(key) ?? NO_INDICES });
  for (const [key, expected] of leaves ?? []) {
    const problem = hashProblem(place(key), expected, after.leaves.get(key));
    if (problem !== null) return problem;
  }
  if (spent === null) return null;
  const wrong = nullifiedProblem(spent, after);
  if (wrong !== null) return wrong;
  for (const [key, actual] of after.leaves) {
    const problem = strayProblem(place(key), actual);
    if (problem !== null) return problem;
  }
  return null;
}

/** How many leaves were compared with their hashes, if the transaction matched. */
export function leavesCompared({ leaves, spent }: Effects, after: WorldAfter): number {
  let compared = 0;
  for (const key of leaves?.keys() ?? []) {
    const { first = 0, appended = [] } = after.leaves.get(key) ?? {};
    compared += appended.filter((_, i) => spent?.get(key)?.has(first + i) !== true).length;
  }
  return compared;
}
