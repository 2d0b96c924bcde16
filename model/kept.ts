// What a v1 state tree keeps for later proofs, as observed: changelog, filled subtrees and canopy.
import type { KeptForProofs, NotedLeaf } from '../spec/outcome';
import type { Hex } from '../spec/plan';
import type { ExpectedGroup, ObservedEffects } from '../spec/prediction';
import { isV1 } from '../spec/world';
import type { Changes } from './effects';
import { earlier } from './leaves';
import { HEIGHT, merkleNodes } from './merkle-root';
import type { ModelOptions } from './options';
import type { ModelWorld } from './world';

const RULE = 'proofs/v1-changelog';
/** Levels below the root that a state tree stores. */
const CANOPY = 10;

/** What a model without the rule would say. */
const NOTHING: KeptForProofs = { noted: [], filled: [], canopy: [] };

const upTo = <T>(count: number, make: (level: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, level) => make(level));

/** How many subtrees above it a leaf completes: as many as it is a right child in a row. */
const completes = (leafIndex: number): number => {
  let count = 0;
  for (let node = leafIndex; node % 2 === 1; node >>= 1) count += 1;
  return count;
};

/** The leaves of one execution, appended to these: all but the last note as much of their paths as is complete. */
const notedBy = (before: readonly Hex[], own: readonly Hex[]): readonly NotedLeaf[] => {
  const nodeAt = merkleNodes([...before, ...own]);
  return own.map((_, i) => {
    const leafIndex = before.length + i;
    const known = i === own.length - 1 ? HEIGHT : completes(leafIndex) + 1;
    const path = upTo(HEIGHT, (level) => (level < known ? nodeAt(level, leafIndex >> level) : null));
    return { leafIndex: BigInt(leafIndex), path };
  });
};

const keptOf = (
  groups: readonly ExpectedGroup[],
  before: readonly Hex[],
  appended: readonly Hex[],
): KeptForProofs => {
  const all = [...before, ...appended];
  const last = all.length - 1;
  const nodeAt = merkleNodes(all);
  return {
    noted: groups.flatMap(({ first, count }) =>
      notedBy(all.slice(0, first), all.slice(first, first + count)),
    ),
    filled: upTo(HEIGHT, (level) => nodeAt(level, ((last >> level) >> 1) << 1)),
    canopy: upTo(CANOPY, (i) => nodeAt(HEIGHT - CANOPY + i, last >> (HEIGHT - CANOPY + i))),
  };
};

/** Left out where the rule is not asked about. */
export const keptFor = (
  { created }: Changes,
  start: ModelWorld,
  { observed, dropped, facts }: ModelOptions,
): Pick<ObservedEffects, 'kept'> => {
  if (facts === null || !observed.has(RULE)) return {};
  const trees = [...created].filter(([key]) => isV1(key));
  return {
    kept: new Map(
      trees.map(([key, groups]) => [
        key,
        (appended) => (dropped.has(RULE) ? NOTHING : keptOf(groups, earlier(start, key, facts), appended)),
      ]),
    ),
  };
};
