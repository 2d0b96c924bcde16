// Which rejecting rules a plan violates, and in which of its transactions: what the model finds in it, whatever a program does.
import { DOCUMENTS, type ModelOptions } from '../../model/options';
import { predictTransaction } from '../../model/predict';
import { worldBefore } from '../../model/world';
import type { Plan } from '../../spec/plan';
import { ruleById } from '../../spec/rules';
import { rulesFor } from '../rules-for';

export type Violations = {
  /** Index of the first transaction that violates a rule. */
  readonly transaction: number;
  readonly rules: ReadonlySet<string>;
  /** What the documents leave free and it makes use of. */
  readonly free: ReadonlySet<string>;
};

/** Without the rules that stand apart: those of the areas that no pair is about. */
const MODEL: ModelOptions = { ...DOCUMENTS, rules: rulesFor({ id: 'invoke/pairs' }, DOCUMENTS.rules) };

const rejects = (id: string): boolean => {
  const rule = ruleById(id);
  return rule?.expects.kind === 'rejects' && rule.provenance === 'documented';
};

const isFree = (id: string): boolean => ruleById(id)?.expects.kind === 'accepts';

/**
 * The first transaction with violated rules, those that another document takes back included; null where there is none.
 * Its instructions are judged up to the first that must be refused, so that all of these rules are violated there.
 */
export const violationsOf = (plan: Plan): Violations | null => {
  let world = worldBefore(plan);
  for (const [index, transaction] of plan.transactions.entries()) {
    const { prediction, worlds, exercised } = predictTransaction(world, transaction, MODEL);
    const rules = [...exercised].filter(rejects);
    if (rules.length > 0) {
      const free = [...exercised].filter(isFree);
      return { transaction: index, rules: new Set(rules), free: new Set(free) };
    }
    if (prediction.kind === 'unspecified') return null;
    world = worlds[prediction.alternatives.findIndex(({ kind }) => kind === 'accepted')] ?? world;
  }
  return null;
};
