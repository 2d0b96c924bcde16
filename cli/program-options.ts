// The options that say which programs are tested, checked before anything is started.
import { accessSync, constants, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { fetchRelease } from '../programs/fetch';
import { readManifest, releaseOf } from '../programs/release-manifest';
import type { ProgramFiles } from '../suites/engine-types';
import { badInput } from './failure';

export type ProgramOptions = {
  readonly programVersion?: string;
  readonly systemProgram?: string;
  readonly accountCompression?: string;
};

function readable(option: string, path: string | undefined): string | undefined {
  if (path === undefined) return undefined;
  try {
    accessSync(path, constants.R_OK);
    if (statSync(path).isFile()) return resolve(path);
  } catch {
    throw badInput(`${option}: the file ${path} does not exist or cannot be read.`);
  }
  throw badInput(`${option}: ${path} is not a file.`);
}

/**
 * Which files to load; the published version is fetched if it is not in the cache.
 * @throws InputError or Failure (exit code 2) for an unknown version or an unreadable file.
 */
export async function programFiles(options: ProgramOptions): Promise<ProgramFiles> {
  const manifest = readManifest();
  const version = options.programVersion ?? manifest.default;
  releaseOf(manifest, version);
  const systemProgram = readable('--system-program', options.systemProgram);
  const accountCompression = readable('--account-compression', options.accountCompression);
  await fetchRelease(version);
  return {
    version,
    ...(systemProgram === undefined ? {} : { systemProgram }),
    ...(accountCompression === undefined ? {} : { accountCompression }),
  };
}
