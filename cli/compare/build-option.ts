// A build as typed: a published version, or a file.
import { existsSync } from 'node:fs';
import { readManifest } from '../../programs/release-manifest';
import { withoutV2Trees } from '../../spec/versions';
import type { ProgramFiles } from '../../suites/engine-types';
import { shellWord, shownPath } from '../../programs/command-name';
import { badInput } from '../failure';
import { pinnedVersion, programFiles } from '../program-options';

export type Build = {
  /** As it is shown. */
  readonly name: string;
  readonly files: ProgramFiles;
};

/** What turns a command that replays into one for this build. */
export const replayFlags = ({ files, name }: Build): string =>
  files.systemProgram === undefined
    ? `--program-version ${files.version}`
    : `--program-version ${files.version} --system-program ${shellWord(name)}`;

/** The same for a command that runs the published versions anyway. */
export const ownFlags = (build: Build): string =>
  build.files.systemProgram === undefined ? '' : ` ${replayFlags(build)}`;

const versions = (): readonly string[] => Object.keys(readManifest().releases);

const isVersion = (text: string): boolean => versions().includes(text);

/** @throws Failure with exit code 2 for a version of accounts where no build is a file. */
export function requireUse(programVersion: string | undefined, builds: readonly string[]): void {
  if (programVersion === undefined || !builds.every(isVersion)) return;
  throw badInput(
    '--program-version says where the accounts of a build given as a file come from, and none is given: leave it out.',
  );
}

/** Plans are made for worlds with v2 trees. */
function requireJudged(version: string): void {
  const why = withoutV2Trees(version);
  if (why !== null) throw badInput(why);
}

/**
 * The build that `text` names; of a file, the accounts come from `version`.
 * @throws Failure or InputError with exit code 2 for what is neither.
 */
export async function buildOf(text: string, version?: string): Promise<Build> {
  if (isVersion(text)) {
    requireJudged(text);
    return { name: text, files: await programFiles({ programVersion: text }) };
  }
  if (!existsSync(text))
    throw badInput(
      `"${text}" is neither a published version (${versions().join(', ')}) nor a program file that exists.`,
    );
  const programVersion = pinnedVersion(version === undefined ? {} : { programVersion: version });
  requireJudged(programVersion);
  const files = await programFiles({ programVersion, systemProgram: text });
  return { name: shownPath(text), files };
}
