// The rows of the section: pairs that can be combined, pairs that cannot, and contradictions of a document.
import type { FrozenPair, Pair, PairResult, Relation, Sighting, Unusable } from '../../spec/precedence';
import type { Baseline } from '../../spec/result';
import { isAllowed } from './frozen';
import { keptSightings, pairWitnessPath, shortest } from './kept';
import { dependsOn, relationOf, winnersSeen } from './relation';
import { against, knownAs, statedOrder } from './stated-order';
import { NO_WAY, type Contradiction, type PairReport, type UncombinedReport } from './types';

const sum = (sightings: readonly Sighting[]): number => sightings.reduce((all, { count }) => all + count, 0);

const names = (sightings: readonly Sighting[], side: keyof Pair): readonly string[] =>
  [...new Set(sightings.map(({ outcomes }) => outcomes[side]))].sort();

const DECISIVE: ReadonlySet<Relation | null> = new Set<Relation>(['first', 'second', 'neither']);

/** A run sees only so many plans: a pair known to depend on the plan does so also where this run saw only one side of it. */
const isPartOf = (result: PairResult, frozen: FrozenPair | undefined): boolean =>
  frozen?.relation === 'depends' &&
  DECISIVE.has(relationOf(result)) &&
  result.sightings.every((one) => isAllowed(frozen, one));

/** The row of a pair; none if none of its cases could be decided. */
export function pairReport(result: PairResult, frozen: FrozenPair | undefined): readonly PairReport[] {
  const seenRelation = relationOf(result);
  if (seenRelation === null) return [];
  const { first, second, sightings } = result;
  const isPart = isPartOf(result, frozen);
  const relation = isPart ? 'depends' : seenRelation;
  return [
    {
      first,
      second,
      relation,
      cases: sum(sightings),
      seen: relation === 'depends' || relation === 'neither' ? winnersSeen(result) : {},
      dependsOn:
        relation === 'depends'
          ? `${isPart ? 'Frozen as such; in this run: ' : ''}${dependsOn(result)}`
          : null,
      raises: { first: names(sightings, 'first'), second: names(sightings, 'second') },
      witnesses: keptSightings(result).map((one) => pairWitnessPath(result, one)),
    },
  ];
}

/** The row of a pair of which no case could be decided. */
export function uncombined({
  first,
  second,
  ways,
  sightings,
  unusable,
}: PairResult): readonly UncombinedReport[] {
  if (sightings.length > 0) return [];
  const reasons = Object.entries(unusable) as [Unusable, number][];
  const most = reasons.toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))[0]?.[0];
  const tried = reasons.reduce((all, [, count]) => all + count, 0);
  return [{ first, second, reason: ways === 0 || most === undefined ? NO_WAY : most, tried }];
}

/** Where a document orders the winner behind the loser. */
export const contradictions = (result: PairResult, baseline: Baseline | null): readonly Contradiction[] =>
  (['first', 'second'] as const).flatMap((side) => {
    const cases = against(result, side);
    const [kept] = shortest(cases);
    if (kept === undefined) return [];
    const loser = side === 'first' ? result.second : result.first;
    return [
      {
        winner: result[side],
        loser,
        states: statedOrder(loser, result[side]),
        count: sum(cases),
        cases: sum(result.sightings),
        raised: [...new Set(cases.map(({ outcomes }) => outcomes.both))].sort(),
        knownAs: knownAs(baseline, result),
        witness: pairWitnessPath(result, kept),
      },
    ];
  });
