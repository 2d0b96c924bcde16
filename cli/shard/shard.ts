// One of several parts of a run: which claims and which parts of the pairs belong to it.
import type { Claim } from '../../suites/engine-types';
import { badInput } from '../failure';

/** `index` counts from 1. */
export type Shard = { readonly index: number; readonly count: number };

export const shardName = ({ index, count }: Shard): string => `${index}/${count}`;

const MOST = 1000;

/** `2/4`. Throws Failure with exit code 2 for anything else. */
export function parseShard(text: string): Shard {
  const [index = NaN, count = NaN] = /^\d+\/\d+$/.test(text) ? text.split('/').map(Number) : [];
  if (index >= 1 && index <= count && count <= MOST) return { index, count };
  throw badInput(
    `--shard takes which part of how many, as 1/4 to 4/4 (at most ${MOST} parts), but is "${text}".`,
  );
}

/** Cases of a sweep are longer than those of a rule; each claim besides costs something for its witnesses. */
const weightOf = ({ kind, defaultRuns }: Claim, runs: number | null): number =>
  (runs ?? defaultRuns) * (kind === 'sweep' ? 3 : 1) + 50;

/**
 * The claims of each shard, each list in claim order: the heaviest first to whoever has least so far.
 * The same claims and number of shards always give the same parts.
 */
export function dealt(
  claims: readonly Claim[],
  count: number,
  runs: number | null,
): readonly (readonly Claim[])[] {
  const loads = Array.from({ length: count }, () => ({ weight: 0, ids: new Set<string>() }));
  const heaviest = claims.toSorted((a, b) => weightOf(b, runs) - weightOf(a, runs) || (a.id < b.id ? -1 : 1));
  for (const claim of heaviest) {
    const least = loads.reduce((best, load) => (load.weight < best.weight ? load : best));
    least.weight += weightOf(claim, runs);
    least.ids.add(claim.id);
  }
  return loads.map(({ ids }) => claims.filter(({ id }) => ids.has(id)));
}

/** The claims of one shard. Throws Failure with exit code 2 where there are more shards than claims. */
export function claimsOf(claims: readonly Claim[], shard: Shard, runs: number | null): readonly Claim[] {
  const most = Math.max(1, claims.length);
  if (shard.count > most)
    throw badInput(
      `--shard ${shardName(shard)} is one of more parts than there are claims (${claims.length}): use at most ${most}.`,
    );
  return dealt(claims, shard.count, runs)[shard.index - 1] ?? [];
}

/** Whether a part of the pairs, counted from 0, belongs to a shard; without one all do. */
export const hasPart = (shard: Shard | null, at: number): boolean =>
  shard === null || at % shard.count === shard.index - 1;
