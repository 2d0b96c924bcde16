// What a suggested command needs besides, so that it looks at the programs of a run and by the run's baseline.
import { shellWord, shownPath } from './command-name';
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

/** The same where no paths are known, or none may be told: `names` are to be replaced. */
export const namedRun = (
  { ownBuild, ownCompression, baseline }: Ways,
  names: Readonly<Record<'systemProgram' | 'accountCompression' | 'baseline', string>>,
): SameRun => ({
  ...(ownBuild && { systemProgram: names.systemProgram }),
  ...(ownCompression && { accountCompression: names.accountCompression }),
  ...(baseline !== 'own' && { baseline: baseline === 'none' ? baseline : names.baseline }),
});
