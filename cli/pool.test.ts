// Tests of the worker pool with a fake worker: order, crashes, hangs, late starts and interrupts.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Claim } from '../suites/engine-types';
import { longestFirst, runPool, type PoolInput, type PoolResult } from './pool';

const folder = mkdtempSync(join(tmpdir(), 'pool-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const claim = (id: string, defaultRuns = 5): Claim => ({
  id,
  kind: 'rule',
  area: 'accounts',
  title: id,
  rule: null,
  defaultRuns,
});

/** For hangs; a loaded machine makes a good worker this slow, too, so the other tests wait longer. */
const SHORT = { ready: 3000, silence: 3000, tries: 3 };

let logs = 0;
type Change = Partial<PoolInput> & { readonly version?: string; readonly log?: string };

const input = (ids: readonly string[], change: Change = {}): PoolInput => ({
  claims: ids.map((id) => claim(id)),
  open: {
    version: change.version ?? 'fake',
    systemProgram: change.log ?? join(folder, `log-${logs++}`),
    seed: 1,
    fences: new Set(['f']),
  },
  workers: 2,
  script: join(__dirname, 'testing', 'fake-worker.mjs'),
  folder,
  patience: { ready: 20_000, silence: 20_000, tries: 3 },
  debug: false,
  signal: new AbortController().signal,
  ...change,
});

const run = (ids: readonly string[], change?: Change): Promise<PoolResult> =>
  runPool(input(ids, change)).finished;

const claimsOf = ({ results }: PoolResult): readonly string[] => results.map(({ claim: id }) => id);

describe('the pool', () => {
  it.each([1, 2, 3])('returns results in claim order with %i workers', async (workers) => {
    const ids = ['a/slow', 'b', 'c/slow', 'd', 'e'];
    const result = await run(ids, { workers });
    expect(claimsOf(result)).toEqual(ids);
    expect(result.faults).toEqual([]);
    expect(result.programs?.version).toBe('fake');
  });

  it('starts no more workers than there are claims', async () => {
    const log = join(folder, 'one-log');
    await run(['a'], { workers: 4, log });
    expect(readFileSync(log, 'utf8')).toBe('o');
  });

  it('starts the longest claims first', () => {
    const sweep: Claim = { ...claim('s', 100), kind: 'sweep' };
    expect(longestFirst([claim('b', 200), claim('a', 200), sweep]).map(({ id }) => id)).toEqual([
      's',
      'a',
      'b',
    ]);
  });

  it('names the case at which a worker crashed, saves its plan, and goes on', async () => {
    const result = await run(['a', 'crash', 'c', 'd']);
    expect(claimsOf(result)).toEqual(['a', 'c', 'd']);
    expect(result.faults).toMatchObject([
      {
        claim: 'crash',
        cause: 'SIGSEGV',
        index: 4,
        sentence: 'The validator crashed (SIGSEGV) at case 4 of crash.',
        planned: { plan: { index: 4 } },
      },
    ]);
  });

  it('says so where a witness of the baseline made it crash, and blames no case', async () => {
    const { faults } = await run(['a', 'crash/witness']);
    expect(faults).toMatchObject([
      {
        sentence: 'The validator crashed (SIGSEGV) in a witness that the baseline has of crash/witness.',
        planned: null,
      },
    ]);
  });

  it('has the same results and faults with one worker, two and three when one crashes', async () => {
    const all: PoolResult[] = [];
    for (const workers of [1, 2, 3])
      all.push(await run(['a/slow', 'crash', 'c', 'crash/slow', 'd', 'e'], { workers }));
    const [one, ...others] = all;
    expect(one?.results).toHaveLength(4);
    expect(one?.faults).toHaveLength(2);
    for (const other of others) expect(other).toEqual(one);
  });

  it('kills a worker that makes no progress, and goes on', async () => {
    const result = await run(['hang', 'b', 'c'], { patience: SHORT });
    expect(claimsOf(result)).toEqual(['b', 'c']);
    expect(result.faults[0]?.sentence).toBe('The validator hung (no answer for 3 s) at case 4 of hang.');
  });

  it('turns an error inside a claim into a fault of that claim', async () => {
    const result = await run(['throw', 'b']);
    expect(claimsOf(result)).toEqual(['b']);
    expect(result.faults[0]).toMatchObject({
      sentence: 'The suite failed at case 4 of throw: boom',
      index: 4,
    });
  });

  it('starts a worker again that does not get ready', async () => {
    const result = await run(['a'], { version: 'late', patience: SHORT });
    expect(claimsOf(result)).toEqual(['a']);
  });

  it('gives up on workers that never get ready', async () => {
    await expect(run(['a'], { version: 'dead' })).rejects.toMatchObject({
      message: 'The validator did not start in 3 tries (SIGKILL).',
      exitCode: 3,
    });
  });

  it('passes bad input on with its sentence and exit code', async () => {
    await expect(run(['a', 'b'], { version: 'bad' })).rejects.toMatchObject({
      message: 'No such program.',
      exitCode: 2,
    });
  });

  it('starts no worker in the place of one that was still starting when another one failed', async () => {
    const log = join(folder, 'bad-log');
    await expect(run(['a', 'b'], { version: 'bad', log })).rejects.toThrow('No such program.');
    const started = readFileSync(log, 'utf8').length;
    await sleep(500);
    expect(readFileSync(log, 'utf8')).toHaveLength(started);
  });

  it('stops at an interrupt', async () => {
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 400);
    await expect(run(['hang', 'hang2'], { signal: controller.signal })).rejects.toThrow('SIGKILL');
  });
});
