// Reads sdk/manifest.json: the pinned versions of the SDK, and of what the older ones need to be loaded.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { InputError } from '../programs/errors';
import { projectRoot } from '../programs/root';

/** `integrity` is the tarball's as npm writes it; files are the needed ones with their sha256 (hex). */
export type SdkRelease = {
  readonly integrity: string;
  /** Its encoders come from a library of its own, which is pinned under `dependencies`. */
  readonly anchor: boolean;
  readonly files: Readonly<Record<string, string>>;
};

export type Dependency = { readonly version: string; readonly integrity: string };

export type SdkManifest = {
  readonly package: string;
  /** Newest first. */
  readonly releases: Readonly<Record<string, SdkRelease>>;
  /** By path below `node_modules`. What web3.js brings along is shared with this project's own. */
  readonly dependencies: Readonly<Record<string, Dependency>>;
};

let cached: SdkManifest | undefined;

export function readSdkManifest(): SdkManifest {
  const path = join(projectRoot(), 'sdk', 'manifest.json');
  cached ??= JSON.parse(readFileSync(path, 'utf8')) as SdkManifest; // our own file: a test checks its shape
  return cached;
}

/** All pinned versions, newest first. */
export const sdkVersions = (): readonly string[] => Object.keys(readSdkManifest().releases);

/** @throws InputError listing the known versions. */
export function sdkReleaseOf(manifest: SdkManifest, version: string): SdkRelease {
  const release = Object.hasOwn(manifest.releases, version) ? manifest.releases[version] : undefined;
  if (release) return release;
  const known = Object.keys(manifest.releases).join(', ');
  throw new InputError(`There is no pinned version "${version}" of the SDK: choose one of ${known}.`);
}
