// The published programs of a version as an exported test names them: address, file in the package, sha256.
import { base58Of } from '../harness/base58';
import { loadRelease } from '../programs/load';
import { ACCOUNT_COMPRESSION, readManifest, releaseOf } from '../programs/release-manifest';
import type { PublishedProgram } from '../report/export/published-program';

const NOOP = 'bin/spl_noop.so';

/** What a test of one of the version's cases loads. */
export function programsOf(version: string): readonly PublishedProgram[] {
  const { hashes, noop } = loadRelease(version);
  const { systemProgram } = releaseOf(readManifest(), version);
  const files = [
    ['light-system', systemProgram],
    ['account-compression', ACCOUNT_COMPRESSION],
    ...(noop === undefined ? [] : [['noop', NOOP] as const]),
  ] as const;
  return files.map(([role, file]) => ({ address: base58Of(role), file, sha256: hashes[file] ?? '' }));
}
