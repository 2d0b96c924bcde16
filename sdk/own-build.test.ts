// Tests of unreleased builds of the SDK: a folder, an archive, and what is neither.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { main } from '../cli/main';
import { dialectOf } from './dialect';
import { fetchSdk, sdkCache } from './fetch';
import { ownBuild } from './own-build';

const PINNED = '0.23.3';
let [root, entry] = ['', ''];

beforeAll(async () => {
  entry = await fetchSdk(PINNED);
  root = mkdtempSync(join(sdkCache(), 'tmp-')); // where what the SDK imports is found
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** A package of that name whose main file is `source`. */
function packageOf(folder: string, name: string, source: string): string {
  const path = join(root, folder, 'package');
  mkdirSync(join(path, 'dist', 'cjs', 'node'), { recursive: true });
  writeFileSync(join(path, 'package.json'), JSON.stringify({ name, version: '0.24.0' }));
  writeFileSync(join(path, 'dist', 'cjs', 'node', 'index.cjs'), source);
  return path;
}

const SDK = '@lightprotocol/stateless.js';
const real = (): string => `module.exports = require(${JSON.stringify(entry)});`;

describe('An unreleased build of the SDK', () => {
  it('is taken from a folder, with a hash of all its built files', async () => {
    const folder = packageOf('folder', SDK, real());
    const build = await ownBuild(folder);
    writeFileSync(join(folder, 'dist', 'cjs', 'node', 'chunk.cjs'), '');
    expect((await ownBuild(folder)).hash).not.toBe(build.hash);
    expect(build).toMatchObject({
      version: '0.24.0 (own build)',
      hash: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
    });
    expect(dialectOf(build.version)).toEqual(dialectOf(PINNED));
  });

  it('is taken from an archive, by the hash of that', async () => {
    const folder = packageOf('archive', SDK, readFileSync(entry, 'utf8'));
    const archive = join(root, 'sdk.tgz');
    expect(spawnSync('tar', ['-czf', archive, '-C', dirname(folder), 'package']).status).toBe(0);
    const build = await ownBuild(archive);
    const libraries = expect.stringMatching(
      /^It (?:runs with|loads none of) .* is read with @coral-xyz\/anchor 0\.29\.0\.$/,
    ) as string;
    expect(build).toMatchObject({ version: '0.24.0 (own build)', hashed: archive, libraries });
    rmSync(dirname(dirname(dirname(dirname(build.entry)))), { recursive: true, force: true });
  });

  it.each<[string, () => string, RegExp]>([
    ['a path that leads nowhere', () => join(root, 'nowhere'), /^There is no folder or archive /],
    ['a folder without a package', () => root, / has no package\.json: /],
    [
      'another package',
      () => packageOf('other', 'left-pad', ''),
      / is left-pad and not @lightprotocol\/stateless\.js\.$/,
    ],
    [
      'a build that cannot be loaded',
      () => packageOf('unloadable', SDK, `require('nowhere-at-all');`),
      / cannot be loaded \(Cannot find module 'nowhere-at-all'\): install /,
    ],
    [
      'a file that is no archive',
      () => join(packageOf('file', SDK, ''), 'package.json'),
      / is no archive as npm pack makes one: /,
    ],
  ])('is refused in one sentence: %s', async (_name, path, sentence) => {
    await expect(ownBuild(path())).rejects.toThrow(sentence);
  });
});

it('A build that hangs is refused as one that did not answer, and one that ends as that', async () => {
  const hanging = packageOf('hanging', SDK, 'for (;;);');
  await expect(ownBuild(hanging, 500)).rejects.toThrow(
    / cannot be loaded, its process did not answer within 0\.5 s: look at /,
  );
  const ending = packageOf('ending', SDK, 'process.exit(7);');
  await expect(ownBuild(ending)).rejects.toThrow(/ cannot be loaded, its process ended \(exit code 7\): /);
});

describe('The command for an unreleased build', () => {
  const said: string[] = [];
  beforeEach(() => {
    said.length = 0;
    const write = (text: string | Uint8Array): boolean => said.push(String(text)) > 0;
    jest.spyOn(process.stdout, 'write').mockImplementation(write);
    jest.spyOn(process.stderr, 'write').mockImplementation(write);
  });
  afterEach(() => jest.restoreAllMocks());

  const run = async (folder: string, source: string): Promise<[number, string]> => {
    const path = packageOf(folder, SDK, source);
    const report = join(root, `report-${folder}`);
    const code = await main(['sdk', '--sdk', path, '--runs', '3', '--check', 'limit', '--report', report]);
    return [code, said.join('').replaceAll(/\s+/g, ' ')];
  };

  it('says aloud that it is not pinned, and measures it by the version that it comes from', async () => {
    const [code, text] = await run('same', real());
    expect(text).toContain(`is not pinned: nobody vouches for these bytes (sha256 `);
    expect(text).toContain('Listed for 0.23.3 and not seen in it: none.');
    expect(code).toBe(0);
  });

  it('says what is mended, and is red for what is new', async () => {
    const [code, text] = await run(
      'changed',
      `const real = require(${JSON.stringify(entry)}); module.exports = { ...real, FIELD_SIZE: real.FIELD_SIZE.addn(2),
       encodeInstructionDataInvoke: () => { throw new Error('negative'); } };`,
    );
    expect(text).toContain('and not seen in it: limit/u64-negative/differs.');
    expect(text).toMatch(/limit\/field-size/);
    expect(code).toBe(1);
  });
});
