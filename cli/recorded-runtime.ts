// On which runtime a recorded case is run again: the one that it was seen on, unless another is asked for.
import type { PairWitness } from '../spec/precedence';
import type { Witness } from '../spec/result';
import type { BackendName } from '../spec/runtime';

type Case = Witness | PairWitness;

/** Files from before witnesses told their runtime: where the runtimes disagreed, both are asked again. */
const unsaid = (one: Case): BackendName =>
  one.kind !== 'pair' && one.verdict === 'runner-disagrees' ? 'both' : 'bankrun';

/** The runtime that a case was seen on. */
export const runtimeOf = (one: Case): BackendName => one.runtime ?? unsaid(one);

/** Items in groups by a key, in the order in which the keys first occur. */
export function grouped<K, T>(items: readonly T[], keyOf: (item: T) => K): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
}
