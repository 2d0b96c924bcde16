// The command `merge`: one report of all shards of a run, byte for byte that of the run without shards.
import { resolve } from 'node:path';
import { EXIT } from '../../report/exit-code';
import { fencesOf } from '../../report/baseline';
import type { Baseline, ClaimResult } from '../../spec/result';
import { requireSummary, tellCi } from '../ci-output';
import { shownPath } from '../../programs/command-name';
import { allClaims } from '../engine';
import { badInput, Failure, speak } from '../failure';
import { shownFiles } from '../html-report';
import { interruptible } from '../interrupt';
import { inPartOrder } from '../pair-pool';
import type { PoolResult } from '../pool';
import { printRun } from '../print-run';
import { pinnedVersion, programFiles, type ProgramOptions } from '../program-options';
import type { OpenOptions } from '../protocol';
import { openReportFolder } from '../report-folder';
import { codeDigest, type RunIdentity } from '../run-identity';
import { isWholeRun, partsIn } from '../run-job';
import { runOptions, type RunFlags, type RunOptions } from '../run-options';
import { withOrder, type Performed } from '../run-precedence';
import { finishReport, runInfo } from '../run-report';
import { namedRun } from '../same-run';
import { selectClaims, type Selection } from '../select';
import { TOOL } from '../tool';
import { requireOneRun } from './check-shards';
import { readShard, type FoundShard } from './shard-file';

export type MergeFlags = Pick<RunFlags, 'report' | 'today' | 'summary' | 'annotate'>;

type Shards = readonly [FoundShard, ...FoundShard[]];

/** The report is made by this tool's code, which must be that of the shards. */
function requireOurCode({ folder, content: { identity } }: FoundShard): void {
  const code = codeDigest();
  if (identity.tool === TOOL && identity.code === code) return;
  // Between releases the number stays as it is and the code does not.
  const named = (tool: string, digest: string): string =>
    identity.tool === TOOL ? `${tool}, code ${digest.slice(0, 8)}` : tool;
  throw badInput(
    `${folder} is a shard by another version of this suite (${named(identity.tool, identity.code)}) than the one that merges (${named(TOOL, code)}): use the same one for all.`,
  );
}

/** A shard's folder would lose its shard to the report. */
function requireOther(report: string, folders: readonly string[]): void {
  if (!folders.some((folder) => resolve(folder) === report)) return;
  throw badInput(
    `The report would replace the shard in ${shownPath(report)}: give another folder by --report.`,
  );
}

async function selectionOf({ rules, areas, all, programs }: RunIdentity): Promise<Selection> {
  return selectClaims(await allClaims(), { rules, areas, all, version: programs.version });
}

/** What the pool of the whole run would have given. */
function pooled(shards: Shards, { claims }: Selection): PoolResult {
  const results = new Map<string, ClaimResult>();
  const faults = new Map<string, PoolResult['faults'][number]>();
  for (const { content } of shards) {
    for (const result of content.results) results.set(result.claim, result);
    for (const fault of content.faults) faults.set(fault.claim, fault);
  }
  return {
    programs: shards[0].content.identity.programs,
    results: claims.flatMap(({ id }) => results.get(id) ?? []),
    faults: claims.flatMap(({ id }) => faults.get(id) ?? []),
  };
}

async function performed(shards: Shards, selection: Selection, { today }: RunOptions): Promise<Performed> {
  const { identity, ...compared } = shards[0].content;
  const pool = pooled(shards, selection);
  const { programs, seed, backend } = identity;
  const done = finishReport({
    options: { seed, today, backend, programs: givenIn(identity).programs },
    selection,
    ...compared,
    pool,
    programs,
  });
  if (!isWholeRun(identity, selection)) return done;
  const seen = inPartOrder({
    results: new Map(shards.flatMap(({ content }) => content.parts)),
    faults: new Map(shards.flatMap(({ content }) => content.partFaults)),
  });
  return withOrder(done, seen, { identity, compared });
}

type Again = { readonly open: OpenOptions | null; readonly without?: string };

const sayWithout = (why: string): Again => {
  process.stderr.write(`index.html tells no stories: ${why}. All else is as without shards.\n`);
  return { open: null, without: `The witnesses were not run again: ${why}.` };
};

/** What runs the witnesses again for the page; without it where the programs cannot be had, or are somebody's own. */
async function openAgain(
  { ownBuild, ownCompression, programs, seed, backend }: RunIdentity,
  baseline: Baseline | null,
): Promise<Again> {
  if (ownBuild || ownCompression)
    return sayWithout('the shards ran a build of your own, which a merge is not given');
  try {
    const files = await programFiles({ programVersion: programs.version });
    const frozen = baseline === null ? {} : { frozen: baseline.observed };
    return { open: { ...files, backend, seed, fences: fencesOf(baseline), known: [], ...frozen } };
  } catch (error) {
    // The report does without: a merge needs no network.
    return sayWithout(
      `the published programs of ${programs.version} cannot be had (${speak(error, false).sentence})`,
    );
  }
}

/** What suggested commands need besides; where builds and baseline lie is not known here. */
export const givenIn = (
  identity: Pick<RunIdentity, 'ownBuild' | 'ownCompression' | 'baseline' | 'programs'>,
): { readonly programs: ProgramOptions; readonly baseline?: string | undefined } => {
  const { baseline, ...builds } = namedRun(identity);
  const { version } = identity.programs;
  const other = version === pinnedVersion({}) ? {} : { programVersion: version };
  return { programs: { ...other, ...builds }, baseline };
};

/** Merges the shards in these folders, in any order, and returns the exit code of the whole run. */
export async function merge(folders: readonly string[], flags: MergeFlags): Promise<number> {
  const started = Date.now();
  const options = runOptions(flags);
  requireSummary(options);
  const [first, ...others] = folders.map(readShard);
  requireOther(options.report, folders);
  if (first === undefined)
    throw new Failure('There is nothing to merge: give the folders of all shards.', EXIT.badInput);
  requireOurCode(first);
  const selection = await selectionOf(first.content.identity);
  const shards: Shards = [first, ...others];
  const { claims } = selection;
  requireOneRun(shards, ({ content }) => ({ claims, parts: partsIn(content.identity, selection) }));
  const folder = openReportFolder(options.report);
  try {
    const { report, files } = await interruptible(async (signal) => {
      const done = await performed(shards, selection, options);
      const { identity, baseline } = first.content;
      const around = { folder, options, identity, ...(await openAgain(identity, baseline)), baseline };
      return { ...done, files: new Map([...done.files, ...(await shownFiles(done, around, signal))]) };
    });
    folder.replace(new Map([...files, ['run-info.json', runInfo(options, started)]]));
    const { identity } = first.content;
    printRun(report, files, {
      folder: shownPath(options.report),
      budgeted: false,
      ...givenIn(identity),
      isFiltered: !selection.complete,
      asked: identity,
    });
    for (const line of tellCi(report, options)) process.stdout.write(`${line}\n`);
    return report.gate.exitCode;
  } finally {
    folder.close();
  }
}
