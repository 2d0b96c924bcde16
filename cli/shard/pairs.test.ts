// Real pairs of rules, in shards and gone on from: the same results as in one go.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../programs/root';
import type { PairResult } from '../../spec/precedence';
import { PAIRS } from '../../suites/precedence/ways';
import { pack, unpack } from '../packed';
import { inPartOrder, partCount, runPairPool, type PairPoolInput, type PairPoolResult } from '../pair-pool';
import { hasPart } from './shard';

/** Three parts. */
const pairs = PAIRS.slice(0, 60);
let folder: string;
beforeAll(() => {
  const scratch = join(projectRoot(), '.cache', 'tmp');
  mkdirSync(scratch, { recursive: true });
  folder = mkdtempSync(join(scratch, 'pairs-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (change: Partial<PairPoolInput>): Promise<PairPoolResult> =>
  runPairPool({
    pairs,
    cases: 1,
    open: { version: '0.28.3', seed: 1, fences: new Set() },
    workers: 1,
    folder,
    debug: false,
    signal: new AbortController().signal,
    ...change,
  });

describe('the pairs of a run', () => {
  it('give the same in shards that were written to files, and behind parts that are done already', async () => {
    expect(partCount(pairs)).toBe(3);
    const noted = new Map<number, readonly PairResult[]>();
    const whole = await run({ onPart: (at, results) => noted.set(at, results) });
    expect([...noted.keys()]).toEqual([0, 1, 2]);
    const second = await run({ isMine: (at) => hasPart({ index: 2, count: 2 }, at) });
    expect([...second.parts.results.keys()]).toEqual([1]);
    const first = await run({
      isMine: (at) => hasPart({ index: 1, count: 2 }, at),
      done: new Map([[0, noted.get(0) ?? []]]),
    });
    const parts = unpack(pack([...second.parts.results, ...first.parts.results])) as readonly (readonly [
      number,
      readonly PairResult[],
    ])[];
    const merged = inPartOrder({ results: new Map(parts), faults: new Map() });
    expect(pack(merged.results)).toBe(pack(whole.results));
    expect(whole.results.some(({ sightings }) => sightings.length > 0)).toBe(true);
  });
});
