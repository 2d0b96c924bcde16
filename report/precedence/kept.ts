// Which cases of the pairs are kept as witness files, and their names.
import type { Pair, PairResult, PairWitness, Sighting } from '../../spec/precedence';
import type { ProgramHashes } from '../../spec/result';
import { fileStem } from '../file-names';
import { relationOf } from './relation';
import { against } from './stated-order';

/** `witnesses/precedence/<first>--and--<second>--first-in-direct.json` */
export const pairWitnessPath = ({ first, second }: Pair, { winner, scenario }: Sighting): string =>
  `witnesses/precedence/${fileStem(first)}--and--${fileStem(second)}--${winner}-in-${scenario}.json`;

/** A case as a file that replays it. */
export const pairWitness = (
  { first, second }: Pair,
  { scenario, winner, outcomes, plans }: Sighting,
  programs: ProgramHashes,
): PairWitness => ({
  formatVersion: 1,
  kind: 'pair',
  first,
  second,
  scenario,
  winner,
  outcomes,
  programs,
  plans,
});

const lengthOf = ({ plans }: Sighting): number => plans.both.transactions.length;

/** The shortest case of each winner. */
export function shortest(sightings: readonly Sighting[]): readonly Sighting[] {
  const best = new Map<string, Sighting>();
  for (const one of sightings) {
    const known = best.get(one.winner);
    if (known === undefined || lengthOf(one) < lengthOf(known)) best.set(one.winner, one);
  }
  return [...best.values()];
}

const SETTLED: ReadonlySet<string | null> = new Set(['first', 'second', 'same', null]);

/** What contradicts a document; and of pairs of which not always the same wins, a case of each winner. */
export function keptSightings(result: PairResult): readonly Sighting[] {
  const contradicting = (['first', 'second'] as const).flatMap((side) => shortest(against(result, side)));
  if (SETTLED.has(relationOf(result))) return contradicting;
  const told = new Set(contradicting.map(({ winner }) => winner));
  return [...contradicting, ...shortest(result.sightings).filter(({ winner }) => !told.has(winner))];
}
