// A run that is ready to start: its options, programs, claims and baseline, and what it is called by.
import { withoutV2Trees } from '../spec/versions';
import { toldOf } from '../suites/against-baseline';
import type { Claim } from '../suites/engine-types';
import { namedWitnesses } from '../suites/known-witnesses';
import { loadBaseline, type BaselineFile } from './baseline-file';
import { allClaims } from './engine';
import type { Execution } from './execute';
import { loadFrozen as loadCodes } from './frozen-file';
import { loadFrozen as loadOrder } from './frozen-precedence';
import { PAIR_PARTS } from './pair-parts';
import { pinnedVersion, programFiles } from './program-options';
import type { OpenOptions } from './protocol';
import { openReportFolder, type ReportFolder } from './report-folder';
import { openJournal } from './resume/journal';
import { resumed } from './resume/resume';
import { identityOf, type RunIdentity } from './run-identity';
import type { RunOptions } from './run-options';
import { selectClaims, type Selection } from './select';
import { claimsOf } from './shard/shard';
import type { Compared } from './shard/shard-file';

export type Job = Execution & {
  readonly baseline: BaselineFile | null;
  readonly compared: Compared;
  readonly identity: RunIdentity;
};

type Prepared = Omit<Job, 'folder' | 'journal'>;

type Extent = Pick<RunIdentity, 'all' | 'runs'> & {
  readonly programs: Pick<RunIdentity['programs'], 'version'>;
};

/** Whether nothing is left out, so that pairs of rules are run, too, where the version's trees can be asked with them. */
export const isWholeRun = (
  { all, runs, programs }: Extent,
  { complete }: Pick<Selection, 'complete'>,
): boolean => all && complete && runs === null && withoutV2Trees(programs.version) === null;

/** How many parts of pairs belong to a run. */
export const partsIn = (identity: RunIdentity, selection: Selection): number =>
  isWholeRun(identity, selection) ? PAIR_PARTS() : 0;

const mine = (claims: readonly Claim[], { shard, runs }: RunOptions): readonly Claim[] =>
  shard === null ? claims : claimsOf(claims, shard, runs ?? null);

/** Everything about a run but its folder. */
export async function prepare(options: RunOptions): Promise<Prepared> {
  const { rules, areas, all } = options;
  const version = pinnedVersion(options.programs);
  const selection = selectClaims(await allClaims(), { rules, areas, all, version });
  const claims = mine(selection.claims, options);
  const programs = await programFiles(options.programs);
  const baseline = loadBaseline(options.baseline, programs.version);
  const isCompared = options.baseline !== 'none';
  const compared: Compared = {
    baseline: baseline?.content ?? null,
    witnesses: baseline === null ? [] : namedWitnesses(baseline.content, baseline.folder),
    frozen: isCompared ? loadCodes(version) : null,
    frozenOrder: isCompared ? loadOrder(version) : null,
  };
  const told = toldOf(
    compared.baseline,
    compared.witnesses.map(([, witness]) => witness),
  );
  const identity = identityOf(options, programs, compared);
  const runs = options.runs === undefined ? {} : { runs: options.runs };
  const { backend, seed } = options;
  const open: OpenOptions = { ...programs, backend, seed, ...told, ...runs };
  return { options, open, selection: { ...selection, claims }, baseline, compared, identity };
}

/** The finished claims of an interrupted run that have all their cases: a run out of time leaves others, too. */
const inFull = (job: Prepared, done: ReturnType<typeof resumed>): ReturnType<typeof resumed> => {
  if (job.options.budget !== null) return done;
  const full = new Map(job.selection.claims.map((claim) => [claim.id, job.open.runs ?? claim.defaultRuns]));
  const results = [...done.results].filter(([claim, { requested }]) => requested === full.get(claim));
  return { ...done, results: new Map(results) };
};

function begin(job: Prepared, folder: ReportFolder): Job {
  const { identity, options } = job;
  const now = { identity, shard: options.shard };
  const done = resumed({ path: folder.unfinished, folder: folder.path, isAsked: options.resume, now });
  return { ...job, folder, journal: openJournal(folder.journal, now, inFull(job, done)) };
}

/** Opens the report folder for `act`, with what an interrupted run left there if that is asked for. */
export async function inFolder<T>(job: Prepared, act: (job: Job) => Promise<T>): Promise<T> {
  const folder = openReportFolder(job.options.report);
  try {
    return await act(begin(job, folder));
  } finally {
    folder.close();
  }
}
