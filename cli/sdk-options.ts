// The options of `sdk`: what commander hands over, checked before anything is fetched.
import { resolve } from 'node:path';
import { readManifest, releaseOf } from '../programs/release-manifest';
import { readSdkManifest, sdkReleaseOf, sdkVersions } from '../sdk/sdk-manifest';
import { withoutV2Trees } from '../spec/versions';
import { badInput } from './failure';
import { DEFAULT_REPORT, DEFAULT_SEED, wholeNumber } from './run-options';

/** Cases of each check that has more than one; what is listed as known was seen in as many. */
export const DEFAULT_CASES = 60;

/** As typed. */
export type SdkFlags = {
  readonly versions?: string;
  /** A folder or an archive. */
  readonly sdk?: string;
  /** Another one, or a pinned version. */
  readonly against?: string;
  readonly programVersions?: string;
  readonly check?: readonly string[];
  readonly baseline?: string;
  readonly runs?: string;
  readonly seed?: string;
  readonly report?: string;
  readonly explain?: string;
};

export type SdkOptions = {
  readonly versions: readonly string[];
  /** An unreleased build, which is asked before all versions. */
  readonly own: string | undefined;
  /** What that build is compared with, in the place of the list. */
  readonly against: string | undefined;
  readonly programs: readonly string[];
  readonly checks: readonly string[];
  /** A file, `none`, or the project's own. */
  readonly baseline: string | undefined;
  readonly runs: number;
  readonly seed: number;
  readonly report: string;
};

const ALL = 'all';

const named = (option: string, text: string): readonly string[] => {
  const names = text.split(',').map((name) => name.trim());
  if (names.includes('')) throw badInput(`${option} has an empty name: separate versions by single commas.`);
  return [...new Set(names)];
};

function sdkNames(text: string | undefined): readonly string[] {
  if (text === undefined || text === ALL) return sdkVersions();
  const wanted = named('--versions', text);
  for (const version of wanted) sdkReleaseOf(readSdkManifest(), version);
  return sdkVersions().filter((version) => wanted.includes(version));
}

/** Those that can be judged; one that is asked for by name and cannot is refused with the reason. */
function programNames(text: string | undefined): readonly string[] {
  const manifest = readManifest();
  if (text === undefined) return [manifest.default];
  const judged = Object.keys(manifest.releases).filter((version) => withoutV2Trees(version) === null);
  if (text === ALL) return judged;
  const wanted = named('--program-versions', text);
  for (const version of wanted) {
    releaseOf(manifest, version);
    const why = withoutV2Trees(version);
    if (why !== null) throw badInput(`${why} Choose others of ${judged.join(', ')}.`);
  }
  return judged.filter((version) => wanted.includes(version));
}

/** Where the report goes, unless told otherwise. */
export const sdkReportFolder = (report: string | undefined): string => {
  if (report === '') throw badInput('--report names no folder: give one, or leave the option out.');
  return resolve(report ?? `${DEFAULT_REPORT}/sdk`);
};

/** Where the finding to explain lies. Throws with exit code 2 where something is asked for that `--explain` does not do. */
export function explainedFolder({ report, sdk, against: other }: SdkFlags): string {
  const option = sdk === undefined ? '--against' : '--sdk';
  if (sdk !== undefined || other !== undefined)
    throw badInput(`--explain tells a finding of the last report and runs nothing: leave ${option} out.`);
  return sdkReportFolder(report);
}

function against({ against: other, sdk, versions, baseline }: SdkFlags): string | undefined {
  if (other === undefined) return undefined;
  if (sdk === undefined) throw badInput('--against compares a build with another: name yours by --sdk.');
  if (versions !== undefined || baseline !== undefined)
    throw badInput(
      `--against compares two builds with each other: leave ${versions === undefined ? '--baseline' : '--versions'} out.`,
    );
  return other;
}

/** Checks the flags of `sdk`. Throws with exit code 2 and one sentence. */
export function sdkOptions(flags: SdkFlags): SdkOptions {
  const { runs, seed, baseline } = flags;
  return {
    versions: flags.versions === undefined && flags.sdk !== undefined ? [] : sdkNames(flags.versions),
    own: flags.sdk,
    against: against(flags),
    programs: programNames(flags.programVersions),
    checks: flags.check ?? [],
    baseline: baseline === undefined || baseline === 'none' ? baseline : resolve(baseline),
    runs: runs === undefined ? DEFAULT_CASES : wholeNumber('--runs', runs, { from: 1, to: 100_000 }),
    seed:
      seed === undefined ? DEFAULT_SEED : wholeNumber('--seed', seed, { from: -(2 ** 31), to: 2 ** 31 - 1 }),
    report: sdkReportFolder(flags.report),
  };
}
