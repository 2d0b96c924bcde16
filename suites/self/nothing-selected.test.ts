// Tests of the reporter that makes jest red where a name matches no test: in jest itself, and with results of paper.
import { spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectRoot } from '../../programs/root';

const run = (...args: readonly string[]): SpawnSyncReturns<string> =>
  spawnSync(process.execPath, args, { cwd: projectRoot(), encoding: 'utf8' });

const REPORTER = pathToFileURL(join(projectRoot(), 'suites', 'nothing-selected.mjs')).href;

/** What the reporter says at the end of a run with these counts. */
function saidOf(counts: Readonly<Record<string, number>>, pattern = 'a name'): string {
  const none = { numPassedTests: 0, numFailedTests: 0, numRuntimeErrorTestSuites: 0 };
  const script = `
    import Reporter from '${REPORTER}';
    const reporter = new Reporter(${JSON.stringify({ testNamePattern: pattern })});
    reporter.onRunComplete(new Set(), ${JSON.stringify({ ...none, ...counts })});
    process.stdout.write(reporter.getLastError()?.message ?? 'nothing');`;
  return run('--input-type=module', '-e', script).stdout;
}

it('a name that no test has makes jest red, and says so', () => {
  const jest = join('node_modules', 'jest', 'bin', 'jest.js');
  const { status, stderr } = run(
    jest,
    '-i',
    join('suites', 'self', 'environment.test'),
    '-t',
    'no-such-rule',
  );
  expect(stderr).toMatch(/^No test ran: no name in the chosen files matches "no-such-rule"\.$/m);
  expect(status).toBe(1);
});

it('nothing is said where a test ran, where a file could not be loaded, and where no name was given', () => {
  expect(saidOf({})).toBe('No test ran: no name in the chosen files matches "a name".');
  for (const name of ['numPassedTests', 'numFailedTests', 'numRuntimeErrorTestSuites'])
    expect(saidOf({ [name]: 1 })).toBe('nothing');
  expect(saidOf({}, '')).toBe('nothing');
});
