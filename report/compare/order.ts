// Finds what pairs of rules show on one build and not on the other: candidates for another order of checks.
import type { AloneChange, OrderComparison, OrderSight } from '../../spec/comparison';
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

/** By rule, what it raises alone in any case. */
function aloneIn(results: readonly PairResult[]): ReadonlyMap<string, ReadonlySet<string>> {
  const raised = new Map<string, Set<string>>();
  const add = (rule: string, outcome: string): void =>
    void raised.set(rule, (raised.get(rule) ?? new Set()).add(outcome));
  for (const { first, second, sightings } of results)
    for (const { outcomes } of sightings) {
      add(first, outcomes.first);
      add(second, outcomes.second);
    }
  return raised;
}

const onlyIn = (one: ReadonlySet<string>, other: ReadonlySet<string>): readonly string[] =>
  [...one].filter((outcome) => !other.has(outcome)).toSorted();

/** Rules that raise something else alone: what only one build shows may be a case that the other could not decide. */
export function aloneChanges(
  before: readonly PairResult[],
  after: readonly PairResult[],
): readonly AloneChange[] {
  const [old, now] = [aloneIn(before), aloneIn(after)];
  return [...old].flatMap(([rule, outcomes]) => {
    const others = now.get(rule) ?? new Set<string>();
    const change = { rule, before: onlyIn(outcomes, others), after: onlyIn(others, outcomes) };
    return change.before.length === 0 || change.after.length === 0 ? [] : [change];
  });
}

export const orderChanges = ({ changes, alone }: OrderComparison): number => changes.length + alone.length;

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
export const saysNothing = ({ before, after, ...order }: OrderComparison): boolean =>
  orderChanges({ before, after, ...order }) === 0 && (before.decided === 0 || after.decided === 0);
