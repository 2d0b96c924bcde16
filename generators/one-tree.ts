// Which fences keep a plan with edits: an execution whose entries all point at one tree is agreed upon, be it another than the context's.
import { FIXED_SLOTS } from '../spec/invoke-cpi';
import { stateTreeOf } from '../spec/world';
import { targetOf, type Scenario } from './scenario';
import type { Fences } from './settings';

/** What the documents and the program disagree about is an execution in several trees. */
const SEVERAL_TREES = 'limits/single-tree';

const without = new WeakMap<Fences, Fences>();
/** The same set each time, for what is put together for a set of fences is kept by it. */
const withoutIt = (fences: Fences): Fences => {
  const rest = without.get(fences) ?? new Set([...fences].filter((fence) => fence !== SEVERAL_TREES));
  without.set(fences, rest);
  return rest;
};

/** An execution whose own entries all point at one tree, as what the context holds does in the plans that this fence leaves. */
const pointsAtOne = (scenario: Scenario): boolean => {
  if (scenario.kind !== 'execute') return false;
  const { accounts, data } = targetOf(scenario);
  const trees = [...data.inputs, ...data.outputs].map(({ treeIndex }) => {
    const key = accounts[FIXED_SLOTS + treeIndex]?.key;
    return key === undefined ? undefined : stateTreeOf(key);
  });
  return trees[0] !== undefined && new Set(trees).size === 1;
};

export const fencesOfEdited = (scenario: Scenario, fences: Fences): Fences =>
  pointsAtOne(scenario) ? withoutIt(fences) : fences;
