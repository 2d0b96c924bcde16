// The wrong models: every documented rule dropped, turned round, or with a neighbour's error.
import type { ModelOptions } from '../../model/options';
import type { ModelMutant, Mutation } from '../../spec/model-mutation';
import type { Rule } from '../../spec/rule';
import { ruleById, RULES } from '../../spec/rules';
import { neighbourOf } from './neighbour';

const DROPPED = {
  rejects: 'what breaks it is accepted',
  accepts: 'what it leaves free is refused',
  effect: 'something else happens than what it says',
} as const;
const NEGATED = {
  rejects: 'what breaks it is accepted, and what keeps it refused',
  accepts: 'what makes no use of the freedom is refused',
} as const;

/** An effect has no contrary beside that something else happens; an error has a neighbour only where it has a name. */
const saysOf = (rule: Rule, mutation: Mutation): string | null => {
  const { kind } = rule.expects;
  if (mutation === 'dropped') return DROPPED[kind];
  if (mutation === 'negated') return kind === 'effect' ? null : NEGATED[kind];
  const neighbour = neighbourOf(rule);
  return neighbour === null ? null : `the error is ${neighbour.code ?? neighbour.error}`;
};

const mutantOf = (rule: Rule, mutation: Mutation): readonly ModelMutant[] => {
  const says = saysOf(rule, mutation);
  return says === null ? [] : [{ id: `${rule.id}#${mutation}`, rule: rule.id, mutation, says }];
};

/** Of one rule: up to three. */
export const mutantsOf = (rule: Rule): readonly ModelMutant[] => [
  ...mutantOf(rule, 'dropped'),
  ...mutantOf(rule, 'negated'),
  ...mutantOf(rule, 'neighbour'),
];

/** Of every documented rule, in the order of the rules; what is only observed has no document to be wrong about. */
export const MUTANTS: readonly ModelMutant[] = RULES.filter(
  ({ provenance }) => provenance === 'documented',
).flatMap(mutantsOf);

const withNeighbour = (rules: readonly Rule[], id: string): readonly Rule[] =>
  rules.map((rule) => {
    const neighbour = rule.id === id ? neighbourOf(rule) : null;
    return neighbour === null ? rule : { ...rule, expects: { kind: 'rejects', ...neighbour } };
  });

/** The model that a mutant is, made from one that says what the documents say. */
export const wrongModel = (
  { rule: id, mutation, besides = [] }: Pick<ModelMutant, 'rule' | 'mutation' | 'besides'>,
  model: ModelOptions,
): ModelOptions => {
  const rule = ruleById(id);
  if (rule === undefined) throw new Error(`There is no rule ${id}.`);
  if (mutation === 'dropped') return { ...model, dropped: new Set([id, ...besides]) };
  if (mutation === 'negated') return { ...model, negated: rule };
  return { ...model, rules: withNeighbour(model.rules, id) };
};
