// The programs of a case as an exported test names them: address, file in the package or variable, sha256.
import { base58Of } from '../harness/base58';
import { loadRelease } from '../programs/load';
import { ACCOUNT_COMPRESSION, readManifest, releaseOf } from '../programs/release-manifest';
import type { PublishedAccount, TestedProgram } from '../report/export/tested-program';
import type { ProgramHashes } from '../spec/result';

const NOOP = 'bin/spl_noop.so';

type Tested = Pick<TestedProgram, 'variable'> & {
  readonly role: 'light-system' | 'account-compression';
  readonly file: string;
  /** Of what the case was observed with. */
  readonly sha256: string;
};

/** What a test of a case loads; a program with another hash than the published one is somebody's own build. */
export function testedPrograms({
  version,
  systemProgram,
  accountCompression,
}: ProgramHashes): readonly TestedProgram[] {
  const { hashes, noop } = loadRelease(version);
  const release = releaseOf(readManifest(), version);
  const tested: readonly Tested[] = [
    {
      role: 'light-system',
      file: release.systemProgram,
      variable: 'SYSTEM_PROGRAM',
      sha256: systemProgram,
    },
    {
      role: 'account-compression',
      file: ACCOUNT_COMPRESSION,
      variable: 'ACCOUNT_COMPRESSION',
      sha256: accountCompression,
    },
  ];
  const programs = tested.map(({ role, file, variable, sha256 }) => ({
    address: base58Of(role),
    file: hashes[file] === sha256 ? file : null,
    variable,
    sha256,
  }));
  const beside = { address: base58Of('noop'), file: NOOP, variable: null, sha256: hashes[NOOP] ?? '' };
  return noop === undefined ? programs : [...programs, beside];
}

/** The files of accounts that the version's package publishes; each has its account's address in its name. */
export function publishedAccounts(
  version: string,
  addresses: readonly string[],
): readonly PublishedAccount[] {
  const { hashes } = loadRelease(version);
  return addresses.map((address) => {
    const file = Object.keys(hashes).find((name) => name.startsWith('accounts/') && name.includes(address));
    if (file === undefined) throw new Error(`No pinned file of ${version} has ${address} in its name.`);
    return { address, file, sha256: hashes[file] ?? '' };
  });
}
