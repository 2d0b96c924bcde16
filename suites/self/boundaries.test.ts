// Every edge of the capacities has a name, is reached by generated plans, and is told from its neighbours.
import fc from 'fast-check';
import { boundariesOf } from '../../model/coverage/boundaries';
import { predictTransaction } from '../../model/predict';
import { viewOf } from '../../model/view';
import { worldBefore } from '../../model/world';
import { breaking } from '../../generators/breaking';
import { BOUNDARY_LABELS, CAPACITY_RULES, SEQUELS, sequelLabel } from '../../spec/boundaries';
import { FENCES } from '../../spec/fences';
import type { Plan } from '../../spec/plan';

const ALL_FENCES = new Set(FENCES.map(({ rule }) => rule));
const CASES = 310;

/** The labels of a plan's invocations that have a transaction of their own, as far as the documents settle what happens. */
const labelsOf = (plan: Plan): readonly string[] => {
  let world = worldBefore(plan);
  return plan.transactions.flatMap((transaction) => {
    const [only, ...more] = transaction.instructions;
    const labels = only?.kind === 'invocation' && more.length === 0 ? boundariesOf(viewOf(world, only)) : [];
    world = predictTransaction(world, transaction).worlds[0] ?? world;
    return labels;
  });
};

const labelsOfRule = (rule: string): ReadonlySet<string> =>
  new Set(
    fc
      .sample(breaking(rule, ALL_FENCES), { seed: 5, numRuns: CASES })
      .flatMap(({ plan, twin }) => [...labelsOf(plan), ...(twin === null ? [] : labelsOf(twin))]),
  );

describe('The edges of the capacities', () => {
  it('have names of their own', () => {
    expect(new Set(BOUNDARY_LABELS).size).toBe(BOUNDARY_LABELS.length);
    expect(BOUNDARY_LABELS).toContain('boundaries/outputs at 30, accumulated');
    expect(BOUNDARY_LABELS).toContain('boundaries/output-data at 6501, one write');
  });

  test.each(CAPACITY_RULES)('of %s are all reached by its claim', (rule) => {
    const own = BOUNDARY_LABELS.filter((label) =>
      label.startsWith(`${rule.replace('limits', 'boundaries')} at`),
    );
    expect(own).toHaveLength(6);
    const reached = labelsOfRule(rule);
    expect(own.filter((label) => !reached.has(label))).toEqual([]);
  });

  it('are followed by every kind of invocation after a write that does not fit', () => {
    const reached = labelsOfRule('limits/output-data');
    expect(SEQUELS.map(sequelLabel).filter((label) => !reached.has(label))).toEqual([]);
  });

  it('are never named wrongly', () => {
    const known = new Set(BOUNDARY_LABELS);
    for (const rule of CAPACITY_RULES)
      expect([...labelsOfRule(rule)].filter((label) => !known.has(label))).toEqual([]);
  });
});
