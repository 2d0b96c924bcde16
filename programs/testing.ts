// Makes small npm packages on disk, honest and malicious, for the tests of this folder.
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { sha256 } from './cache';
import { parseManifest, type Manifest } from './release-manifest';

/** An entry of a tar archive; `type` is the ustar type flag, '0' for a plain file. */
export type TarEntry = { readonly path: string; readonly text: string; readonly type?: string };

const FIXTURE = {
  pubkey: '1'.repeat(32),
  account: { owner: '1'.repeat(32), lamports: 5, data: ['AQID', 'base64'], executable: false },
};

/** What a whole package holds. */
export const FILES: Readonly<Record<string, string>> = {
  'bin/system.so': 'the system program',
  'bin/account_compression.so': 'the other program',
  'accounts/one.json': JSON.stringify(FIXTURE),
};

/** The version under which `pins` lists the small package. */
export const VERSION = '1.2.3';

const folders: string[] = [];

/** Until `forgetFolders`. */
export const temporaryFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'programs-'));
  folders.push(folder);
  return folder;
};

/** Removes them all. */
export function forgetFolders(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}

function tarHeader({ path, text, type = '0' }: TarEntry): Buffer {
  const block = Buffer.alloc(512);
  block.write(path, 0, 'latin1');
  block.write(Buffer.byteLength(text).toString(8).padStart(11, '0'), 124, 'latin1');
  block.write(' '.repeat(8), 148, 'latin1');
  block.write(type, 156, 'latin1');
  block.write('ustar\x0000', 257, 'latin1');
  const sum = block.reduce((total, byte) => total + byte, 0);
  block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  return block;
}

function tarEntry(entry: TarEntry): Buffer {
  const bytes = Buffer.from(entry.text);
  return Buffer.concat([tarHeader(entry), bytes, Buffer.alloc((512 - (bytes.length % 512)) % 512)]);
}

/** The bytes of an uncompressed archive. */
export const tar = (entries: readonly TarEntry[]): Buffer =>
  Buffer.concat([...entries.map(tarEntry), Buffer.alloc(1024)]);

/** The entries of a whole package, after the given ones. */
export const packageEntries = (...first: readonly TarEntry[]): TarEntry[] => [
  ...first,
  ...Object.entries(FILES).map(([path, text]) => ({ path: `package/${path}`, text })),
];

/** A manifest that pins the small package's files, and a tarball by its bytes. */
export function pins(tarball: Buffer): Manifest {
  const integrity = `sha512-${createHash('sha512').update(tarball).digest('base64')}`;
  const files = Object.fromEntries(
    Object.entries(FILES).map(([path, text]) => [path, sha256(Buffer.from(text))]),
  );
  const release = {
    integrity,
    systemProgram: 'bin/system.so',
    contextAccount: { version: 2, size: 9 },
    files,
  };
  return parseManifest(
    JSON.stringify({ package: 'no-such-package', default: VERSION, releases: { [VERSION]: release } }),
  );
}

/** Everything a fetch needs: the tarball on disk, its pins, and an empty cache folder. */
export function packageOf(archive: Buffer): { cache: string; source: string; manifest: Manifest } {
  const folder = temporaryFolder();
  const tarball = gzipSync(archive);
  writeFileSync(join(folder, 'package.tgz'), tarball);
  return {
    cache: join(folder, 'cache'),
    source: `file:${join(folder, 'package.tgz')}`,
    manifest: pins(tarball),
  };
}
