// The same seed gives the same bytes of report and witnesses, whatever the number of worker processes, and if one of them dies.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { projectRoot } from '../programs/root';

const scratch = join(projectRoot(), '.cache', 'tmp');
const CASES = '12';
const TOO_FEW_CASES = 1;
const FAULT = 3;
const START = join(projectRoot(), 'cli', 'start.mjs');

/** Every file of a report folder but the side file with time and machine, by path. */
const filesOf = (folder: string): ReadonlyMap<string, string> =>
  new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name !== 'run-info.json')
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [path.slice(folder.length), readFileSync(path, 'utf8')]),
  );

const argumentsOf = (folder: string, options: readonly string[]): readonly string[] => [
  ...[START, 'run', '--area', 'signer-checks', '--runs', CASES, '--baseline', 'none', '--report', folder],
  ...options,
];

const run = (folder: string, options: readonly string[]): ReadonlyMap<string, string> => {
  const { status } = spawnSync(process.execPath, argumentsOf(folder, options));
  expect(status).toBe(TOO_FEW_CASES);
  return filesOf(folder);
};

/** Processes that a process has started, and those that these have. */
function childrenOf(pid: number): readonly number[] {
  const path = `/proc/${pid}/task/${pid}/children`;
  const own = existsSync(path)
    ? readFileSync(path, 'utf8').trim().split(' ').filter(Boolean).map(Number)
    : [];
  return own.flatMap((child) => [child, ...childrenOf(child)]);
}

const isWorker = (pid: number): boolean =>
  existsSync(`/proc/${pid}/cmdline`) && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('worker.js');

/** How many claims a run that is under way has noted as finished. */
function finishedIn(folder: string): number {
  const names = existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }) : [];
  const journal = names.find((name) => name.endsWith('finished.jsonl'));
  return journal === undefined
    ? 0
    : readFileSync(join(folder, journal), 'utf8').trimEnd().split('\n').length - 1;
}

/** Runs, and kills a worker as soon as a claim is finished; returns the exit code: a worker with nothing left to do is not missed. */
async function runAndKill(folder: string, options: readonly string[]): Promise<number | null> {
  const child = spawn(process.execPath, argumentsOf(folder, options), { stdio: 'ignore' });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  while (child.exitCode === null && finishedIn(folder) < 1) await pause(5);
  const worker = childrenOf(child.pid ?? 0).find(isWorker);
  if (worker === undefined) throw new Error('No worker was left to kill.');
  process.kill(worker, 'SIGKILL');
  return ended;
}

type Faulty = { readonly faults: readonly { readonly sentence: string }[] };

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

  it('give the same bytes on LiteSVM, with three workers, and behind one that was killed', async () => {
    const options = ['--seed', '5', '--backend', 'litesvm'];
    const first = run(join(folder, 'd'), [...options, '--workers', '1']);
    const again = run(join(folder, 'e'), [...options, '--workers', '3']);
    expect([...again]).toEqual([...first]);
    const broken = join(folder, 'f');
    expect([FAULT, TOO_FEW_CASES]).toContain(await runAndKill(broken, [...options, '--workers', '2']));
    const { faults } = JSON.parse(readFileSync(join(broken, 'report.json'), 'utf8')) as Faulty;
    for (const { sentence } of faults) expect(sentence).toMatch(/^The validator crashed \(SIGKILL\)/);
    const resumed = run(broken, [...options, '--workers', '2', '--resume']);
    expect([...resumed]).toEqual([...first]);
  });
});
