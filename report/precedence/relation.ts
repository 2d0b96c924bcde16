// Who wins a pair: always the same, or it depends; and then on what, as far as its cases show.
import type { Pair, PairResult, Relation, Sighting, Winner, WinnersSeen } from '../../spec/precedence';

const winnersOf = (sightings: readonly Sighting[]): readonly Winner[] =>
  [...new Set(sightings.map(({ winner }) => winner))].sort();

/** `depends` as soon as two cases disagree. */
export function relationOf({ sightings }: PairResult): Relation | null {
  const [only, ...others] = winnersOf(sightings);
  if (only === undefined) return null;
  return others.length > 0 ? 'depends' : only;
}

type Feature = { readonly name: string; readonly of: (sighting: Sighting) => string };

/** `direct: light-system:6002 and light-system:6027` */
export const caseKey = ({ scenario, outcomes: { first, second } }: Sighting): string =>
  `${scenario}: ${first} and ${second}`;

const featuresOf = ({ first, second }: Pair): readonly Feature[] => [
  { name: 'the kind of scenario', of: ({ scenario }) => scenario },
  { name: `what ${first} raises alone`, of: ({ outcomes }) => outcomes.first },
  { name: `what ${second} raises alone`, of: ({ outcomes }) => outcomes.second },
  { name: 'what both raise alone', of: ({ outcomes: o }) => `${o.first} and ${o.second}` },
  { name: 'the kind of scenario and what both raise alone', of: caseKey },
];

const groupBy = (
  sightings: readonly Sighting[],
  of: Feature['of'],
): ReadonlyMap<string, readonly Winner[]> => {
  const groups = new Map<string, readonly Sighting[]>();
  for (const one of sightings) groups.set(of(one), [...(groups.get(of(one)) ?? []), one]);
  return new Map(
    [...groups].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, all]) => [key, winnersOf(all)]),
  );
};

/** The winner of each case that was seen, by caseKey. */
export const winnersSeen = ({ sightings }: PairResult): WinnersSeen =>
  Object.fromEntries(groupBy(sightings, caseKey));

const WINS: Readonly<Record<Winner, (pair: Pair) => string>> = {
  first: ({ first }) => `${first} wins`,
  second: ({ second }) => `${second} wins`,
  neither: () => 'a third error comes',
  same: () => 'nothing can be told',
};

/** `accounts/x wins` */
export const winnerText = (pair: Pair, winner: Winner): string => WINS[winner](pair);

const sides = (pair: Pair, groups: ReadonlyMap<string, readonly Winner[]>): string => {
  const all = [...new Set([...groups.values()].flat())].sort();
  const when = (winner: Winner): string =>
    [...groups].flatMap(([key, winners]) => (winners.includes(winner) ? [key] : [])).join(', ');
  return all.map((winner) => `${winnerText(pair, winner)} (${when(winner)})`).join('; ');
};

/** `Depends on the kind of scenario: a wins (direct, spend); b wins (set).` */
export function dependsOn(result: PairResult): string {
  for (const { name, of } of featuresOf(result)) {
    const groups = groupBy(result.sightings, of);
    if ([...groups.values()].every((winners) => winners.length === 1))
      return `Depends on ${name}: ${sides(result, groups)}.`;
  }
  const groups = groupBy(result.sightings, ({ scenario }) => scenario);
  return `Depends on values within the plan: ${sides(result, groups)}.`;
}
