// Tests of how a run is divided and of which shards are refused, without running anything.
import { PROGRAMS, result } from '../../report/testing/samples';
import type { Claim } from '../../suites/engine-types';
import type { RunIdentity } from '../run-identity';
import { sameFlags } from '../same-run';
import { givenIn } from './merge';
import { requireOneRun } from './check-shards';
import { claimsOf, dealt, hasPart, parseShard } from './shard';
import type { FoundShard, ShardContent } from './shard-file';

const claim = (id: string, defaultRuns = 310, kind: Claim['kind'] = 'rule'): Claim => ({
  id,
  kind,
  area: 'accounts',
  title: id,
  rule: null,
  defaultRuns,
});
const claims = [claim('a', 1000, 'sweep'), ...['b', 'c', 'd', 'e', 'f', 'g', 'h'].map((id) => claim(id))];

describe('the parts of a run', () => {
  it.each([1, 2, 3, 8])('hold every claim once, in claim order, for %i shards', (count) => {
    const parts = dealt(claims, count, null);
    expect(
      parts
        .flat()
        .map(({ id }) => id)
        .sort(),
    ).toEqual(claims.map(({ id }) => id));
    for (const part of parts) expect(part.map(({ id }) => id)).toEqual(part.map(({ id }) => id).toSorted());
  });

  it('are about as heavy as each other, whatever the order of the claims', () => {
    expect(dealt(claims, 2, null).map(({ length }) => length)).toEqual([1, 7]);
    const backwards = dealt(claims.toReversed(), 3, null).map((part) => part.map(({ id }) => id).sort());
    expect(backwards).toEqual(dealt(claims, 3, null).map((part) => part.map(({ id }) => id)));
  });

  it('are no more than there are claims', () => {
    expect(() => claimsOf(claims, { index: 9, count: 9 }, null)).toThrow(
      '--shard 9/9 is one of more parts than there are claims (8): use at most 8.',
    );
  });

  it('take the parts of the pairs by turns', () => {
    expect([0, 1, 2, 3, 4].filter((at) => hasPart({ index: 2, count: 3 }, at))).toEqual([1, 4]);
    expect(hasPart(null, 5)).toBe(true);
  });

  it.each(['0/4', '5/4', '1', 'a/b', '1/0', '-1/2', '1/1001', '1.5/2', ''])('are not named "%s"', (text) => {
    expect(() => parseShard(text)).toThrow(/^--shard takes which part of how many, as 1\/4 to 4\/4/);
  });
});

const IDENTITY: RunIdentity = {
  tool: 'us 1',
  code: 'a'.repeat(64),
  programs: PROGRAMS,
  ownBuild: false,
  backend: 'bankrun',
  ownCompression: false,
  seed: 1,
  runs: null,
  rules: [],
  areas: [],
  all: false,
  baseline: 'own',
  known: 'b'.repeat(64),
};
const PARTS = 5;

function shard(index: number, count: number, change: Partial<ShardContent> = {}): FoundShard {
  const results = (dealt(claims, count, null)[index - 1] ?? []).map(({ id }) => result(id));
  const parts = [0, 1, 2, 3, 4].filter((at) => hasPart({ index, count }, at)).map((at) => [at, []] as const);
  const content: ShardContent = {
    formatVersion: 1,
    shard: { index, count },
    identity: IDENTITY,
    baseline: null,
    witnesses: [],
    frozen: null,
    frozenOrder: null,
    results,
    faults: [],
    parts,
    partFaults: [],
    ...change,
  };
  return { folder: `s${index}`, content };
}

const check = (...shards: readonly [FoundShard, ...FoundShard[]]): void =>
  requireOneRun(shards, () => ({ claims, parts: PARTS }));

describe('shards to merge', () => {
  it('are all of one run, in any order, also where a claim ended in a fault', () => {
    check(shard(3, 3), shard(1, 3), shard(2, 3));
    const { content } = shard(2, 2);
    const [first, ...results] = content.results;
    const fault = { claim: first?.claim ?? '', sentence: '.', cause: '', index: 0, planned: null };
    check(shard(1, 2), shard(2, 2, { results, faults: [fault] }));
  });

  const other = (change: Partial<RunIdentity>): FoundShard =>
    shard(2, 2, { identity: { ...IDENTITY, ...change } });
  it.each<[string, FoundShard, string]>([
    ['seed', other({ seed: 2 }), 'seed (2, not 1)'],
    ['number of cases', other({ runs: 9 }), "number of cases (9, not each claim's own)"],
    [
      'version',
      other({ programs: { ...PROGRAMS, version: '0.27.0' } }),
      'program version (0.27.0, not 0.28.3)',
    ],
    ['program', other({ programs: { ...PROGRAMS, systemProgram: 'f'.repeat(64) } }), 'system program (ffff'],
    ['tool', other({ tool: 'us 2' }), 'version of this suite (us 2, not us 1)'],
    ['code', other({ code: 'c'.repeat(64) }), 'code of this suite (cccc'],
    ['baseline', other({ known: 'd'.repeat(64) }), 'baseline or frozen file (dddd'],
    [
      'way to the baseline',
      other({ baseline: 'none' }),
      "way to name the baseline (none, not the version's own)",
    ],
    ['selection', other({ rules: ['a/b'] }), 'rules (a/b, not none)'],
    [
      'account-compression',
      other({ ownCompression: true }),
      'way to name account-compression (your own build, not',
    ],
    ['scope', other({ all: true }), 'scope (--all, not without --all)'],
    ['number of shards', shard(2, 3), 'number of shards (3, not 2)'],
  ])('are refused for another %s', (_name, foreign, field) => {
    expect(() => check(shard(1, 2), foreign)).toThrow(`s2 is a shard of another run than s1 by its ${field}`);
  });

  it('are refused where some are missing or doubled', () => {
    expect(() => check(shard(2, 4))).toThrow(
      'Shards 1/4, 3/4, 4/4 are missing: run them with --shard and merge all 4 folders.',
    );
    expect(() => check(shard(1, 2), shard(1, 2), shard(2, 2))).toThrow(/both hold shard 1\/2/);
  });

  it('are refused where a claim or a part of the pairs is missing, or another is there', () => {
    const sentence = 's2 does not hold everything that shard 2/2 is to run: run that shard again.';
    const { results, parts } = shard(2, 2).content;
    expect(() => check(shard(1, 2), shard(2, 2, { results: results.slice(1) }))).toThrow(sentence);
    expect(() => check(shard(1, 2), shard(2, 2, { parts: parts.slice(1) }))).toThrow(sentence);
    expect(() => check(shard(1, 2), shard(2, 2, { results: [...results, result('x')] }))).toThrow(sentence);
  });
});

describe('what a merge suggests', () => {
  const flags = (change: Partial<RunIdentity>): string => {
    const { programs, baseline } = givenIn({ ...IDENTITY, ...change });
    return sameFlags({ ...programs, baseline });
  };

  it('names builds and a baseline, which it does not know, to be replaced', () => {
    expect(flags({})).toBe('');
    expect(flags({ ownBuild: true })).toBe(' --system-program your-system-program.so');
    expect(flags({ ownBuild: true, ownCompression: true })).toBe(
      ' --system-program your-system-program.so --account-compression your-account-compression.so',
    );
    expect(flags({ baseline: 'none' })).toBe(' --baseline none');
    expect(flags({ baseline: 'given' })).toBe(' --baseline your-baseline.json');
  });

  it('is about the version of the shards', () => {
    expect(givenIn(IDENTITY).programs).toEqual({});
    const former = { ...IDENTITY, programs: { ...PROGRAMS, version: '0.27.0' } };
    expect(givenIn(former).programs).toEqual({ programVersion: '0.27.0' });
  });
});
