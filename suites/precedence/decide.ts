// Says who won a case that was run: what the plan with both rules broken raised, beside what each alone raises.
import { ACCEPTED, observedName } from '../../report/outcome-names';
import type { Observation } from '../../spec/outcome';
import type { PairOutcomes, Unusable, Winner } from '../../spec/precedence';
import { isTooLarge, type Tried } from '../runner';

/** What came of the four plans of a case. */
export type PairTried = {
  readonly base: Tried;
  readonly first: Tried;
  readonly second: Tried;
  readonly both: Tried;
};

export type Decided = { readonly winner: Winner; readonly outcomes: PairOutcomes };

type Refusal = { readonly name: string; readonly at: string; readonly isOurs: boolean };

/** The first error, with the transaction and instruction that raised it; one of a program of ours says nothing of those under test. */
const refusalIn = ({ transactions }: Observation): Refusal => {
  const index = transactions.findIndex(({ raised }) => raised !== null);
  const outcome = transactions[index];
  return outcome === undefined
    ? { name: ACCEPTED, at: '', isOurs: false }
    : {
        name: observedName(outcome.raised),
        at: `${index}.${outcome.failedAt ?? ''}`,
        isOurs: outcome.raised?.program.startsWith('program:') === true,
      };
};

const winnerOf = ({ first, second, both }: PairOutcomes): Winner => {
  if (first === second) return both === first ? 'same' : 'neither';
  if (both === first) return 'first';
  return both === second ? 'second' : 'neither';
};

const isUsable = (base: Refusal, first: Refusal, second: Refusal): Unusable | null => {
  if (base.name !== ACCEPTED) return 'the valid plan is refused';
  if (first.name === ACCEPTED) return 'the first alone is accepted';
  if (second.name === ACCEPTED) return 'the second alone is accepted';
  return first.at === second.at ? null : 'refused in different instructions';
};

/** Who won, or why the case says nothing. */
export const decide = ({ base, first, second, both }: PairTried): Decided | Unusable => {
  if (isTooLarge(base) || isTooLarge(first) || isTooLarge(second) || isTooLarge(both))
    return 'too large for a packet';
  const [one, other, joint] = [refusalIn(first), refusalIn(second), refusalIn(both)];
  const why = isUsable(refusalIn(base), one, other);
  if (why !== null) return why;
  if (joint.name !== ACCEPTED && joint.at !== one.at) return 'refused in different instructions';
  if (one.isOurs || other.isOurs || joint.isOurs) return 'stopped before the call';
  const outcomes = { first: one.name, second: other.name, both: joint.name };
  return { winner: winnerOf(outcomes), outcomes };
};
