// `run --coverage` and `--guided`: bad options in one sentence, files beside a report that stays the same, same bytes.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../programs/root';
import { parseCoverage } from '../../report/binary/json';
import { Failure } from '../failure';
import { coverageOptions } from './options';
import { guidedLine } from './trace-pool';

describe('The options of coverage', () => {
  it('are off unless they are asked for', () => {
    expect(coverageOptions({})).toBeNull();
    expect(coverageOptions({ coverage: true })).toEqual({ cases: 10, guided: null });
    expect(coverageOptions({ guided: true, guidedRuns: '5' })).toEqual({ cases: 10, guided: 5 });
  });

  it.each([
    [{ coverageRuns: '5' }, '--coverage-runs says how many cases --coverage traces: give both.'],
    [{ coverage: true, guidedRuns: '5' }, '--guided-runs says how many plans --guided runs: give both.'],
    [{ coverage: true, coverageRuns: '0' }, '--coverage-runs must be a whole number from 1 to 100000'],
    [{ coverage: true, shard: '1/2' }, 'leave out --shard, or --coverage and --guided'],
    [{ guided: true, budget: '60s' }, 'leave out --budget'],
    [{ coverage: true, programVersion: '0.18.0' }, 'only LiteSVM makes traces'],
    [{ coverage: true, programVersion: 'all' }, 'name a version in place of `all`'],
  ])('%j are refused in one sentence', (flags, sentence) => {
    expect(() => coverageOptions(flags)).toThrow(Failure);
    expect(() => coverageOptions(flags)).toThrow(sentence);
  });
});

describe('The progress of guided generation', () => {
  it('is told in plans, and goes on where they are made smaller', () => {
    expect(guidedLine(300, { executions: 1000 })).toBe('300 of about 1500 guided and unguided plans');
    expect(guidedLine(1507, { executions: 1000 })).toBe(
      'all of about 1500 guided and unguided plans, and 7 tries to make smaller what they found',
    );
  });
});

describe('A run with coverage', () => {
  const scratch = join(projectRoot(), '.cache', 'tmp');
  let folder: string;
  beforeAll(() => {
    mkdirSync(scratch, { recursive: true });
    folder = mkdtempSync(join(scratch, 'coverage-'));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  const run = (name: string, ...options: readonly string[]): string => {
    const report = join(folder, name);
    const fixed = ['run', '--rule', 'signer-checks/authority-is-pda', '--runs', '2', '--workers', '1'];
    spawnSync(process.execPath, [
      join(projectRoot(), 'cli', 'start.mjs'),
      ...fixed,
      ...options,
      '--report',
      report,
    ]);
    return report;
  };
  const text = (report: string, file: string): string => readFileSync(join(report, file), 'utf8');
  const TRACED = ['--coverage', '--coverage-runs', '3', '--guided', '--guided-runs', '16'] as const;

  it('leaves the report as it is without, and the same coverage each time', () => {
    const plain = run('plain');
    const [traced, again] = [run('traced', ...TRACED), run('again', ...TRACED)];
    expect(text(traced, 'report.json')).toBe(text(plain, 'report.json'));
    expect(existsSync(join(plain, 'coverage.json'))).toBe(false);
    for (const file of ['coverage.json', 'coverage.txt', 'coverage.html'])
      expect(text(again, file)).toBe(text(traced, file));
    expect(text(traced, 'index.html')).toContain('href="coverage.html"');
    const coverage = parseCoverage(text(traced, 'coverage.json'), 'coverage.json');
    expect(coverage.total.executed.instructions).toBeGreaterThan(5000);
    const raised = coverage.codes.find(({ code }) => code === 6002)?.sites ?? [];
    expect(raised.some(({ refused }) => refused > 0)).toBe(true);
    expect(readdirSync(join(traced, 'corpus')).filter((name) => name.endsWith('.json'))).toHaveLength(
      coverage.guided?.corpus.length ?? -1,
    );
  });
});
