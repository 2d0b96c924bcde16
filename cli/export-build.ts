// Which build a case is exported from: the published programs, or somebody's own that was named and has its hash.
import { createHash } from 'node:crypto';
import { readProgramFile } from '../programs/program-file';
import { ownOf, type BuildVariable, type TestedProgram } from '../report/export/tested-program';
import { shownPath } from '../programs/command-name';
import { badInput } from './failure';
import type { ProgramOptions } from './program-options';

export type BuildFlags = Pick<ProgramOptions, 'systemProgram' | 'accountCompression'>;

const OPTIONS: Readonly<Record<BuildVariable, { readonly flag: keyof BuildFlags; readonly spelt: string }>> =
  {
    SYSTEM_PROGRAM: { flag: 'systemProgram', spelt: '--system-program' },
    ACCOUNT_COMPRESSION: { flag: 'accountCompression', spelt: '--account-compression' },
  };

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** The file that is named for a program by option, or of a build of one's own by variable. */
function namedFor({ file, variable }: TestedProgram, flags: BuildFlags): string | undefined {
  if (variable === null) return undefined;
  const given = flags[OPTIONS[variable].flag];
  return given ?? (file === null ? process.env[variable] || undefined : undefined);
}

/** @throws Failure naming both hashes for another build than that of the case. */
function requireSame(path: string, { variable, sha256: observed }: TestedProgram, file: string): void {
  const found = sha256(readProgramFile(path));
  if (found !== observed)
    throw badInput(
      `${file} was observed with the build that has sha256 ${observed}, but ${shownPath(path)} has ${found}: name that one by ${variable === null ? 'its path' : OPTIONS[variable].spelt}.`,
    );
}

/**
 * The files to run the case on, in the place of published ones; null where a build of somebody's own is not named.
 * @throws Failure or InputError for a file that is another build, or none.
 */
export function namedBuilds(
  programs: readonly TestedProgram[],
  flags: BuildFlags,
  file: string,
): BuildFlags | null {
  const named = programs.map((program) => ({ program, path: namedFor(program, flags) }));
  for (const { program, path } of named) if (path !== undefined) requireSame(path, program, file);
  if (named.some(({ program, path }) => program.file === null && path === undefined)) return null;
  const files = named.flatMap(({ program: { variable }, path }) =>
    variable === null || path === undefined ? [] : [[OPTIONS[variable].flag, path] as const],
  );
  return Object.fromEntries(files);
}

/** @returns the failure for a form that has to run the case, where a build is not named. */
export function unnamedBuild(programs: readonly TestedProgram[], file: string, as: string): Error {
  const own = ownOf(programs).flatMap(({ variable, sha256: hash }) =>
    variable === null ? [] : [`${OPTIONS[variable].spelt} (or ${variable}) the one with sha256 ${hash}`],
  );
  return badInput(
    `${file} was observed with a build that is not published: for ${as}, name by ${own.join(', and by ')}.`,
  );
}
