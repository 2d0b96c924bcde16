// The rules of the area `codes`: each attempt under each instruction, with what was always seen to come of it.
import { meaningOf } from '../codes';
import { TRIALS, type Trial } from '../attempts';
import type { Expectation, Rule } from '../rule';
import { accepts, code, named, rejects } from './make';

const ACCEPTED = 'accepted';
const SYSTEM = 'light-system:';

/** What violating it must raise; of errors by other programs, and of panics, a rule's own expectation says no more than that. */
const expectationOf = ({ comes }: Trial): Expectation => {
  if (comes === ACCEPTED) return accepts;
  if (!comes.startsWith(SYSTEM) || comes === `${SYSTEM}panic`) return rejects;
  const error = comes.slice(SYSTEM.length);
  const number = Number(error);
  return Number.isNaN(number) ? named(error) : code(number, meaningOf('light-system', number)?.name ?? error);
};

const outcomeText = (comes: string): string => {
  if (comes === ACCEPTED) return 'is accepted';
  return comes.endsWith(':panic') ? 'makes the program panic' : `raises ${comes.replace(SYSTEM, '')}`;
};

const ruleOf = (trial: Trial): Rule => ({
  id: trial.id,
  area: 'codes',
  statement: `Under ${trial.column}, ${trial.does} ${outcomeText(trial.comes)}.`,
  expects: expectationOf(trial),
  provenance: 'observed',
  sources: [],
  steps: [1, 5],
  ...(trial.column.startsWith('Invoke') && { instructions: [trial.column as 'Invoke'] }),
  ...(trial.note !== undefined && { note: trial.note }),
});

export const CODE_RULES: readonly Rule[] = TRIALS.map(ruleOf);
