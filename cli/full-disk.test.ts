// Tests of a run whose report finds no room, for real: one sentence, the report before it untouched, and nothing to run twice.
import { spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../programs/root';

const root = mkdtempSync(join(tmpdir(), 'full-test-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const START = join(projectRoot(), 'cli', 'start.mjs');
const OPTIONS = [
  '--rule',
  'signer-checks/impersonation',
  '--runs',
  '4',
  '--workers',
  '1',
  '--baseline',
  'none',
];

/** With at most so many KiB a file, as a shell would run it. */
function run(kilobytes: string, ...more: readonly string[]): SpawnSyncReturns<string> {
  const command = `ulimit -f ${kilobytes}; exec "$@"`;
  const args = [process.execPath, START, 'run', ...OPTIONS, '--report', join(root, 'report'), ...more];
  return spawnSync('bash', ['-c', command, 'bash', ...args], { encoding: 'utf8' });
}

it('a report that finds no room is refused with exit code 2, and what has run is not lost', () => {
  const report = join(root, 'report');
  mkdirSync(report);
  for (const name of ['run-info.json', 'report.json']) writeFileSync(join(report, name), 'before');
  const { status, stderr } = run('40');
  expect(status).toBe(2);
  expect(stderr).toMatch(
    /^The report cannot be written to .*: a file would be larger than is allowed \(ulimit -f\)\. What has run is noted there: make room, and give the same command with --resume\.$/m,
  );
  expect(readFileSync(join(report, 'report.json'), 'utf8')).toBe('before');
  const again = run('unlimited', '--resume');
  expect(again.stderr).toMatch(/^Going on from 1 finished claim in /m);
  expect(readFileSync(join(report, 'report.json'), 'utf8')).toContain('"executed": 4');
});
