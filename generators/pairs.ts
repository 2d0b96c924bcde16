// Plans that break two rules at once, with the plan that breaks neither and those that break one of them.
import fc from 'fast-check';
import { FENCES } from '../spec/fences';
import type { PairPlans } from '../spec/precedence';
import type { Plan } from '../spec/plan';
import type { Edit, Mutation } from './edit';
import { EDITS } from './edits';
import { withByteIndices } from './indices';
import type { Scenario, ScenarioKind } from './scenario';
import type { Fences } from './settings';
import { valid } from './valid';

/** An edit of each rule, and a kind of scenario that both fit. */
export type Way = { readonly first: Edit; readonly second: Edit; readonly kind: ScenarioKind };

/** `both`: the first rule broken first, and the second one first where that is another plan. */
export type PairCase = Omit<PairPlans, 'both'> & {
  readonly kind: ScenarioKind;
  readonly both: readonly Plan[];
};

/**
 * Valid plans stay on the side of every fence, whatever the baseline: which of two errors comes first is asked, and
 * nothing about a field in dispute.
 */
const AGREED: Fences = new Set(FENCES.map(({ rule }) => rule));

const scenarios = new Map<ScenarioKind, fc.Arbitrary<Scenario>>();
const scenarioOf = (kind: ScenarioKind): fc.Arbitrary<Scenario> => {
  const known = scenarios.get(kind) ?? valid(AGREED, [kind]);
  scenarios.set(kind, known);
  return known;
};

/** The edits that break a rule. */
export const breakingEdits = (rule: string): readonly Edit[] =>
  EDITS.filter((edit) => edit.rule === rule && edit.isShown !== true);

const NOTHING: Mutation = (scenario) => scenario;

/** The same preparation twice would prepare for something else. */
const preparing = (edits: readonly Edit[]): Mutation => {
  const all = [...new Set(edits.flatMap(({ prepare }) => prepare ?? []))];
  return all.reduce<Mutation>((before, next) => (scenario) => next(before(scenario)), NOTHING);
};

/** An edit may find nothing to change in a scenario that it was not made for. */
const attempt = <T>(make: () => T): T | null => {
  try {
    return make();
  } catch {
    return null;
  }
};

/** Made ready for the edits; throws where that leads to a plan that cannot be written down. */
const readyFor = (edits: readonly Edit[], scenario: Scenario): Scenario => {
  const ready = preparing(edits)(scenario);
  if (withByteIndices(ready.plan) !== ready.plan) throw new Error('An index of the valid plan is no byte.');
  return ready;
};

const isSame = (one: Plan, other: Plan): boolean => {
  const text = (plan: Plan): string =>
    JSON.stringify(plan, (_, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value));
  return text(one) === text(other);
};

/** One edit in a scenario of a kind, declared or not; null where it cannot be made. */
export const brokenOnce = (
  edit: Edit,
  kind: ScenarioKind,
): fc.Arbitrary<{ readonly base: Plan; readonly broken: Plan } | null> =>
  fc.tuple(scenarioOf(kind), edit.mutation).map(([scenario, mutate]) =>
    attempt(() => {
      const ready = readyFor([edit], scenario);
      return { base: ready.plan, broken: withByteIndices(mutate(ready).plan) };
    }),
  );

/** Cases of one way; null where the edits cannot be made together. */
export const pairCases = ({ first, second, kind }: Way): fc.Arbitrary<PairCase | null> =>
  fc.tuple(scenarioOf(kind), first.mutation, second.mutation).map(([scenario, one, other]) =>
    attempt(() => {
      const ready = readyFor([first, second], scenario);
      const [onlyFirst, onlySecond] = [one(ready), other(ready)];
      const firstFirst = withByteIndices(other(onlyFirst).plan);
      const secondFirst = withByteIndices(one(onlySecond).plan);
      return {
        kind,
        base: ready.plan,
        first: withByteIndices(onlyFirst.plan),
        second: withByteIndices(onlySecond.plan),
        both: isSame(firstFirst, secondFirst) ? [firstFirst] : [firstFirst, secondFirst],
      };
    }),
  );
