// The command `run`: runs the claims in worker processes, writes the report and says what it means.
import { join } from 'node:path';
import { DOCUMENTED_ERRORS } from '../spec/error-table';
import { fencesOf } from '../report/baseline';
import { knownWitnesses } from '../suites/known-witnesses';
import { EXIT } from '../report/exit-code';
import type { Report } from '../report/report-types';
import { parseWitness } from '../report/witness';
import { paintFor } from '../report/terminal/paint';
import { screen } from '../report/terminal/screen';
import { loadBaseline, type BaselineFile } from './baseline-file';
import { commandName, shellWord, shownPath } from './command-name';
import { allClaims } from './engine';
import { Failure } from './failure';
import { loadFrozen } from './frozen-file';
import { INTERRUPTED, interruptible } from './interrupt';
import { PATIENCE } from './open-child';
import { runPool, type PoolResult } from './pool';
import { programFiles } from './program-options';
import { showProgress } from './progress';
import type { OpenOptions } from './protocol';
import { openReportFolder, type ReportFolder } from './report-folder';
import type { RunOptions } from './run-options';
import { finishReport, runInfo } from './run-report';
import { selectClaims, type Selection } from './select';
import { WORKER } from './tool';

type Job = {
  readonly options: RunOptions;
  readonly open: OpenOptions;
  readonly selection: Selection;
  readonly baseline: BaselineFile | null;
  readonly folder: ReportFolder;
};

function announce({ options, open, selection, baseline }: Job): void {
  const against = baseline === null ? 'no baseline' : `the baseline ${shownPath(baseline.path)}`;
  const program = open.systemProgram === undefined ? 'the published programs' : shownPath(open.systemProgram);
  process.stderr.write(
    `Running ${selection.claims.length} ${selection.claims.length === 1 ? 'claim' : 'claims'} on ${program} with the fixtures of ${open.version}, against ${against}, seed ${options.seed}.\n`,
  );
}

async function execute({ options, open, selection, folder }: Job, signal: AbortSignal): Promise<PoolResult> {
  const { claims } = selection;
  const { workers, debug } = options;
  const pool = runPool({
    claims,
    open,
    workers,
    script: WORKER,
    folder: folder.temporary,
    patience: PATIENCE,
    debug,
    signal,
  });
  const cases = claims.reduce((sum, { defaultRuns }) => sum + (options.runs ?? defaultRuns), 0);
  const stop = showProgress(process.stderr, pool.state, { claims: claims.length, cases });
  try {
    return await pool.finished;
  } catch (error) {
    if (!signal.aborted) throw error;
    const done = pool.state().done.length;
    const kept = `the report in ${shownPath(folder.path)} is as it was`;
    throw new Failure(
      `Interrupted after ${done} of ${claims.length} claims: nothing was counted, ${kept}.`,
      INTERRUPTED,
    );
  } finally {
    stop();
  }
}

function print(report: Report, files: ReadonlyMap<string, string>, folder: string): void {
  const command = commandName();
  const witnessOf = (path: string): ReturnType<typeof parseWitness> | undefined => {
    const text = files.get(path);
    return text === undefined ? undefined : parseWitness(text, path);
  };
  const paint = paintFor(process.stdout.isTTY, process.env);
  const replayCommand = (path: string): string => `${command} replay ${shellWord(join(folder, path))}`;
  const story = { errors: DOCUMENTED_ERRORS, paint, witnessOf, replayCommand };
  process.stdout.write(`${screen(report, story, { command, folder })}\n`);
}

async function perform(job: Job, signal: AbortSignal): Promise<number> {
  const started = Date.now();
  announce(job);
  const { options, selection, baseline, folder } = job;
  const pool = await execute(job, signal);
  const { programs } = pool;
  if (programs === null)
    throw new Failure('No worker was started: the selection contains no claim.', EXIT.vacuous);
  const { report, files } = finishReport({
    options,
    selection,
    baseline: baseline?.content ?? null,
    frozen: options.baseline === 'none' ? null : loadFrozen(programs.version),
    pool,
    programs,
  });
  folder.replace(new Map([...files, ['run-info.json', runInfo(options, started)]]));
  print(report, files, shownPath(folder.path));
  return report.gate.exitCode;
}

/** Runs the selected claims. Returns the exit code. */
export async function run(options: RunOptions): Promise<number> {
  const { rules, areas, all } = options;
  const selection = selectClaims(await allClaims(), { rules, areas, all });
  const programs = await programFiles(options.programs);
  const baseline = loadBaseline(options.baseline, programs.version);
  const fences = fencesOf(baseline?.content ?? null);
  const runs = options.runs === undefined ? {} : { runs: options.runs };
  const known = baseline === null ? [] : knownWitnesses(baseline.content, baseline.folder);
  const open: OpenOptions = { ...programs, seed: options.seed, fences, known, ...runs };
  const folder = openReportFolder(options.report);
  try {
    return await interruptible((signal) => perform({ options, open, selection, baseline, folder }, signal));
  } finally {
    folder.close();
  }
}
