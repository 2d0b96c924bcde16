// Where a run differs from the precedence that is frozen for a program version.
import type {
  FrozenPair,
  FrozenPrecedence,
  Pair,
  PairResult,
  Relation,
  Sighting,
} from '../../spec/precedence';
import type { Problem } from '../report-types';
import { caseKey, relationOf, winnerText } from './relation';
import { against } from './stated-order';

export type Change = {
  readonly problem: Problem;
  /** The case that shows it. */
  readonly shown: { readonly pair: Pair; readonly sighting: Sighting } | null;
};

/** `<first> & <second>` */
export const pairKey = ({ first, second }: Pair): string => `${first} & ${second}`;

const USED: Readonly<Record<Relation, (pair: Pair) => string>> = {
  first: ({ first, second }) => `${first} used to win over ${second}`,
  second: ({ first, second }) => `${second} used to win over ${first}`,
  neither: ({ first, second }) => `${first} and ${second} together used to raise a third error`,
  same: ({ first, second }) => `${first} and ${second} used to raise the same error`,
  depends: ({ first, second }) => `which of ${first} and ${second} wins used to depend on the plan`,
};

const changed = (frozen: FrozenPair, sighting: Sighting): Change => {
  const { outcomes, scenario } = sighting;
  const now = sighting.winner === 'same' ? 'both raise the same error' : winnerText(frozen, sighting.winner);
  const seen = `in a plan of the kind ${scenario}, where they raise ${outcomes.first} and ${outcomes.second} alone and ${outcomes.both} together`;
  const sentence = `${USED[frozen.relation](frozen)}, now ${now}: ${seen} (no document says which).`;
  return {
    problem: { kind: 'observed-changed', claim: frozen.first, sentence },
    shown: { pair: frozen, sighting },
  };
};

/** Whether what is frozen leaves room for a case; one that was never seen of a pair that depends is new, not other. */
export const isAllowed = ({ relation, seen }: FrozenPair, sighting: Sighting): boolean => {
  if (relation !== 'depends') return sighting.winner === relation;
  const all = Object.values(seen ?? {});
  // Mistakes with one error between them tell nothing apart, but where they did so when it was frozen.
  if (sighting.winner === 'same' && !all.some((winners) => winners.includes('same'))) return false;
  // Where nothing that is written down tells the cases apart, a case may go any way that one of them went.
  const isOpen = all.some((winners) => winners.length > 1);
  const winners = isOpen ? all.flat() : seen?.[caseKey(sighting)];
  return winners?.includes(sighting.winner) !== false;
};

const changeOf = (frozen: FrozenPair, { sightings }: PairResult): readonly Change[] => {
  const other = sightings.find((one) => !isAllowed(frozen, one));
  return other === undefined ? [] : [changed(frozen, other)];
};

const staleOf = (frozen: FrozenPair): Change => ({
  problem: {
    kind: 'stale',
    claim: frozen.first,
    sentence: `${pairKey(frozen)} is frozen (${USED[frozen.relation](frozen)}), but no plan of this run breaks both so that either could win.`,
  },
  shown: null,
});

/** A contradiction of a document that is not frozen as one. */
const unlistedOf = (result: PairResult, frozen: FrozenPair | undefined): readonly Change[] =>
  (['first', 'second'] as const).flatMap((side) => {
    const [sighting] = against(result, side);
    if (sighting === undefined || frozen?.contradicts === true) return [];
    const loser = side === 'first' ? result.second : result.first;
    const sentence = `${result[side]} wins over ${loser} (${sighting.outcomes.both}), which a document orders the other way round, and which is not frozen as known.`;
    return [
      {
        problem: { kind: 'unlisted-deviation', claim: result[side], sentence },
        shown: { pair: result, sighting },
      },
    ];
  });

export type Comparison = { readonly changes: readonly Change[]; readonly notes: readonly string[] };

const newCases = (frozen: FrozenPair, { sightings }: PairResult): number =>
  frozen.relation === 'depends'
    ? sightings.filter((one) => frozen.seen?.[caseKey(one)] === undefined).length
    : 0;

/** `isPart`: only some pairs were asked for, so that others are not missing. */
export function compareFrozen(
  results: readonly PairResult[],
  frozen: FrozenPrecedence | null,
  isPart: boolean,
): Comparison {
  const known = new Map((frozen?.pairs ?? []).map((pair) => [pairKey(pair), pair]));
  const seen = results.filter(({ sightings }) => sightings.length > 0);
  const now = new Set(seen.map(pairKey));
  const changes = seen.flatMap((result) => {
    const pair = known.get(pairKey(result));
    return [...(pair === undefined ? [] : changeOf(pair, result)), ...unlistedOf(result, pair)];
  });
  const stale = isPart ? [] : [...known.values()].filter((pair) => !now.has(pairKey(pair))).map(staleOf);
  const fresh = frozen === null ? [] : seen.filter((result) => !known.has(pairKey(result)));
  const unusual = seen.filter((result) => {
    const pair = known.get(pairKey(result));
    return pair !== undefined && newCases(pair, result) > 0;
  });
  return {
    changes: [...changes, ...stale],
    notes: [
      ...fresh.map(
        (pair) => `${pairKey(pair)} is a new pair (${relationOf(pair) ?? ''}): nothing is frozen for it.`,
      ),
      ...unusual.map(
        (pair) => `${pairKey(pair)} depends on the plan, and this run saw a case of it that is not frozen.`,
      ),
    ],
  };
}
