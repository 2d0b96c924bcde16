// Proves that only whole, verified versions are loaded, and that they hold what their names say.
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from './cache';
import { InputError } from './errors';
import { fetchRelease } from './fetch';
import { listPrograms } from './list';
import { loadRelease } from './load';
import { readManifest } from './release-manifest';
import { forgetFolders, packageEntries, packageOf, tar, temporaryFolder, VERSION } from './testing';

afterAll(forgetFolders);

async function fetched() {
  const options = packageOf(tar(packageEntries()));
  return { ...options, folder: await fetchRelease(VERSION, options) };
}

describe('loading a version', () => {
  it('returns its programs and fixtures', async () => {
    const release = loadRelease(VERSION, await fetched());
    expect(release.systemProgram.toString()).toBe('the system program');
    expect(release.accountCompression.toString()).toBe('the other program');
    expect(release.token).toBeUndefined();
    const owner = '1'.repeat(32);
    expect(release.fixtures).toEqual([
      { pubkey: owner, owner, lamports: 5n, data: Buffer.from([1, 2, 3]), executable: false },
    ]);
  });

  it('reads the files once per process', async () => {
    const options = await fetched();
    expect(loadRelease(VERSION, options)).toBe(loadRelease(VERSION, options));
  });

  it('refuses an unknown version and lists the known ones', () => {
    expect(() => loadRelease('9.9.9')).toThrow(/"9\.9\.9".*0\.28\.3/);
  });

  it('refuses a version that was never fetched', async () => {
    const options = { ...(await fetched()), cache: temporaryFolder() };
    expect(() => loadRelease(VERSION, options)).toThrow(InputError);
    expect(() => loadRelease(VERSION, options)).toThrow('run `npx cpi-conformance programs fetch 1.2.3`');
    jest.spyOn(process, 'cwd').mockReturnValue('/'); // where npx would ask the registry for a package of that name
    expect(() => loadRelease(VERSION, options)).toThrow(/run `node .*start\.mjs programs fetch 1\.2\.3`/);
    jest.restoreAllMocks();
  });

  it('refuses a damaged file and a missing one', async () => {
    const options = await fetched();
    const file = join(options.folder, 'accounts/one.json');
    writeFileSync(file, '{}');
    expect(() => loadRelease(VERSION, options)).toThrow(/one\.json does not have its pinned hash/);
    rmSync(file);
    expect(() => loadRelease(VERSION, options)).toThrow(/one\.json is missing/);
  });
});

describe('the list of programs', () => {
  const stateOf = (options: Parameters<typeof listPrograms>[1], cache: string) =>
    listPrograms(cache, options)[0]?.state;

  it('tells whole, damaged and absent versions apart', async () => {
    const { cache, folder, manifest } = await fetched();
    expect(stateOf(manifest, cache)).toBe('cached');
    writeFileSync(join(folder, 'bin/system.so'), '');
    expect(stateOf(manifest, cache)).toBe('damaged');
    rmSync(folder, { recursive: true });
    expect(stateOf(manifest, cache)).toBe('absent');
  });

  it('names the pinned versions, the default first', () => {
    const [first, ...others] = listPrograms();
    const expected = {
      version: '0.28.3',
      isDefault: true,
      systemProgramHash: '556fba62',
      contextAccountSize: 14_020,
    };
    expect(first).toMatchObject(expected);
    expect(others.map((row) => row.isDefault)).not.toContain(true);
  });
});

const SYSTEM = 'SySTEM1eSU2p4BGQfQpimFEWWSC1XDFeun3Nqzz3rT7';
const DISCRIMINATORS = new Map([
  [1, '161495da4acc80a6'],
  [2, '22b8b70e6450b77c'],
]);
const cachedVersions = listPrograms(cacheFolder()).filter((row) => row.state === 'cached');

describe('the fetched versions', () => {
  it('include the default one', () => {
    expect(cachedVersions.map((row) => row.version)).toContain(readManifest().default);
  });

  it.each(cachedVersions.map((row) => row.version))(
    '%s has each fixture once and the context accounts it pins',
    (version) => {
      const { fixtures, contextAccount } = loadRelease(version);
      const contexts = fixtures.filter((fixture) => fixture.owner === SYSTEM);
      expect(new Set(fixtures.map((fixture) => fixture.pubkey)).size).toBe(fixtures.length);
      expect(contexts.length).toBeGreaterThan(0);
      for (const { data } of contexts) {
        expect(data).toHaveLength(contextAccount.size);
        expect(data.toString('hex', 0, 8)).toBe(DISCRIMINATORS.get(contextAccount.version));
      }
    },
  );
});
