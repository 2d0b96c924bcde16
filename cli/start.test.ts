// The command's outermost part: a fresh clone without network, and every way in which a process can end without an outcome.
import { spawn, spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../programs/root';

const clone = mkdtempSync(join(tmpdir(), 'start-test-'));
afterAll(() => rmSync(clone, { recursive: true, force: true }));

it('a clone without network is told what to do, with exit code 2', () => {
  mkdirSync(join(clone, 'cli'));
  for (const name of ['package.json', 'package-lock.json', 'tsconfig.build.json', join('cli', 'start.mjs')])
    cpSync(join(projectRoot(), name), join(clone, name));
  const offline = {
    npm_config_registry: 'http://127.0.0.1:9',
    npm_config_replace_registry_host: 'always',
    npm_config_fetch_retries: '0',
    npm_config_cache: join(clone, 'npm-cache'),
  };
  const { status, stderr } = spawnSync(process.execPath, [join(clone, 'cli', 'start.mjs'), 'list'], {
    encoding: 'utf8',
    env: { ...process.env, ...offline },
  });
  expect(stderr).toMatch(
    /Setting up needs the npm registry once, which could not be reached \(E\w+\): [^\n]*\n$/,
  );
  expect(status).toBe(2);
});

describe('a command that ends in another way than it should', () => {
  const folder = mkdtempSync(join(tmpdir(), 'start-test-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const start = join(folder, 'cli', 'start.mjs');

  /** Puts these lines in the place of the command line, in a package that is already built. */
  function put(main: string): void {
    mkdirSync(join(folder, 'dist', 'cli'), { recursive: true });
    mkdirSync(join(folder, 'cli'), { recursive: true });
    cpSync(join(projectRoot(), 'cli', 'start.mjs'), start);
    writeFileSync(join(folder, 'dist', 'cli', 'main.js'), main);
  }

  const run = (main: string, ...argv: readonly string[]): SpawnSyncReturns<string> => {
    put(main);
    return spawnSync(process.execPath, [start, ...argv], { encoding: 'utf8' });
  };

  const never = 'new Promise(() => undefined)';

  it.each([
    [
      'throws in a callback',
      `exports.main = () => { setTimeout(() => { throw new Error('boom'); }); return ${never}; };`,
      /boom/,
    ],
    [
      'leaves a rejection alone',
      `exports.main = () => { Promise.reject(new Error('boom')); return ${never}; };`,
      /boom/,
    ],
    ['rejects', "exports.main = () => Promise.reject(new Error('boom'));", /boom/],
    ['never settles', `exports.main = () => ${never};`, /ended before it had an outcome/],
    [
      'exits by itself',
      'exports.main = () => process.exit(1);',
      /ended before it had an outcome \(exit code 1\)/,
    ],
    ['cannot be loaded', 'exports.main = () => {', /cannot be loaded .*: remove that folder/],
  ])('%s: one sentence, exit code 3', (_name, main, sentence) => {
    const { status, stderr, stdout } = run(main);
    expect([status, stdout]).toEqual([3, '']);
    expect(stderr).toMatch(/^[^\n]+\n$/);
    expect(stderr).toMatch(sentence);
  });

  it('shows the stack with --debug', () => {
    const main = `exports.main = () => { setTimeout(() => { throw new Error('boom'); }); return ${never}; };`;
    expect(run(main, '--debug').stderr).toMatch(/boom\n +at /);
  });

  it('says that it was stopped at once, with exit code 130', () => {
    const { status, stderr } = run('exports.main = () => process.exit(130);');
    expect([status, stderr]).toEqual([130, 'Stopped at once: no report was written.\n']);
  });

  it('keeps its exit code where nobody reads to the end', async () => {
    put(
      "exports.main = async () => { for (let i = 0; i < 99; i++) { process.stdout.write('x'.repeat(9999)); await new Promise(setImmediate); } return 5; };",
    );
    const child = spawn(process.execPath, [start], { stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.once('data', () => child.stdout.destroy());
    let said = '';
    child.stderr.on('data', (text) => (said += String(text)));
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect([code, said]).toEqual([5, '']);
  });

  it('says where the output meets a full disk, with exit code 2', () => {
    put("exports.main = async () => { process.stdout.write('verdict'); return 0; };");
    const full = openSync('/dev/full', 'w');
    const { status, stderr } = spawnSync(process.execPath, [start], {
      encoding: 'utf8',
      stdio: ['ignore', full, 'pipe'],
    });
    expect([status, stderr]).toEqual([2, 'The output cannot be written (ENOSPC).\n']);
  });
});
