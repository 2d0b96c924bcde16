// Fetching the SDK: pinned bytes or nothing, nothing half done, and what is damaged is fetched again.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { sha256 } from '../programs/cache';
import { forgetFolders, tar, temporaryFolder } from '../programs/testing';
import { fetchSdk, type SdkFetchOptions } from './fetch';
import { readSdkManifest, type SdkManifest } from './sdk-manifest';

const MAIN = 'dist/cjs/node/index.cjs';
afterAll(forgetFolders);

type Changes = { readonly integrity?: string; readonly hash?: string };

/** A small package on disk, with its pins or with wrong ones. */
function packaged({ integrity, hash }: Changes = {}): SdkFetchOptions & { readonly cache: string } {
  const folder = temporaryFolder();
  const entries = [
    { path: `package/${MAIN}`, text: 'exports.a = 1;' },
    { path: 'package/README.md', text: 'not needed' },
  ];
  const tarball = gzipSync(tar(entries));
  writeFileSync(join(folder, 'sdk.tgz'), tarball);
  const own = `sha512-${createHash('sha512').update(tarball).digest('base64')}`;
  const files = { [MAIN]: hash ?? sha256(Buffer.from('exports.a = 1;')) };
  const release = { integrity: integrity ?? own, anchor: false, files };
  const manifest: SdkManifest = { package: 'none', dependencies: {}, releases: { '1.0.0': release } };
  return { cache: join(folder, 'cache'), source: `file:${join(folder, 'sdk.tgz')}`, manifest };
}

describe('A version of the SDK', () => {
  it('is fetched once, with its needed files only, and again when one is damaged', async () => {
    let downloads = 0;
    const options = { ...packaged(), onDownload: () => void downloads++ };
    const path = await fetchSdk('1.0.0', options);
    expect(path).toBe(join(options.cache, '1.0.0', MAIN));
    expect(existsSync(join(options.cache, '1.0.0', 'README.md'))).toBe(false);
    await fetchSdk('1.0.0', options);
    expect(downloads).toBe(1);
    writeFileSync(path, 'exports.a = 2;');
    await fetchSdk('1.0.0', options);
    expect([downloads, readFileSync(path, 'utf8')]).toEqual([2, 'exports.a = 1;']);
  });

  it.each([
    ['another tarball', { integrity: `sha512-${'A'.repeat(86)}==` }],
    ['another file', { hash: '0'.repeat(64) }],
  ])('is refused where %s was published, and nothing of it stays', async (_, changes) => {
    const options = packaged(changes);
    await expect(fetchSdk('1.0.0', options)).rejects.toThrow('does not have its pinned hash');
    expect(existsSync(dirname(join(options.cache, '1.0.0', MAIN)))).toBe(false);
  });

  it('is no internal error where the cache folder cannot be', async () => {
    const options = packaged();
    writeFileSync(options.cache, '');
    await expect(fetchSdk('1.0.0', options)).rejects.toThrow(
      /^The cache folder .* cannot be written \(a file /,
    );
  });

  it('that is not pinned is refused with the ones that are', async () => {
    await expect(fetchSdk('2.0.0', packaged())).rejects.toThrow('choose one of 1.0.0.');
  });
});

describe('The manifest', () => {
  const { releases, dependencies } = readSdkManifest();

  it('pins every tarball by its integrity, and every needed file by its hash', () => {
    const pinned = [...Object.values(releases), ...Object.values(dependencies)];
    for (const { integrity } of pinned) expect(integrity).toMatch(/^sha512-[A-Za-z0-9+/]{86}==$/);
    for (const { files } of Object.values(releases)) {
      expect(Object.keys(files)).toContain(MAIN);
      for (const hash of Object.values(files)) expect(hash).toMatch(/^[0-9a-f]{64}$/);
    }
  });

  it('lists the versions from 0.11.0 on, newest first', () => {
    const versions = Object.keys(releases);
    expect([versions.length, versions[0], versions.at(-1)]).toEqual([19, '0.23.3', '0.11.0']);
  });
});
