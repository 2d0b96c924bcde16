// Made-up results of pairs of rules, for the tests of what is made of them.
import type { PairResult, Sighting, Winner } from '../../spec/precedence';
import { INVOCATION, planOf } from './samples';

const EITHER = { first: true, second: true } as const;

/** One case: the first raises 1 alone, the second 2. */
export function sighting(winner: Winner, change: Partial<Sighting> = {}): Sighting {
  const both = { first: 'light-system:1', second: 'light-system:2', neither: 'light-system:3' };
  const plan = planOf(INVOCATION);
  const plans = { base: plan, first: plan, second: plan, both: plan };
  const outcomes =
    winner === 'same'
      ? { first: 'light-system:1', second: 'light-system:1', both: 'light-system:1' }
      : { first: 'light-system:1', second: 'light-system:2', both: both[winner] };
  return {
    scenario: 'direct',
    guest: null,
    isClean: true,
    winner,
    outcomes,
    mayWin: EITHER,
    count: 4,
    plans,
    ...change,
  };
}

/** A pair that showed these cases. */
export const pairOf = (first: string, second: string, ...sightings: readonly Sighting[]): PairResult => ({
  first,
  second,
  ways: 1,
  sightings,
  unusable: {},
});
