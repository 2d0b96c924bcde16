// One worker process against two on the same run: how much faster, and whether the report is the same to the byte.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../programs/root';
import type { RuntimeName } from '../spec/runtime';

/** Two workers are meant to be at least so many times as fast as one. */
const GOAL = 1.8;

type Ran = { readonly seconds: number; readonly report: string };

function run(folder: string, runtime: RuntimeName, workers: number): Ran {
  const report = join(folder, String(workers));
  const options = ['--backend', runtime, '--workers', String(workers), '--report', report];
  const start = performance.now();
  const { status } = spawnSync(process.execPath, [
    join(projectRoot(), 'cli', 'start.mjs'),
    'run',
    ...options,
  ]);
  if (status === null || status === 2 || status === 3)
    throw new Error(`The run with ${workers} workers failed (exit code ${status}): no figures.`);
  const seconds = (performance.now() - start) / 1000;
  return { seconds, report: readFileSync(join(report, 'report.json'), 'utf8') };
}

/** Prints one line about the default run. Returns whether the goal is reached and the reports are the same. */
export function workersBench(runtime: RuntimeName): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'conformance-bench-'));
  try {
    const [one, two] = [run(folder, runtime, 1), run(folder, runtime, 2)];
    const isSame = one.report === two.report;
    const ratio = one.seconds / two.seconds;
    console.log(
      `the default run: ${one.seconds.toFixed(0)} s with one worker, ${two.seconds.toFixed(0)} s with two: ${ratio.toFixed(2)} times as fast (${ratio >= GOAL ? 'reaches' : 'BELOW'} ${GOAL}); report.json ${isSame ? 'is the same' : 'DIFFERS'}`,
    );
    return isSame && ratio >= GOAL;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
