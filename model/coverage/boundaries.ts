// Which edge of a capacity an invocation touches, by the names of spec/boundaries.ts.
import {
  boundaryLabel,
  CAPACITY_LIMITS,
  CAPACITY_RULES,
  DISTANCES,
  sequelLabel,
  type CapacityRule,
  type Sequel,
} from '../../spec/boundaries';
import { dataBytes, held } from '../checks/limits';
import type { Entries, Mode, View } from '../view';
import { EMPTY_LISTS } from '../world';

const COUNT: Readonly<Record<CapacityRule, (entries: Entries) => number>> = {
  'limits/new-addresses': ({ newAddresses }) => newAddresses.length,
  'limits/inputs': ({ inputs }) => inputs.length,
  'limits/outputs': ({ outputs }) => outputs.length,
  'limits/output-data': ({ outputs }) => dataBytes(outputs),
};

const isEdge = (rule: CapacityRule, count: number): boolean =>
  DISTANCES.some((distance) => CAPACITY_LIMITS[rule] + distance === count);

/** The edges that a write of something reaches: a count that the write leaves as it was is none of its own. */
const reached = (view: View): readonly string[] => {
  const before = view.mode === 'set' ? (view.context?.state ?? EMPTY_LISTS) : EMPTY_LISTS;
  return CAPACITY_RULES.flatMap((rule) => {
    const count = COUNT[rule](held(view));
    if (COUNT[rule](view.own) === 0 || !isEdge(rule, count)) return [];
    return [boundaryLabel(rule, count, COUNT[rule](before) > 0 ? 'accumulated' : 'one write')];
  });
};

const SEQUEL: Readonly<Partial<Record<Mode, Sequel>>> = {
  'first-set': 'first set',
  set: 'set',
  execute: 'execution',
};

const sequels = ({ world, contextKey, mode }: View): readonly string[] => {
  const sequel = SEQUEL[mode];
  return sequel === undefined || contextKey === null || !world.overflowed.has(contextKey)
    ? []
    : [sequelLabel(sequel)];
};

/** Labels of the edges that an invocation touches in its world; none for most. With both flags set nothing is said. */
export const boundariesOf = (view: View): readonly string[] => {
  if (view.context === null) return [];
  const writes = view.mode === 'first-set' || view.mode === 'set';
  return [...(writes ? reached(view) : []), ...sequels(view)];
};
