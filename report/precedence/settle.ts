// Settles who won a case by all that breaking each rule alone was seen to raise, and puts cases aside that say nothing.
import type { Pair, PairResult, Sighting, Unusable, Winner } from '../../spec/precedence';

/** By rule, what breaking it alone raises where its edit is at home; `isPart` where not all pairs were looked at. */
export type Families = {
  readonly raised: ReadonlyMap<string, ReadonlySet<string>>;
  readonly isPart: boolean;
};

export type Seen = {
  readonly results: readonly PairResult[];
  /** What was seen before, by rule. */
  readonly before: Readonly<Record<string, readonly string[]>>;
  readonly isPart: boolean;
};

const SIDES = ['first', 'second'] as const;

/** All that was seen in these results, and what was seen before. */
export function familiesOf({ results, before, isPart }: Seen): Families {
  const raised = new Map(Object.entries(before).map(([rule, all]) => [rule, new Set(all)]));
  for (const result of results)
    for (const { guest, outcomes } of result.sightings)
      for (const side of SIDES) {
        if (guest === side) continue;
        const known = raised.get(result[side]) ?? new Set();
        raised.set(result[side], known.add(outcomes[side]));
      }
  return { raised, isPart };
}

const raises = (families: Families, rule: string, outcome: string): boolean =>
  families.raised.get(rule)?.has(outcome) === true;

/** In other scenarios than its own an edit may also break what no rule is about: then its error is another one. */
function isStranger(pair: Pair, { guest, outcomes }: Sighting, families: Families): boolean {
  if (guest === null || raises(families, pair[guest], outcomes[guest])) return false;
  return families.raised.has(pair[guest]) || !families.isPart;
}

/** A rule may raise several errors; the one that the other rule is never seen to raise decides. */
function settledWinner(pair: Pair, { winner, outcomes }: Sighting, families: Families): Winner {
  if (winner !== 'neither') return winner;
  const [isFirst, isSecond] = SIDES.map((side) => raises(families, pair[side], outcomes.both));
  if (isFirst === isSecond) return 'neither';
  return isFirst === true ? 'first' : 'second';
}

const STRANGE: Unusable = 'raises something else than where its edit is at home';

/**
 * Cases in which both raise the same alone say nothing beside others; and where a known deviation of another rule may
 * have raised the error, it counts only if there are no other cases.
 */
function telling(sightings: readonly Sighting[]): readonly Sighting[] {
  const decisive = sightings.filter(({ winner }) => winner !== 'same');
  const clean = decisive.filter(({ isClean }) => isClean);
  if (clean.length > 0) return clean;
  return decisive.length > 0 ? decisive : sightings;
}

const sum = (sightings: readonly Sighting[]): number => sightings.reduce((all, { count }) => all + count, 0);

/** The result with every case settled. */
export function settle(result: PairResult, families: Families): PairResult {
  const strange = result.sightings.filter((one) => isStranger(result, one, families));
  const kept = result.sightings.filter((one) => !strange.includes(one));
  const sightings = kept.map((one) => ({ ...one, winner: settledWinner(result, one, families) }));
  const unusable = strange.length === 0 ? result.unusable : { ...result.unusable, [STRANGE]: sum(strange) };
  return { ...result, sightings: telling(sightings), unusable };
}
