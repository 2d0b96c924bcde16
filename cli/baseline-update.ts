// The command `baseline update`: runs the suite until its fences are stable and writes what it does as the version's baseline.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fencesOf, parseBaseline, writeBaseline } from '../report/baseline';
import { baselineReview } from '../report/baseline-review';
import { changesInWords, fencesAskedBy, nextBaseline, unexplained } from '../report/baseline-update';
import { EXIT } from '../report/exit-code';
import type { Report } from '../report/report-types';
import { plural, wrap } from '../report/terminal/text';
import { startingFences } from '../spec/starting-fences';
import { notApplicable } from '../spec/needs';
import type { Baseline } from '../spec/result';
import { namedWitnesses, type NamedWitness } from '../suites/known-witnesses';
import { defaultBaseline, loadBaseline } from './baseline-file';
import { onlyInClone } from './clone-only';
import { shownPath } from '../programs/command-name';
import { allClaims } from './engine';
import { execute, type Execution } from './execute';
import { carriedCode, Failure } from './failure';
import { interruptible } from './interrupt';
import type { PoolResult } from './pool';
import { pinnedVersion, programFiles } from './program-options';
import { openReportFolder } from './report-folder';
import type { RunOptions } from './run-options';
import { finishReport, runInfo, unaskedIn } from './run-report';
import { selectClaims } from './select';

/** Each round puts up the fences that the one before asked for; more rounds than this mean that they chase each other. */
const ROUNDS = 7;

type Round = { readonly report: Report; readonly files: ReadonlyMap<string, string> };

/** Everything on the agreed side: what a version's first run starts from. */
const allFences = (version: string): ReadonlySet<string> =>
  new Set(startingFences(version).filter((rule) => notApplicable(rule, version) === null));

const areaOf = (rule: string): string => rule.slice(0, rule.indexOf('/'));

/** Those of the baseline, and of areas that it has no entry about, all. */
function withNewFences(before: Baseline, version: string): ReadonlySet<string> {
  const known = new Set(before.deviations.map(({ rule }) => areaOf(rule)));
  const fresh = [...allFences(version)].filter((rule) => !known.has(areaOf(rule)));
  return new Set([...fencesOf(before), ...fresh]);
}

const sameSet = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  a.size === b.size && [...a].every((one) => b.has(one));

type Making = {
  readonly job: Execution;
  readonly before: Baseline | null;
  /** Of `before`, by the names that it gives them. */
  readonly witnesses: readonly NamedWitness[];
  readonly others: readonly Baseline[];
};

async function oneRound({ job, before, witnesses }: Making, signal: AbortSignal): Promise<Round> {
  const pool = await patiently(job, signal);
  const { options, selection } = job;
  if (pool.programs === null)
    throw new Failure('No worker was started: the selection contains no claim.', EXIT.vacuous);
  const { programs } = pool;
  const compared = { baseline: before, witnesses, frozen: null };
  const round = finishReport({ options, selection, ...compared, pool, programs });
  const [fault] = round.report.faults;
  if (fault !== undefined)
    throw new Failure(`No baseline is written after a fault: ${fault.sentence}`, EXIT.fault);
  return round;
}

const TRIES = 2;

/** A validator that does not start on a busy machine gets another try: nothing was counted yet. */
async function patiently(job: Execution, signal: AbortSignal, tries = TRIES): Promise<PoolResult> {
  try {
    return await execute(job, signal);
  } catch (error) {
    if (tries === 1 || signal.aborted || carriedCode(error) !== EXIT.fault) throw error;
    return patiently(job, signal, tries - 1);
  }
}

const say = (line: string): void => void process.stderr.write(`${line}\n`);

/** Counts until the fences that are up are those that the deviations ask for. */
async function settle(making: Making, signal: AbortSignal): Promise<Round> {
  const { job, before } = making;
  let fences = job.open.fences;
  let quick = before === null;
  const seen: ReadonlySet<string>[] = [];
  for (let round = 1; round <= ROUNDS; round++) {
    say(
      `Round ${round} of ${job.open.version}: ${plural(fences.size, 'fence')} up${quick ? ', counting only' : ''}.`,
    );
    const open = { ...job.open, fences, ...(quick && ({ quick: true } as const)) };
    const done = await oneRound({ ...making, job: { ...job, open } }, signal);
    const asked = fencesAskedBy(done.report, fences);
    const isSettled = sameSet(asked, fences);
    if (isSettled && !quick) return done;
    quick = !isSettled;
    if (isSettled) continue;
    seen.push(fences);
    fences = seen.some((earlier) => sameSet(earlier, asked)) ? new Set([...asked, ...fences]) : asked;
  }
  throw new Failure(
    `The fences of ${job.open.version} did not settle in ${ROUNDS} rounds: a rule deviates with its fence up and conforms without.`,
    EXIT.nonconformance,
  );
}

/** The baselines of the other versions beside a file, newest first. */
function otherBaselines(path: string): readonly Baseline[] {
  const folder = dirname(path);
  return readdirSync(folder)
    .filter((name) => /^\d.*\.json$/.test(name) && join(folder, name) !== path)
    .toSorted((a, b) => (a < b ? 1 : -1))
    .map((name) => parseBaseline(readFileSync(join(folder, name), 'utf8'), name));
}

const namedIn = ({ deviations }: Baseline): ReadonlySet<string> =>
  new Set(deviations.flatMap(({ witness }) => witness ?? []));

/** Writes the file and the witnesses that it names, and removes those that it names no longer. */
function write(path: string, after: Baseline, files: Round['files']): void {
  const [folder, named] = [dirname(path), namedIn(after)];
  const own = join(folder, after.programVersion);
  mkdirSync(own, { recursive: true });
  for (const witness of named) {
    const text = files.get(`baseline/${witness}`);
    if (text !== undefined) writeFileSync(join(folder, witness), text);
  }
  for (const name of readdirSync(own))
    if (!named.has(`${after.programVersion}/${name}`)) rmSync(join(own, name));
  writeFileSync(path, writeBaseline(after));
}

function tell(before: Baseline | null, after: Baseline, path: string): string {
  const changes = changesInWords(before, after);
  const open = unexplained(after);
  return [
    `${shownPath(path)}: ${plural(after.deviations.length, 'deviation')}, ${plural(fencesOf(after).size, 'fence')}.`,
    ...(changes.length === 0 ? ['Nothing changed.'] : changes.map((line) => wrap(line, 2, 14))),
    ...(open.length === 0 ? [] : ['Without a reason yet, which the gate refuses:']),
    ...open.map((line) => wrap(line, 2, 14)),
    '',
  ].join('\n');
}

const REVIEW = 'baseline-review.md';

type Updating = Making & { readonly path: string };

async function perform(updating: Updating, signal: AbortSignal): Promise<number> {
  const started = Date.now();
  const { job, before, others, path } = updating;
  const { report, files } = await settle(updating, signal);
  const after = nextBaseline(report, { before, others }, unaskedIn(job.selection));
  write(path, after, files);
  const beside = [
    [REVIEW, baselineReview(before, after)],
    ['run-info.json', runInfo(job.options, started)],
  ] as const;
  job.folder.replace(new Map([...files, ...beside]));
  process.stdout.write(tell(before, after, path));
  process.stdout.write(`For whoever reviews it: ${shownPath(join(job.folder.path, REVIEW))}.\n`);
  return unexplained(after).length === 0 ? EXIT.green : EXIT.stale;
}

/**
 * Writes the baseline of the version in `options`; `path` is another file than the version's own.
 * Returns 0, or 5 while an entry has no reason yet.
 */
export async function updateBaseline(options: RunOptions, path?: string): Promise<number> {
  if (path === undefined) onlyInClone('baseline update');
  const { rules, areas, all } = options;
  const version = pinnedVersion(options.programs); // `all` is no version: one at a time
  const selection = selectClaims(await allClaims(), { rules, areas, all, version });
  const programs = await programFiles(options.programs);
  const target = path ?? defaultBaseline(version);
  const file = existsSync(target) ? loadBaseline(target, version) : null;
  const before = file?.content ?? null;
  const fences = before === null ? allFences(version) : withNewFences(before, version);
  const witnesses = file === null ? [] : namedWitnesses(file.content, file.folder);
  const known = witnesses.map(([, witness]) => witness);
  const runs = options.runs === undefined ? {} : { runs: options.runs };
  const open = { ...programs, seed: options.seed, fences, known, ...runs };
  mkdirSync(dirname(target), { recursive: true });
  const folder = openReportFolder(options.report);
  const job: Execution = { options, open, selection, folder };
  const updating = { job, before, witnesses, others: otherBaselines(target), path: target };
  try {
    return await interruptible((signal) => perform(updating, signal));
  } finally {
    folder.close();
  }
}
