// The command `run`: runs the claims in worker processes, writes the report and says what it means.
import { EXIT } from '../report/exit-code';
import type { Report } from '../report/report-types';
import { withoutV2Trees } from '../spec/versions';
import { reachedText, withNote } from './budget/reached';
import { ration } from './budget/ration';
import { requireSummary, tellCi, tellGuided } from './ci-output';
import { commandName, shownPath } from '../programs/command-name';
import { guidedOutcome, tracedExit } from './coverage/guided-exit';
import { requireReadable, traceOrNot, tracedText, type Traced } from './coverage/pass';
import { execute, type Rationed } from './execute';
import { Failure } from './failure';
import { shownFiles } from './html-report';
import { interruptible } from './interrupt';
import type { PoolResult } from './pool';
import { printRun } from './print-run';
import { runAllVersions } from './run-all';
import { inFolder, isWholeRun, prepare, type Job } from './run-job';
import { ALL_VERSIONS, type RunOptions } from './run-options';
import { orderOf, withOrder, type Performed } from './run-precedence';
import { finishReport, runInfo } from './run-report';
import { plural } from '../report/terminal/text';
import { shardName } from './shard/shard';
import { runShard } from './shard/run-shard';

/** What is under test, in words. */
function programsText({ systemProgram, accountCompression }: Job['open']): string {
  if (systemProgram === undefined && accountCompression === undefined) return 'the published programs';
  const system = systemProgram === undefined ? 'the published system program' : shownPath(systemProgram);
  return accountCompression === undefined
    ? system
    : `${system} and ${shownPath(accountCompression)} as account-compression`;
}

function announce({ options, open, selection, baseline }: Job): void {
  const against = baseline === null ? 'no baseline' : `the baseline ${shownPath(baseline.path)}`;
  const missing = `There is no baseline for ${open.version}: every deviation is red; \`${commandName()} baseline update --program-version ${open.version}\` makes one.\n`;
  if (baseline === null && options.baseline === undefined) process.stderr.write(missing);
  const part = options.shard === null ? '' : ` (shard ${shardName(options.shard)})`;
  process.stderr.write(
    `Running ${plural(selection.claims.length, 'claim')}${part} on ${programsText(open)} with the fixtures of ${open.version}, against ${against}, seed ${options.seed}.\n`,
  );
}

function finished(job: Job, pool: PoolResult): Performed {
  const { options, selection, compared, identity } = job;
  return finishReport({ options, selection, ...compared, pool, programs: identity.programs });
}

/** The order of errors too, unless time is up before it is known. */
async function ordered(performed: Performed, job: Job, signal: AbortSignal): Promise<Performed | null> {
  const enough = job.rationed?.enough;
  try {
    const either = enough === undefined ? signal : AbortSignal.any([signal, enough]);
    if (enough?.aborted === true) return null;
    return await withOrder(performed, await orderOf(job, either), job);
  } catch (error) {
    if (enough?.aborted !== true || signal.aborted) throw error;
    return null;
  }
}

/** Where everything is asked for, and pairs of rules cannot be. */
function sayWithoutPairs({ identity: { all, programs } }: Job): void {
  const why = all ? withoutV2Trees(programs.version) : null;
  if (why !== null) process.stderr.write(`No pairs of broken rules are run: ${why}\n`);
}

async function perform(
  job: Job,
  signal: AbortSignal,
): Promise<Performed & { readonly traced: Traced | null }> {
  const started = Date.now();
  const { options, open, selection, folder, identity } = job;
  const { claims } = selection;
  if (claims.length === 0)
    throw new Failure('No worker was started: the selection contains no claim.', EXIT.vacuous);
  requireReadable(job);
  const pool = await execute(job, signal);
  const isWhole = isWholeRun(identity, selection);
  sayWithoutPairs(job);
  const plain = finished(job, pool);
  const both = isWhole ? await ordered(plain, job, signal) : plain;
  const { budget } = options;
  const reached = { claims, results: pool.results, runs: open.runs, isWithoutOrder: both === null };
  const note = budget === null ? null : reachedText({ ...reached, budget });
  const performed = note === null ? (both ?? plain) : withNote(both ?? plain, note, EXIT.vacuous);
  // After a fault, too, a run can go on from what is finished.
  const isDone = note === null && performed.report.faults.length === 0;
  const { traced, failure } = await traceOrNot(job, signal);
  const around = { ...job, baseline: job.baseline?.content ?? null, isTraced: traced !== null };
  const shown = await shownFiles(performed, around, signal);
  const files = new Map([
    ...performed.files,
    ...shown,
    ...(traced?.files ?? []),
    ['run-info.json', runInfo(options, started)] as const,
  ]);
  folder.replace(files, isDone);
  if (failure !== null) throw failure; // the report itself is written
  if (note !== null)
    process.stderr.write(`${note} \`${commandName()} run\` goes on with --resume and the same options.\n`);
  return { ...performed, traced };
}

const rationed = ({
  options,
  selection,
  open,
}: Pick<Job, 'options' | 'selection' | 'open'>): { readonly rationed?: Rationed } =>
  options.budget === null
    ? {}
    : {
        rationed: {
          next: ration(selection.claims, open.runs),
          enough: AbortSignal.timeout(options.budget),
        },
      };

async function runOne<T>(
  options: RunOptions,
  act: (job: Job, signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const prepared = await prepare(options);
  return inFolder({ ...prepared, ...rationed(prepared) }, (job) => {
    announce(job);
    return interruptible((signal) => act(job, signal));
  });
}

/** What the CI system is to hear. Returns the report. */
function tell(report: Report, options: RunOptions): Report {
  for (const line of tellCi(report, options)) process.stdout.write(`${line}\n`);
  return report;
}

/** Says what guided plans mean, behind all else. Returns the exit code. */
function tellTraced(exitCode: number, { coverage }: Traced, options: RunOptions): number {
  const outcome = guidedOutcome(exitCode, coverage);
  if (outcome !== null)
    for (const line of [...tellGuided(outcome, options), outcome.sentence]) process.stdout.write(`${line}\n`);
  return tracedExit(exitCode, coverage);
}

/** Runs the selected claims, on one version or on all of them. Returns the exit code. */
export async function run(options: RunOptions): Promise<number> {
  requireSummary(options);
  const { shard } = options;
  if (options.programs.programVersion === ALL_VERSIONS)
    return runAllVersions(options, async (one) => tell((await runOne(one, perform)).report, options));
  if (shard !== null) return runOne(options, (job, signal) => runShard(job, shard, signal));
  const { report, files, traced } = await runOne(options, perform);
  printRun(report, files, {
    folder: shownPath(options.report),
    budgeted: options.budget !== null,
    programs: options.programs,
    baseline: options.baseline,
    isFiltered: options.rules.length + options.areas.length > 0,
    asked: options,
  });
  if (traced !== null) process.stdout.write(`${tracedText(traced)}\n`);
  const { gate } = tell(report, options);
  return traced === null ? gate.exitCode : tellTraced(gate.exitCode, traced, options);
}
