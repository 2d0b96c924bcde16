// Adds up what the invocations of a transaction do, along one way in which all were accepted.
import type { KeyRole } from '../spec/world';
import { DEFAULT_SHAPE } from './effects';
import type { Branch } from './ruling';
import { added, joinedLists, summed, united } from './sums';
import type { ModelWorld } from './world';

const counted = (
  first: ReadonlyMap<KeyRole, number>,
  second: ReadonlyMap<KeyRole, number>,
): ReadonlyMap<KeyRole, number> => {
  if (second.size === 0) return first;
  if (first.size === 0) return second;
  const total = new Map(first);
  for (const [key, count] of second) total.set(key, (total.get(key) ?? 0) + count);
  return total;
};

/** What a branch has done, and then what one more invocation does. */
export const joinBranch = (before: Branch, next: Branch): Branch => ({
  world: next.world,
  appended: counted(before.appended, next.appended),
  mayChange: united(before.mayChange, next.mayChange),
  mayRewrite: united(before.mayRewrite, next.mayRewrite),
  lamports: added(before.lamports, next.lamports),
  allLamports: summed(before.allLamports, next.allLamports),
  created: joinedLists(before.created, next.created),
  spent: joinedLists(before.spent, next.spent),
  handed: [...before.handed, ...next.handed],
  shape: next.shape,
  because: before.because.length === 0 ? next.because : [...before.because, ...next.because],
});

/** Nothing done yet. */
const NOTHING_YET: Omit<Branch, 'world'> = {
  appended: new Map(),
  lamports: new Map(),
  allLamports: new Map(),
  created: new Map(),
  spent: new Map(),
  handed: [],
  mayChange: new Set(),
  mayRewrite: new Set(),
  shape: DEFAULT_SHAPE,
  because: [],
};
export const startBranch = (world: ModelWorld): Branch => ({ world, ...NOTHING_YET });
