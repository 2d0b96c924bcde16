// The same seed gives the same bytes of report and witnesses, with one worker process or two.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../programs/root';

const scratch = join(projectRoot(), '.cache', 'tmp');
const CASES = '12';
const TOO_FEW_CASES = 1;

/** Every file of a report folder but the side file with time and machine, by path. */
const filesOf = (folder: string): ReadonlyMap<string, string> =>
  new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name !== 'run-info.json')
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [path.slice(folder.length), readFileSync(path, 'utf8')]),
  );

const run = (folder: string, options: readonly string[]): ReadonlyMap<string, string> => {
  const fixed = ['run', '--area', 'signer-checks', '--runs', CASES, '--baseline', 'none', '--report', folder];
  const { status } = spawnSync(process.execPath, [
    join(projectRoot(), 'cli', 'start.mjs'),
    ...fixed,
    ...options,
  ]);
  expect(status).toBe(TOO_FEW_CASES);
  return filesOf(folder);
};

describe('Runs with the same seed', () => {
  let folder: string;
  beforeAll(() => {
    mkdirSync(scratch, { recursive: true });
    folder = mkdtempSync(join(scratch, 'determinism-'));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('give the same bytes with one worker and with two, and other bytes with another seed', () => {
    const first = run(join(folder, 'a'), ['--seed', '5', '--workers', '1']);
    const again = run(join(folder, 'b'), ['--seed', '5', '--workers', '2']);
    const other = run(join(folder, 'c'), ['--seed', '6', '--workers', '2']);
    expect([...first.keys()]).toContain('/report.json');
    expect([...again]).toEqual([...first]);
    expect(other.get('/report.json')).not.toBe(first.get('/report.json'));
  });
});
