// Tests that a case keeps its index in the claim, whatever is left out before it.
import type { Generated } from '../../generators/breaking';
import { PlanTooLarge } from '../../harness/errors';
import type { Observation } from '../../spec/outcome';
import type { Plan } from '../../spec/plan';
import { seenOf } from './engine';

const plan = {} as Plan;
const generated = { plan, twin: null } as Generated;
const observation: Observation = { transactions: [] };

it('a case behind one that no packet can carry keeps its index', () => {
  const seen = seenOf([generated, generated, generated], [observation, new PlanTooLarge(2, 1), observation]);
  expect(seen.map(({ index }) => index)).toEqual([0, 2]);
});
