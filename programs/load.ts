// Loads a fetched version: its programs and its genesis accounts, verified against the pinned hashes.
import { join } from 'node:path';
import { cacheFolder, readCached } from './cache';
import { InputError } from './errors';
import {
  ACCOUNT_COMPRESSION,
  readManifest,
  releaseOf,
  type Manifest,
  type Release,
} from './release-manifest';

/** An account as the package publishes it; keys in base58, lamports exact. */
export type Fixture = {
  readonly pubkey: string;
  readonly owner: string;
  readonly lamports: bigint;
  readonly data: Buffer;
  readonly executable: boolean;
};

/** A version's compiled programs (ELF bytes), its fixtures, and the sha256 (hex) of every file. */
export type LoadedRelease = {
  readonly version: string;
  readonly contextAccount: Release['contextAccount'];
  readonly systemProgram: Buffer;
  readonly accountCompression: Buffer;
  readonly token?: Buffer;
  readonly noop?: Buffer;
  readonly fixtures: readonly Fixture[];
  readonly hashes: Readonly<Record<string, string>>;
};

/** Another cache folder or other pins than the project's own. */
export type LoadOptions = { readonly cache?: string; readonly manifest?: Manifest };

type AccountFile = {
  readonly pubkey: string;
  readonly account: {
    readonly owner: string;
    readonly lamports: number;
    readonly data: readonly [string, 'base64'];
    readonly executable: boolean;
  };
};

const loaded = new Map<string, LoadedRelease>();

function parseFixture(file: string, bytes: Buffer): Fixture {
  const { pubkey, account } = JSON.parse(bytes.toString()) as AccountFile; // the pinned hash vouches for the shape
  const { owner, lamports, executable } = account;
  if (!Number.isSafeInteger(lamports))
    throw new InputError(`The lamports of ${file} are not exact: pin another file.`);
  return {
    pubkey,
    owner,
    lamports: BigInt(lamports),
    data: Buffer.from(account.data[0], 'base64'),
    executable,
  };
}

function need(files: ReadonlyMap<string, Buffer>, file: string): Buffer {
  const bytes = files.get(file);
  if (!bytes) throw new InputError(`The manifest of programs pins no ${file}: add it.`);
  return bytes;
}

function assemble(version: string, release: Release, files: ReadonlyMap<string, Buffer>): LoadedRelease {
  const token = files.get('bin/light_compressed_token.so');
  const noop = files.get('bin/spl_noop.so');
  const accounts = [...files].filter(([file]) => file.startsWith('accounts/'));
  return {
    version,
    contextAccount: release.contextAccount,
    systemProgram: need(files, release.systemProgram),
    accountCompression: need(files, ACCOUNT_COMPRESSION),
    ...(token ? { token } : {}),
    ...(noop ? { noop } : {}),
    fixtures: accounts.map(([file, bytes]) => parseFixture(file, bytes)),
    hashes: release.files,
  };
}

/**
 * A version from the cache; never touches the network, reads each version once per process.
 * @throws InputError for an unknown version, one that was not fetched, and a damaged file.
 */
export function loadRelease(version: string, options: LoadOptions = {}): LoadedRelease {
  const release = releaseOf(options.manifest ?? readManifest(), version);
  const folder = join(options.cache ?? cacheFolder(), version);
  const known = loaded.get(folder);
  if (known?.hashes === release.files) return known;
  const result = assemble(version, release, readCached({ version, release, folder }));
  loaded.set(folder, result);
  return result;
}
