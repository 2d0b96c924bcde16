// Refuses shards that are not the parts of one run, each in one sentence.
import type { Claim } from '../../suites/engine-types';
import { badInput } from '../failure';
import { identityDifference } from '../run-identity';
import { claimsOf, hasPart, shardName } from './shard';
import type { FoundShard } from './shard-file';

function requireSame(first: FoundShard, other: FoundShard): void {
  const difference = identityDifference(other.content.identity, first.content.identity);
  const { count } = first.content.shard;
  const different =
    difference ??
    (other.content.shard.count === count
      ? null
      : `number of shards (${other.content.shard.count}, not ${count})`);
  if (different !== null)
    throw badInput(
      `${other.folder} is a shard of another run than ${first.folder} by its ${different}: merge shards of one run only.`,
    );
}

function requireAll(shards: readonly FoundShard[], count: number): void {
  const seen = new Map<number, string>();
  for (const { folder, content } of shards) {
    const before = seen.get(content.shard.index);
    if (before !== undefined)
      throw badInput(
        `${before} and ${folder} both hold shard ${shardName(content.shard)}: leave one of them out.`,
      );
    seen.set(content.shard.index, folder);
  }
  const missing = Array.from({ length: count }, (_, at) => at + 1).filter((index) => !seen.has(index));
  if (missing.length === 0) return;
  const names = missing.map((index) => shardName({ index, count })).join(', ');
  throw badInput(
    `${missing.length === 1 ? 'Shard' : 'Shards'} ${names} ${missing.length === 1 ? 'is' : 'are'} missing: run ${missing.length === 1 ? 'it' : 'them'} with --shard and merge all ${count} folders.`,
  );
}

const sameNames = (a: readonly string[], b: readonly string[]): boolean =>
  [...a].sort().join('\n') === [...b].sort().join('\n');

/** How many parts the pairs of the run make; 0 where it has none. */
export type Expected = { readonly claims: readonly Claim[]; readonly parts: number };

function requireWhole({ folder, content }: FoundShard, { claims, parts }: Expected): void {
  const { shard, identity, results, faults } = content;
  const mine = claimsOf(claims, shard, identity.runs).map(({ id }) => id);
  const there = [...results, ...faults].map(({ claim }) => claim);
  const myParts = Array.from({ length: parts }, (_, at) => at).filter((at) => hasPart(shard, at));
  const thereParts = [...content.parts, ...content.partFaults].map(([at]) => at);
  if (sameNames(mine, there) && sameNames(myParts.map(String), thereParts.map(String))) return;
  throw badInput(
    `${folder} does not hold everything that shard ${shardName(shard)} is to run: run that shard again.`,
  );
}

/**
 * Passes shards that make up one run, whatever their order.
 * @throws Failure with exit code 2 for missing, foreign, doubled and incomplete ones.
 */
export function requireOneRun(
  shards: readonly [FoundShard, ...FoundShard[]],
  expectedOf: (first: FoundShard) => Expected,
): void {
  const [first, ...others] = shards;
  for (const other of others) requireSame(first, other);
  requireAll(shards, first.content.shard.count);
  const expected = expectedOf(first);
  for (const shard of shards) requireWhole(shard, expected);
}
