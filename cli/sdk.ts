// The command `sdk`: asks the published versions of the SDK what they say, and compares with the programs.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fetchRelease } from '../programs/fetch';
import { projectRoot } from '../programs/root';
import { fencesOf } from '../report/baseline';
import { CHECKS } from '../sdk/catalogue';
import type { Check } from '../sdk/check';
import { fetchSdk } from '../sdk/fetch';
import { compare, exitCodeOf, knownAlso, parseKnown, type Known } from '../sdk/known';
import { ownBuild, versionSaid, type OwnBuild } from '../sdk/own-build';
import { propose } from '../sdk/propose';
import { reportOf, reproductionPath, type SdkReport } from '../sdk/report';
import { runSdk, type ProgramVersion, type SdkFile, type SdkResult } from '../sdk/run';
import { readSdkManifest, sdkVersions } from '../sdk/sdk-manifest';
import type { Cell } from '../sdk/types';
import { allNotApplicable } from '../spec/needs';
import { traitsOf } from '../spec/versions';
import { loadBaseline } from './baseline-file';
import { shownPath } from './command-name';
import { badInput } from './failure';
import { readGiven } from './given-file';
import { announceDownload } from './program-options';
import { openReportFolder } from './report-folder';
import { DEFAULT_SEED } from './run-options';
import { DEFAULT_CASES, type SdkOptions } from './sdk-options';
import { showSdk } from './sdk-screen';

const NOTHING: Known = { formatVersion: 1, entries: [] };
const OWN_LIST = join('baselines', 'sdk.json');

function knownFindings(option: string | undefined): Known {
  if (option === 'none') return NOTHING;
  const path = option ?? join(projectRoot(), OWN_LIST);
  if (option === undefined && !existsSync(path)) return NOTHING;
  return parseKnown(readGiven(path, `The list of known findings ${shownPath(path)}`), shownPath(path));
}

/** By the beginning of their ids. */
function selected(names: readonly string[]): readonly Check[] {
  for (const name of names)
    if (!CHECKS.some(({ id }) => id.startsWith(name)))
      throw badInput(
        `There is no check "${name}": the ids begin with ${[...new Set(CHECKS.map(({ id }) => id.split('/')[0]))].join(', ')}.`,
      );
  return names.length === 0 ? CHECKS : CHECKS.filter(({ id }) => names.some((name) => id.startsWith(name)));
}

async function programVersions(versions: readonly string[]): Promise<readonly ProgramVersion[]> {
  for (const version of versions) await fetchRelease(version, { onDownload: announceDownload });
  return versions.map((version) => {
    const known = fencesOf(loadBaseline(undefined, version)?.content ?? null);
    return { version, fences: new Set([...known, ...allNotApplicable(version), ...traitsOf(version)]) };
  });
}

async function sdkFiles(versions: readonly string[]): Promise<readonly SdkFile[]> {
  const files: SdkFile[] = [];
  for (const version of versions)
    files.push({ version, entry: await fetchSdk(version, { onDownload: announceDownload }) });
  return files;
}

type Asked = { readonly checks: readonly Check[]; readonly own: Own | null };

async function perform(options: SdkOptions, { checks, own }: Asked): Promise<SdkResult> {
  const programs = await programVersions(options.programs);
  const versions = [...(own === null ? [] : [own.build]), ...(await sdkFiles(options.versions))];
  const onProgress = (version: string, program: string): void => {
    if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${version} on ${program} ...`);
  };
  try {
    return await runSdk({ ...options, checks, programs, versions, onProgress });
  } finally {
    if (process.stderr.isTTY) process.stderr.write('\r\x1b[K');
  }
}

function files(report: SdkReport, known: Known): Map<string, string> {
  const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
  const written = new Map([
    ['sdk.json', json(report)],
    ['sdk-known.json', json(propose(report.cells, known))],
  ]);
  for (const finding of report.findings)
    if (finding.reproduction !== '') written.set(reproductionPath(finding), finding.reproduction);
  return written;
}

type Own = { readonly build: OwnBuild; readonly measuredBy: string };

/** An own build is measured by the pinned version that it says it is, or else by the newest. */
async function openOwn(path: string | undefined): Promise<Own | null> {
  if (path === undefined) return null;
  const build = await ownBuild(path);
  const versions = sdkVersions();
  const measuredBy = versions.find((version) => version === versionSaid(build.version)) ?? versions[0] ?? '';
  process.stderr.write(
    `${path} is not pinned: nobody vouches for these bytes (sha256 ${build.hash} of ${build.hashed}). What is listed for ${measuredBy} counts as known. ${build.libraries}\n`,
  );
  return { build, measuredBy };
}

/** Listed for the version that it comes from, and no longer shown. */
function goneOf({ cells }: SdkResult, known: Known, { build: { version } }: Own): readonly string[] {
  const own = cells.filter(({ sdk: of }) => of === version);
  return compare(own, known, true)
    .filter(({ kind }) => kind === 'stale')
    .map(({ check, outcome }) => `${check}/${outcome}`);
}

/** Another seed, or fewer cases, may miss a rare one that is listed. */
const isAsListed = ({ runs, seed }: SdkOptions): boolean => runs === DEFAULT_CASES && seed === DEFAULT_SEED;

const ownSection = (
  { build: { version, hash, hashed, libraries }, measuredBy }: Own,
  gone: readonly string[],
): NonNullable<SdkReport['own']> => ({ version, hash, hashed, libraries, measuredBy, gone });

/** Runs the checks and writes the report. Returns the exit code: 0 as listed, 1 unlisted, 4 vacuous, 5 stale. */
export async function sdk(options: SdkOptions): Promise<number> {
  process.env['RUST_LOG'] ??= 'off'; // read when the validator's library loads
  const listed = knownFindings(options.baseline);
  const checks = selected(options.checks);
  const own = await openOwn(options.own);
  const known = own === null ? listed : knownAlso(listed, own.build.version, own.measuredBy);
  const folder = openReportFolder(options.report);
  try {
    const result = await perform(options, { checks, own });
    const isPinned = ({ sdk: of }: Cell): boolean => of !== own?.build.version;
    const problems = compare(result.cells, known, isAsListed(options) && isPinned);
    const report = reportOf({
      package: readSdkManifest().package,
      seed: options.seed,
      runs: options.runs,
      sdk: [...(own === null ? [] : [own.build.version]), ...options.versions],
      ...(own && { own: ownSection(own, goneOf(result, known, own)) }),
      programs: options.programs,
      checks,
      result,
      problems,
      exitCode: exitCodeOf(problems),
    });
    folder.replace(files(report, known));
    process.stdout.write(`${showSdk(report, known, shownPath(options.report))}\n`);
    return report.exitCode;
  } finally {
    folder.close();
  }
}
