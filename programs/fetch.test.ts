// Proves that a fetch brings a whole verified version or nothing, and says in one sentence why not.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { InputError } from './errors';
import { fetchRelease, type FetchOptions } from './fetch';
import {
  FILES,
  packageEntries,
  packageOf,
  pins,
  tar,
  temporaryFolder,
  forgetFolders,
  VERSION,
  type TarEntry,
} from './testing';

afterAll(forgetFolders);

const whole = () => packageOf(tar(packageEntries()));
const sourcePath = (options: { source: string }) => options.source.replace('file:', '');

async function refusal(options: FetchOptions, version = VERSION): Promise<string> {
  const error: unknown = await fetchRelease(version, options).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(InputError);
  const { message, exitCode } = error as InputError;
  expect(exitCode).toBe(2);
  expect(message).toMatch(/^[^\n]+\.$/);
  return message;
}

describe('fetching a version', () => {
  it('stores exactly the pinned files and works offline afterwards', async () => {
    const options = packageOf(tar(packageEntries({ path: 'package/bin/unneeded', text: 'x'.repeat(5000) })));
    const folder = await fetchRelease(VERSION, options);
    expect(readdirSync(folder, { recursive: true }).sort()).toEqual(
      ['accounts', 'bin', ...Object.keys(FILES)].sort(),
    );
    expect(readFileSync(join(folder, 'bin/system.so'), 'utf8')).toBe(FILES['bin/system.so']);
    expect(readdirSync(options.cache)).toEqual([VERSION]);
    await expect(fetchRelease(VERSION, { ...options, source: 'file:gone.tgz' })).resolves.toBe(folder);
  });

  it('reads an archive that arrives in one piece or in many', async () => {
    const options = packageOf(tar(packageEntries({ path: 'package/big', text: 'abc'.repeat(300_000) })));
    await expect(fetchRelease(VERSION, options)).resolves.toBe(join(options.cache, VERSION));
  });

  it('replaces a damaged version', async () => {
    const options = whole();
    const file = join(await fetchRelease(VERSION, options), 'bin/system.so');
    writeFileSync(file, 'damaged');
    await fetchRelease(VERSION, options);
    expect(readFileSync(file, 'utf8')).toBe(FILES['bin/system.so']);
  });

  it('ignores and removes what an interrupted run left', async () => {
    const options = whole();
    const leftover = join(options.cache, '.partial-999999999-1.2.3', 'bin');
    mkdirSync(leftover, { recursive: true });
    writeFileSync(join(leftover, 'system.so'), 'half');
    await fetchRelease(VERSION, options);
    expect(readdirSync(options.cache)).toEqual([VERSION]);
  });

  it('leaves the folder of another running fetch alone', async () => {
    const options = whole();
    const other = `.partial-${process.ppid}-1.2.3`;
    mkdirSync(join(options.cache, other), { recursive: true });
    await fetchRelease(VERSION, options);
    expect(readdirSync(options.cache)).toContain(other);
  });

  it('downloads once when asked twice at the same time', async () => {
    const options = whole();
    let writes = 0;
    const write = (path: string, bytes: Buffer) => {
      writes++;
      writeFileSync(path, bytes);
    };
    await Promise.all([
      fetchRelease(VERSION, { ...options, write }),
      fetchRelease(VERSION, { ...options, write }),
    ]);
    expect(writes).toBe(Object.keys(FILES).length);
  });
});

describe('a fetch refuses', () => {
  it('an unknown version, and lists the known ones', async () => {
    expect(await refusal({}, '9.9.9')).toMatch(/"9\.9\.9".*0\.28\.3, 0\.28\.1/);
    expect(await refusal({}, '__proto__')).toContain('no pinned version');
  });

  it('a tarball whose hash is not the pinned one', async () => {
    const options = whole();
    const entries = packageEntries({ path: 'package/extra', text: 'smuggled' });
    writeFileSync(sourcePath(options), gzipSync(tar(entries)));
    expect(await refusal(options)).toContain('does not have its pinned hash');
    expect(readdirSync(options.cache)).toEqual([]);
  });

  it('a file whose hash is not the pinned one', async () => {
    const options = packageOf(tar(packageEntries({ path: 'package/bin/system.so', text: 'another' })));
    expect(await refusal(options)).toContain('bin/system.so does not have its pinned hash');
  });

  it('a package without a needed file', async () => {
    expect(await refusal(packageOf(tar(packageEntries().slice(1))))).toContain('no file bin/system.so');
  });

  it.each<[string, TarEntry]>([
    ['with ..', { path: 'package/../../escaped', text: 'x' }],
    ['with .. at the end', { path: 'package/bin/..', text: 'x' }],
    ['with backslashes', { path: 'package\\..\\escaped', text: 'x' }],
    ['with an absolute path', { path: '/escaped', text: 'x' }],
    ['with a drive letter', { path: 'C:escaped', text: 'x' }],
    ['that is a symbolic link', { path: 'package/bin', text: '', type: '2' }],
    ['that is a hard link', { path: 'package/bin/system.so', text: '', type: '1' }],
    ['that is a device', { path: 'package/null', text: '', type: '3' }],
    ['that renames the next one', { path: 'package/pax', text: '20 path=../../escaped', type: 'x' }],
  ])('an entry %s', async (_, entry) => {
    const options = packageOf(tar(packageEntries(entry)));
    expect(await refusal(options)).toContain('do not use it');
    expect(readdirSync(options.cache)).toEqual([]);
    expect(existsSync(join(dirname(options.cache), 'escaped'))).toBe(false);
  });

  it('an archive that ends in the middle of a file', async () => {
    const archive = tar(packageEntries());
    expect(await refusal(packageOf(archive.subarray(0, 700)))).toMatch(/ends in the middle|no file/);
    expect(await refusal(packageOf(archive.subarray(0, 520)))).toMatch(/ends in the middle|pinned hash/);
  });

  it('a download that is cut short, and leaves nothing behind', async () => {
    const options = whole();
    const tarball = readFileSync(sourcePath(options));
    writeFileSync(sourcePath(options), tarball.subarray(0, tarball.length - 40));
    expect(await refusal(options)).toMatch(/cut short|pinned hash/);
    expect(readdirSync(options.cache)).toEqual([]);
  });

  it('to work without network and cache, and says what to run', async () => {
    const cache = join(temporaryFolder(), 'cache');
    const message = await refusal({
      cache,
      manifest: pins(gunzipSync(gzipSync(''))),
      registry: 'http://127.0.0.1:1',
    });
    expect(message).toMatch(
      /not in the cache.*ECONNREFUSED.*`.* programs fetch 1\.2\.3` with network access/,
    );
    expect(readdirSync(cache)).toEqual([]);
  });

  it('to go on when the disk is full', async () => {
    const write = () => {
      throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
    };
    const options = { ...whole(), write };
    expect(await refusal(options)).toContain('The disk is full');
    expect(readdirSync(options.cache)).toEqual([]);
  });

  it.each([
    ['EACCES', 'it is not writable'],
    ['EROFS', 'its file system is read-only'],
    ['ENOENT', 'its file system does not take it'],
  ])('a cache folder that cannot be written, in words (%s)', async (code, why) => {
    const write = () => {
      throw Object.assign(new Error(code), { code });
    };
    expect(await refusal({ ...whole(), write })).toContain(`cannot be written (${why}): make it writable`);
  });

  it('a cache folder that is a file', async () => {
    const options = whole();
    writeFileSync(options.cache, '');
    expect(await refusal(options)).toContain('a file is in its way: name another folder');
    expect(await refusal({ ...options, cache: join(options.cache, 'below') })).toContain(
      'a file is in its way: name another folder',
    );
  });
});
