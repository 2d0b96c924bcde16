// Finds what pairs of rules show on one build and not on the other: candidates for another order of checks.
import type { OrderComparison, OrderSight } from '../../spec/comparison';
import type { Pair, PairOutcomes, PairPlans, PairResult, Sighting } from '../../spec/precedence';

/** A case to be looked at on the other build. */
export type Candidate = Pair & {
  readonly scenario: string;
  readonly sight: OrderSight;
  readonly plans: PairPlans;
};

const keyOf = ({ scenario, outcomes }: Sighting): string =>
  [scenario, outcomes.first, outcomes.second, outcomes.both].join('|');

const pairKey = ({ first, second }: Pair): string => `${first}|${second}`;

/** Where both raise the same alone nobody can be told to win. */
const tells = ({ winner }: Sighting): boolean => winner !== 'same';

/** What `one` was seen to answer and `other` was not, in the same kind of scenario; a case of each. */
export function candidatesOf(one: readonly PairResult[], other: readonly PairResult[]): readonly Candidate[] {
  const seen = new Map(other.map((result) => [pairKey(result), new Set(result.sightings.map(keyOf))]));
  return one.flatMap((result) =>
    result.sightings
      .filter((sighting) => tells(sighting) && seen.get(pairKey(result))?.has(keyOf(sighting)) !== true)
      .map(({ scenario, winner, outcomes, plans }) => ({
        first: result.first,
        second: result.second,
        scenario,
        sight: { winner, outcomes },
        plans,
      })),
  );
}

/** Each alone raises the same on both builds, so that what both raise is a matter of order. */
export const isReordered = (one: PairOutcomes, other: PairOutcomes): boolean =>
  one.first === other.first && one.second === other.second && one.both !== other.both;

/** Cases that were decided. */
export const decidedIn = (results: readonly PairResult[]): number =>
  results.reduce(
    (sum, { sightings }) => sum + sightings.reduce((count, sighting) => count + sighting.count, 0),
    0,
  );

/** Cases that say nothing on that build. */
export const undecidedIn = (results: readonly PairResult[]): number =>
  results.reduce(
    (sum, { unusable }) => sum + Object.values(unusable).reduce((count, more) => count + more, 0),
    0,
  );

/** Where one of the builds decided no case at all there was nothing to compare, whatever the other one did. */
export const saysNothing = ({ before, after, changes }: OrderComparison): boolean =>
  changes.length === 0 && (before.decided === 0 || after.decided === 0);
