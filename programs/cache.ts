// The cache folder of fetched programs: where a version lies, and whether it is whole.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fetchCommand, InputError } from './errors';
import type { Release } from './release-manifest';
import { cacheRoot } from './root';

/** Hex sha256. */
export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** The folder of all fetched versions. */
export const cacheFolder = (): string => join(cacheRoot(), 'programs');

/** One version's place: `folder` holds the files under their paths inside the package. */
export type CachedRelease = { readonly version: string; readonly release: Release; readonly folder: string };

/** The state of one version in the cache. */
export type CacheState = 'cached' | 'damaged' | 'absent';

/**
 * Reads and verifies every file of a version.
 * @throws InputError when the version was never fetched, or a file is missing or damaged.
 */
export function readCached({ version, release, folder }: CachedRelease): Map<string, Buffer> {
  if (!existsSync(folder))
    throw new InputError(
      `Version ${version} is not in the cache: run \`${fetchCommand(version)}\` once with network access.`,
    );
  return new Map(
    Object.entries(release.files).map(([file, hash]) => [file, verified(version, join(folder, file), hash)]),
  );
}

function verified(version: string, path: string, hash: string): Buffer {
  const bytes = existsSync(path) ? readFileSync(path) : undefined;
  if (bytes && sha256(bytes) === hash) return bytes;
  const what = bytes ? 'does not have its pinned hash' : 'is missing';
  throw new InputError(
    `The cached file ${path} ${what}: run \`${fetchCommand(version)}\` again with network access.`,
  );
}

/** Whether a version is whole in the cache; hashes every file. */
export function cacheState(cached: CachedRelease): CacheState {
  if (!existsSync(cached.folder)) return 'absent';
  try {
    readCached(cached);
    return 'cached';
  } catch {
    return 'damaged';
  }
}
