// Counts the cases of one pair and keeps the smallest of each way in which they went.
import type { Pair, PairPlans, PairResult, Sighting, Unusable } from '../../spec/precedence';
import type { Decided } from './decide';
import type { Screened } from './screen';

type Kept = { sighting: Sighting; size: number };

export type PairTally = {
  readonly pair: Pair;
  readonly ways: number;
  readonly kept: Map<string, Kept>;
  readonly unusable: Map<Unusable, number>;
};

export const newPairTally = (pair: Pair, ways: number): PairTally => ({
  pair,
  ways,
  kept: new Map(),
  unusable: new Map(),
});

export const countUnusable = ({ unusable }: PairTally, why: Unusable): void =>
  void unusable.set(why, (unusable.get(why) ?? 0) + 1);

/** Cases that were decided. */
export const decidedOf = ({ kept }: PairTally): number =>
  [...kept.values()].reduce((sum, { sighting }) => sum + sighting.count, 0);

const sizeOf = ({ both }: PairPlans): number =>
  JSON.stringify(both, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value)).length;

export type PairCounted = {
  readonly screened: Screened;
  readonly guest: Sighting['guest'];
  readonly decided: Decided;
};

/** Adds a case that was decided. */
export const countDecided = ({ kept }: PairTally, { screened, guest, decided }: PairCounted): void => {
  const { kind: scenario, plans, isClean, mayWin } = screened;
  const key = JSON.stringify([scenario, guest, isClean, mayWin, decided]);
  const known = kept.get(key);
  const size = sizeOf(plans);
  const count = (known?.sighting.count ?? 0) + 1;
  const smaller = known === undefined || size < known.size;
  kept.set(key, {
    sighting: {
      scenario,
      guest,
      isClean,
      mayWin,
      ...decided,
      count,
      plans: smaller ? plans : known.sighting.plans,
    },
    size: smaller ? size : known.size,
  });
};

/** What the pair showed. */
export const pairResult = ({ pair, ways, kept, unusable }: PairTally): PairResult => ({
  ...pair,
  ways,
  sightings: [...kept.values()].map(({ sighting }) => sighting),
  unusable: Object.fromEntries(unusable),
});
