// The command `sdk`: asks the published versions of the SDK what they say, and compares with the programs.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../programs/root';
import { underSampled } from '../sdk/evidence';
import { compare, exitCodeOf, knownAlso, NOTHING_KNOWN, parseKnown, type Known } from '../sdk/known';
import { ownBuild, versionSaid, type OwnBuild } from '../sdk/own-build';
import { propose } from '../sdk/propose';
import { reportOf, type SdkReport } from '../sdk/report';
import type { SdkResult } from '../sdk/run';
import { readSdkManifest, sdkVersions } from '../sdk/sdk-manifest';
import type { Cell } from '../sdk/types';
import { shownPath } from '../programs/command-name';
import { readGiven } from './given-file';
import { openReportFolder } from './report-folder';
import { DEFAULT_SEED } from './run-options';
import { DEFAULT_CASES, type SdkOptions } from './sdk-options';
import { sdkAgainst } from './sdk-against';
import { asJson, notPinned, perform, reportFiles, sdkFiles, selected } from './sdk-run';
import { showSdk } from './sdk-screen';

const OWN_LIST = join('baselines', 'sdk.json');

function knownFindings(option: string | undefined): Known {
  if (option === 'none') return NOTHING_KNOWN;
  const path = option ?? join(projectRoot(), OWN_LIST);
  if (option === undefined && !existsSync(path)) return NOTHING_KNOWN;
  return parseKnown(readGiven(path, `The list of known findings ${shownPath(path)}`), shownPath(path));
}

function files(report: SdkReport, known: Known): Map<string, string> {
  return reportFiles(report, known).set('sdk-known.json', asJson(propose(report.cells, known)));
}

type Own = { readonly build: OwnBuild; readonly measuredBy: string };

/** An own build is measured by the pinned version that it says it is, or else by the newest. */
async function openOwn(path: string | undefined): Promise<Own | null> {
  if (path === undefined) return null;
  const build = await ownBuild(path);
  const versions = sdkVersions();
  const measuredBy = versions.find((version) => version === versionSaid(build.version)) ?? versions[0] ?? '';
  process.stderr.write(notPinned(path, build, `What is listed for ${measuredBy} counts as known. `));
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

/** Runs the checks and writes the report. Returns the exit code: 0 as listed, 1 unlisted, 4 vacuous or under-sampled, 5 stale. */
export async function sdk(options: SdkOptions): Promise<number> {
  if (options.own !== undefined && options.against !== undefined)
    return sdkAgainst(options, options.own, options.against);
  process.env['RUST_LOG'] ??= 'off'; // read when the validator's library loads
  const listed = knownFindings(options.baseline);
  const checks = selected(options.checks);
  const own = await openOwn(options.own);
  const known = own === null ? listed : knownAlso(listed, own.build.version, own.measuredBy);
  const folder = openReportFolder(options.report);
  try {
    const pinned = await sdkFiles(options.versions);
    const versions = [...(own === null ? [] : [own.build]), ...pinned];
    const result = await perform(options, { checks, versions });
    const isPinned = ({ sdk: of }: Cell): boolean => of !== own?.build.version;
    const problems = [
      ...compare(result.cells, known, isAsListed(options) && isPinned),
      ...underSampled(result.cells, checks),
    ];
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
