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
import { notJudged } from '../spec/versions';
import { loadBaseline, type BaselineFile } from './baseline-file';
import { requireSummary, tellCi } from './ci-output';
import { commandName, shellWord, shownPath } from './command-name';
import { allClaims } from './engine';
import { Failure } from './failure';
import { execute, type Execution } from './execute';
import { loadFrozen } from './frozen-file';
import { htmlReport } from './html-report';
import { interruptible } from './interrupt';
import { pinnedVersion, programFiles } from './program-options';
import type { OpenOptions } from './protocol';
import { openReportFolder } from './report-folder';
import type { RunOptions } from './run-options';
import { ALL_VERSIONS, runAllVersions } from './run-all';
import { withOrder, type Performed } from './run-precedence';
import { formatFiles } from './report-formats';
import { finishReport, runInfo } from './run-report';
import { selectClaims } from './select';

type Job = Execution & { readonly baseline: BaselineFile | null };

function announce({ options, open, selection, baseline }: Job): void {
  const against = baseline === null ? 'no baseline' : `the baseline ${shownPath(baseline.path)}`;
  const program = open.systemProgram === undefined ? 'the published programs' : shownPath(open.systemProgram);
  const missing = `There is no baseline for ${open.version}: every deviation is red; \`${commandName()} baseline update --program-version ${open.version}\` makes one.\n`;
  if (baseline === null && options.baseline === undefined) process.stderr.write(missing);
  const why = notJudged(open.version);
  if (why !== null) process.stderr.write(`${why}\n`);
  process.stderr.write(
    `Running ${selection.claims.length} ${selection.claims.length === 1 ? 'claim' : 'claims'} on ${program} with the fixtures of ${open.version}, against ${against}, seed ${options.seed}.\n`,
  );
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

async function perform(job: Job, signal: AbortSignal): Promise<Performed> {
  const started = Date.now();
  announce(job);
  const { options, selection, baseline, folder } = job;
  const pool = await execute(job, signal);
  const { programs } = pool;
  if (programs === null)
    throw new Failure('No worker was started: the selection contains no claim.', EXIT.vacuous);
  const finished = finishReport({
    options,
    selection,
    baseline: baseline?.content ?? null,
    frozen: options.baseline === 'none' ? null : loadFrozen(programs.version),
    pool,
    programs,
  });
  const isWhole = options.all && selection.complete && options.runs === undefined;
  const performed = isWhole ? await withOrder(finished, job, signal) : finished;
  const known = baseline?.content ?? null;
  const page = await htmlReport(performed, { ...job, baseline: known }, signal);
  const shown = [['index.html', page], ...formatFiles(performed.report, known)] as const;
  folder.replace(new Map([...performed.files, ...shown, ['run-info.json', runInfo(options, started)]]));
  return performed;
}

async function runOne(options: RunOptions): Promise<Performed> {
  const { rules, areas, all } = options;
  const version = pinnedVersion(options.programs);
  const selection = selectClaims(await allClaims(), { rules, areas, all, version });
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

/** What the CI system is to hear. Returns the report. */
function tell(report: Report, options: RunOptions): Report {
  for (const line of tellCi(report, options)) process.stdout.write(`${line}\n`);
  return report;
}

/** Runs the selected claims, on one version or on all of them. Returns the exit code. */
export async function run(options: RunOptions): Promise<number> {
  requireSummary(options);
  if (options.programs.programVersion === ALL_VERSIONS)
    return runAllVersions(options, async (one) => tell((await runOne(one)).report, options));
  const { report, files } = await runOne(options);
  print(report, files, shownPath(options.report));
  return tell(report, options).gate.exitCode;
}
