// Adds maps of numbers by key.
import type { KeyRole } from '../spec/world';

type Lamports = ReadonlyMap<KeyRole, bigint>;

/** Numbers of two maps together; a zero says that nothing may be gained or lost, and stays. */
export const added = (first: Lamports, second: Lamports): Lamports => {
  if (second.size === 0) return first;
  if (first.size === 0) return second;
  const total = new Map(first);
  for (const [key, gain] of second) total.set(key, (total.get(key) ?? 0n) + gain);
  return total;
};

/** Lamports of several maps together; accounts that neither gain nor lose are left out. */
export const summed = (...maps: readonly Lamports[]): Lamports => {
  const total = new Map<KeyRole, bigint>();
  for (const map of maps) for (const [key, gain] of map) total.set(key, (total.get(key) ?? 0n) + gain);
  for (const [key, gain] of total) if (gain === 0n) total.delete(key);
  return total;
};

/** Both sets' members. */
export const united = <T>(first: ReadonlySet<T>, second: ReadonlySet<T>): ReadonlySet<T> => {
  if (first.size === 0) return second;
  const all = new Set(first);
  for (const item of second) all.add(item);
  return all;
};

/** Lists of several maps one behind the other. */
export const joinedLists = <T>(
  first: ReadonlyMap<KeyRole, readonly T[]>,
  second: ReadonlyMap<KeyRole, readonly T[]>,
): ReadonlyMap<KeyRole, readonly T[]> => {
  if (second.size === 0) return first;
  if (first.size === 0) return second;
  const total = new Map(first);
  for (const [key, list] of second) total.set(key, [...(total.get(key) ?? []), ...list]);
  return total;
};
