// The options that say which programs are tested, checked before anything is started.
import { resolve } from 'node:path';
import { fetchRelease } from '../programs/fetch';
import { remarkOn, type Role } from '../programs/published-file';
import { readManifest, releaseOf } from '../programs/release-manifest';
import type { ProgramFiles } from '../suites/engine-types';
import { shellWord } from '../programs/command-name';

export type ProgramOptions = {
  readonly programVersion?: string;
  readonly systemProgram?: string;
  readonly accountCompression?: string;
};

/** Whether anything else than the published programs is loaded. */
export const isOwnBuild = ({ systemProgram, accountCompression }: ProgramOptions): boolean =>
  systemProgram !== undefined || accountCompression !== undefined;

/** What a command that is suggested needs besides, so that it runs the same builds. */
export const ownBuildFlags = ({ systemProgram, accountCompression }: ProgramOptions): string =>
  [
    ...(systemProgram === undefined ? [] : [` --system-program ${shellWord(systemProgram)}`]),
    ...(accountCompression === undefined ? [] : [` --account-compression ${shellWord(accountCompression)}`]),
  ].join('');

/** Says on standard error what is being waited for. */
export const announceDownload = (source: string): void =>
  void process.stderr.write(`Downloading ${source} from the npm registry (once) ...\n`);

const said = new Set<string>();

/** Refuses a bad file now, rather than in each worker, and says once what is known of a published one. */
function checked(path: string | undefined, role: Role, version: string): string | undefined {
  if (path === undefined) return undefined;
  const remark = remarkOn(path, role, version);
  if (remark !== null && !said.has(remark)) process.stderr.write(`${remark}\n`);
  said.add(remark ?? '');
  return resolve(path);
}

/**
 * The published version that is meant.
 * @throws InputError (exit code 2) listing the known versions for an unknown one.
 */
export function pinnedVersion({ programVersion }: ProgramOptions): string {
  const manifest = readManifest();
  const version = programVersion ?? manifest.default;
  releaseOf(manifest, version);
  return version;
}

/**
 * Which files to load; the published version is fetched if it is not in the cache.
 * @throws InputError (exit code 2) for an unknown version, or a file that is no program.
 */
export async function programFiles(options: ProgramOptions): Promise<ProgramFiles> {
  const version = pinnedVersion(options);
  const systemProgram = checked(options.systemProgram, 'system program', version);
  const accountCompression = checked(options.accountCompression, 'account-compression program', version);
  await fetchRelease(version, { onDownload: announceDownload });
  return {
    version,
    ...(systemProgram === undefined ? {} : { systemProgram }),
    ...(accountCompression === undefined ? {} : { accountCompression }),
  };
}
