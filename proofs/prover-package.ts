// Gets the prover and its keys out of the pinned 0.27.0 package: once, verified, into the git-ignored cache.
import { chmodSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fetchCommand, InputError } from '../programs/errors';
import { fetchRelease, type FetchOptions } from '../programs/fetch';
import { readManifest, releaseOf, type Manifest } from '../programs/release-manifest';
import { cacheRoot, projectRoot } from '../programs/root';

type ProverFiles = { readonly version: string; readonly files: Readonly<Record<string, string>> };

/** Which version's package has the prover, and the sha256 of each of its files. */
export const proverFiles = (): ProverFiles =>
  JSON.parse(readFileSync(join(projectRoot(), 'proofs', 'prover-files.json'), 'utf8')) as ProverFiles;

/** The package as the manifest of programs pins it, but for the files that are wanted of it. */
function proverManifest({ version, files }: ProverFiles): Manifest {
  const manifest = readManifest();
  return { ...manifest, releases: { [version]: { ...releaseOf(manifest, version), files } } };
}

/** The sentences of fetching name the command for programs: here it is another one. */
function withRemedy(error: unknown, version: string): unknown {
  if (!(error instanceof InputError)) return error;
  return new InputError(error.message.replaceAll(fetchCommand(version), 'npm run proofs'), { cause: error });
}

const EXECUTABLE = 0o755;

/**
 * Makes sure that prover and keys are in the cache; a download of 151 MB where they are not.
 * @returns the folder that holds them under their paths in the package.
 * @throws InputError in one sentence: no network, a wrong hash of the package or a file, a full disk.
 */
export async function fetchProver(options: FetchOptions = {}): Promise<string> {
  const wanted = proverFiles();
  const cache = join(cacheRoot(), 'prover');
  const fetching = fetchRelease(wanted.version, { cache, manifest: proverManifest(wanted), ...options });
  const folder = await fetching.catch((error: unknown) => {
    throw withRemedy(error, wanted.version);
  });
  chmodSync(join(folder, 'bin', 'prover-linux-x64'), EXECUTABLE);
  return folder;
}
