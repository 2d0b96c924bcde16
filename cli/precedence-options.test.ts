// Tests of what `precedence` is told on the command line, and of the parts that its workers get.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PAIRS } from '../suites/precedence/ways';
import { precedence } from './precedence';
import { isWholeRun } from './run-job';
import { DEFAULT_PAIR_CASES, precedenceOptions } from './precedence-options';
import { serve } from './serve';
import { PROGRAMS } from '../report/testing/samples';

const SIGNS = 'accounts/fee-payer-signs';
const WRITABLE = 'accounts/fee-payer-writable';

describe('the options of precedence', () => {
  it('are all pairs and a few cases of each unless told otherwise', () => {
    const options = precedenceOptions({});
    expect(options).toMatchObject({ pairs: PAIRS, isPart: false, cases: DEFAULT_PAIR_CASES, update: false });
  });

  it('take a pair in either order, once', () => {
    const options = precedenceOptions({ pair: [`${WRITABLE},${SIGNS}`, `${SIGNS}, ${WRITABLE}`] });
    expect(options.pairs).toEqual([{ first: SIGNS, second: WRITABLE }]);
    expect(options.isPart).toBe(true);
  });

  it.each([
    [SIGNS, 'two different rules'],
    [`${SIGNS},${SIGNS}`, 'two different rules'],
    [`${SIGNS},accounts/fee-payer-writabel`, `did you mean ${WRITABLE}`],
    [`${SIGNS},accounts/unused-slot-free`, 'There is no rule that refuses'],
  ])('refuse the pair "%s"', (text, why) => {
    expect(() => precedenceOptions({ pair: [text] })).toThrow(why);
  });

  it('refuse to freeze an own build in the place of the published one', () => {
    for (const own of [{ systemProgram: 'own.so' }, { accountCompression: 'own.so' }])
      expect(() => precedenceOptions({ update: true, ...own })).toThrow(
        /^--update freezes what the published version shows: leave out /,
      );
  });

  it('refuse a number of cases that is none', () => {
    expect(() => precedenceOptions({ cases: '0' })).toThrow('--cases must be a whole number');
  });
});

describe('a version with v1 trees only', () => {
  it('is refused by precedence before anything is run', async () => {
    const options = precedenceOptions({ programVersion: '0.18.0' });
    await expect(precedence(options)).rejects.toMatchObject({
      message: expect.stringContaining('0.18.0 has v1 state trees only') as string,
      exitCode: 2,
    });
  });

  it.each([
    ['0.18.0', false],
    ['0.27.0', true],
  ])('has no pairs in a run of everything: %s', (version, pairs) => {
    const identity = { all: true, runs: null, programs: { version } };
    expect(isWholeRun(identity, { complete: true })).toBe(pairs);
  });
});

it('freezes nothing where no plan could say which of two rules wins', async () => {
  const said = jest.spyOn(process.stdout, 'write').mockReturnValue(true);
  const report = mkdtempSync(join(tmpdir(), 'precedence-'));
  const pair = ['validation/context-owner,validation/fee-payer-on-set'];
  const options = precedenceOptions({ pair, cases: '1', update: true, report });
  expect(await precedence(options)).toBe(4);
  const text = said.mock.calls.flat().join('');
  expect(text).toMatch(/vacuous: No plan broke two rules/);
  expect(text).not.toMatch(/^Frozen in /m);
  rmSync(report, { recursive: true });
  jest.restoreAllMocks();
}, 60_000);

describe('a worker', () => {
  it('hands pairs on to the engine, and says when it has none', async () => {
    const engine = { programs: PROGRAMS, run: jest.fn(), planOf: jest.fn(), replay: jest.fn() };
    const runPairs = jest.fn().mockResolvedValue([]);
    const open = {
      type: 'open',
      progressFile: '/dev/null',
      options: { version: 'x', seed: 1, fences: new Set<string>() },
    } as const;
    const asked = { type: 'pairs', request: { pairs: [], cases: 3 } } as const;
    const able = serve(() => Promise.resolve({ ...engine, pairs: { runPairs, replayPair: jest.fn() } }));
    await able(open);
    expect(await able(asked)).toEqual({ type: 'done', value: [] });
    expect(runPairs).toHaveBeenCalledWith({ pairs: [], cases: 3 });
    const unable = serve(() => Promise.resolve(engine));
    await unable(open);
    expect(await unable(asked)).toMatchObject({
      type: 'failed',
      message: 'the engine knows no pairs of rules',
    });
  });
});
