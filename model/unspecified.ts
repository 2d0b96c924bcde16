// What an invocation does that neither document speaks about: then an acceptance cannot be predicted.
import type { Area, Rule } from '../spec/rule';
import { ALWAYS } from './questions/always';
import { WHEN_EXECUTED } from './questions/executions';
import type { Question } from './questions/question';
import { IN_WRITES } from './questions/writes';
import type { View } from './view';

const ASKED_OF_EXECUTIONS = [...ALWAYS, ...WHEN_EXECUTED];
const ASKED_OF_INVOKE = ASKED_OF_EXECUTIONS.filter(({ answeredOfInvoke }) => answeredOfInvoke !== true);
const ASKED_OF_WRITES = [...ALWAYS, ...IN_WRITES];

const askedOf = ({ executes, instruction }: View): readonly Question[] => {
  if (instruction === 'Invoke') return ASKED_OF_INVOKE;
  return executes ? ASKED_OF_EXECUTIONS : ASKED_OF_WRITES;
};

type Named = { readonly areas: ReadonlySet<Area>; readonly ids: ReadonlySet<string> };

const namesOf = (rules: readonly Rule[]): Named => ({
  areas: new Set(rules.map(({ area }) => area)),
  ids: new Set(rules.map(({ id }) => id)),
});

const namesIn = new WeakMap<readonly Rule[], Named>();
const isOpen = (rules: readonly Rule[], { answeredBy, answeredByRule, raisedBy }: Question): boolean => {
  const { areas, ids } = namesIn.get(rules) ?? namesOf(rules);
  namesIn.set(rules, { areas, ids });
  const isAnswered =
    (answeredBy !== undefined && areas.has(answeredBy)) ||
    (answeredByRule !== undefined && ids.has(answeredByRule));
  return !isAnswered && (raisedBy === undefined || areas.has(raisedBy));
};

/** Why the documents do not settle whether this invocation is accepted; empty where they do. */
export const openQuestions = (view: View, rules: readonly Rule[]): readonly Question[] =>
  askedOf(view).filter((question) => isOpen(rules, question) && question.asks(view));
