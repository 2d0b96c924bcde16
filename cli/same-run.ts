// What a suggested command needs besides, so that it looks at the programs of a run and by the run's baseline.
import { ACCOUNT_COMPRESSION, readManifest } from '../programs/release-manifest';
import type { Report } from '../report/report-types';
import { shellWord, shownPath } from '../programs/command-name';
import { ownBuildFlags, type ProgramOptions } from './program-options';
import type { RunIdentity } from './run-identity';

/** The builds of a run, and the baseline that was named, if one was; or `none`. */
export type SameRun = Pick<ProgramOptions, 'systemProgram' | 'accountCompression'> & {
  readonly baseline?: string | undefined;
};

const baselineFlag = ({ baseline }: SameRun): string =>
  baseline === undefined
    ? ''
    : ` --baseline ${shellWord(baseline === 'none' ? baseline : shownPath(baseline))}`;

/** Options, each with a space in front; for `replay`, which knows the version from the witness. */
export const sameFlags = (same: SameRun): string => `${ownBuildFlags(same)}${baselineFlag(same)}`;

type Ways = Pick<RunIdentity, 'ownBuild' | 'ownCompression' | 'baseline'>;

/** Names that stand for the reader's own: a page must not depend on where it was written to. */
const NAMES = {
  systemProgram: 'your-system-program.so',
  accountCompression: 'your-account-compression.so',
  baseline: 'your-baseline.json',
} as const;

/** The same where no paths are known, or none may be told. */
export const namedRun = ({ ownBuild, ownCompression, baseline }: Ways): SameRun => ({
  ...(ownBuild && { systemProgram: NAMES.systemProgram }),
  ...(ownCompression && { accountCompression: NAMES.accountCompression }),
  ...(baseline !== 'own' && { baseline: baseline === 'none' ? baseline : NAMES.baseline }),
});

/** The same of a report, whose programs are known by their hashes; those of a version that is not pinned are somebody's own. */
export function namedRunOf({ programs: { version, ...loaded } }: Pick<Report, 'programs'>): SameRun {
  const release = readManifest().releases[version];
  const isOwn = (file: string | undefined, hash: string): boolean =>
    file === undefined || release?.files[file] !== hash;
  return namedRun({
    ownBuild: isOwn(release?.systemProgram, loaded.systemProgram),
    ownCompression: isOwn(ACCOUNT_COMPRESSION, loaded.accountCompression),
    baseline: 'own',
  });
}
