// What `programs list` shows: each pinned version, whether it is in the cache, and how to recognise it.
import { join } from 'node:path';
import { cacheFolder, cacheState, type CacheState } from './cache';
import { readManifest, type Manifest, type Release } from './release-manifest';

/** One pinned version; the hash is the first 8 hex digits of the system program's sha256, sizes in bytes. */
export type ProgramRow = {
  readonly version: string;
  readonly isDefault: boolean;
  readonly state: CacheState;
  readonly systemProgramHash: string;
  readonly contextAccountVersion: number;
  readonly contextAccountSize: number;
};

/** The pinned versions in the manifest's order. Hashes every cached file. */
export function listPrograms(
  cache: string = cacheFolder(),
  manifest: Manifest = readManifest(),
): ProgramRow[] {
  const row = ([version, release]: [string, Release]): ProgramRow => ({
    version,
    isDefault: version === manifest.default,
    state: cacheState({ version, release, folder: join(cache, version) }),
    systemProgramHash: (release.files[release.systemProgram] ?? '').slice(0, 8),
    contextAccountVersion: release.contextAccount.version,
    contextAccountSize: release.contextAccount.size,
  });
  return Object.entries(manifest.releases).map(row);
}
