// Adds up what the invocations of a transaction do, along one way in which all were accepted.
import type { KeyRole } from '../spec/world';
import { NO_SHAPES, type Shapes } from './context-shapes';
import type { Branch } from './ruling';
import type { View } from './view';
import type { Way } from './way';
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

const latest = (first: Shapes, second: Shapes): Shapes => {
  if (second.size === 0) return first;
  return first.size === 0 ? second : new Map([...first, ...second]);
};

/** What a way has done, and then what one more instruction does; `view` is null for one that is no invocation. */
export const joinBranch = (before: Way, next: Branch, view: View | null): Way => ({
  world: next.world,
  appended: counted(before.appended, next.appended),
  mayChange: united(before.mayChange, next.mayChange),
  mayRewrite: united(before.mayRewrite, next.mayRewrite),
  lamports: added(before.lamports, next.lamports),
  allLamports: summed(before.allLamports, next.allLamports),
  created: joinedLists(before.created, next.created),
  spent: joinedLists(before.spent, next.spent),
  queued: joinedLists(before.queued, next.queued),
  handed: [...before.handed, ...next.handed],
  transactionHashes: [...before.transactionHashes, ...next.transactionHashes],
  shapes: latest(before.shapes, next.shapes),
  because: before.because.length === 0 ? next.because : [...before.because, ...next.because],
  steps:
    view === null
      ? before.steps
      : [...before.steps, { view, as: next.as, after: next.world, because: next.because }],
});

/** Nothing done yet. */
const NOTHING_YET: Omit<Way, 'world'> = {
  appended: new Map(),
  lamports: new Map(),
  allLamports: new Map(),
  created: new Map(),
  spent: new Map(),
  queued: new Map(),
  handed: [],
  transactionHashes: [],
  mayChange: new Set(),
  mayRewrite: new Set(),
  shapes: NO_SHAPES,
  because: [],
  steps: [],
};
export const startBranch = (world: ModelWorld): Way => ({ world, ...NOTHING_YET });
