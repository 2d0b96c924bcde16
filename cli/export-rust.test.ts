// Tests of witnesses exported to Rust: what a test sets and sends is what happened, on the real LiteSVM too.
import { spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../programs/root';
import { compileStandIns, compileTest, hasRust, litesvmReplies, runTest } from './testing/rust-project';

const SYSTEM = 'SySTEM1eSU2p4BGQfQpimFEWWSC1XDFeun3Nqzz3rT7';
const root = mkdtempSync(join(tmpdir(), 'export-rust-'));
const witnesses = join(projectRoot(), 'baselines', '0.28.3');
const start = join(projectRoot(), 'cli', 'start.mjs');
const env = { ZK_COMPRESSION_CLI: join(projectRoot(), '.cache', 'programs', '0.28.3') };
afterAll(() => rmSync(root, { recursive: true, force: true }));

const command = (...argv: readonly string[]): SpawnSyncReturns<string> =>
  spawnSync(process.execPath, [start, ...argv], { encoding: 'utf8' });

const pick = (pattern: RegExp): string =>
  join(witnesses, readdirSync(witnesses).find((name) => pattern.test(name)) ?? '');

/** A part of Rust's tools that may be left out when it is installed. */
const isThere = (tool: string): boolean => spawnSync(tool, ['--version']).status === 0;

/** A rejected case, an accepted one, and one in which the program panics. */
const CASES = [
  ['spurious-error', 'rust-litesvm'],
  ['missing-error', 'rust-litesvm'],
  ['panic', 'rust-litesvm'],
  ['spurious-error', 'rust-mollusk'],
] as const;
/** Replies that no case of these is about: another number, and another error of the runtime's own. */
const ERRORS = ['custom program error: 0x1', 'insufficient account keys for instruction'].map(
  (error) => `Error: ${error}\tProgram ${SYSTEM} failed: ${error}`,
);
const folderOf = (verdict: string, form: string): string => join(root, `${verdict}-${form}`);

beforeAll(() => {
  for (const [verdict, form] of CASES) {
    const to = folderOf(verdict, form);
    const { status, stderr } = command('export', pick(new RegExp(verdict)), '--as', form, '--to', to);
    expect({ status, stderr }).toMatchObject({ status: 0 });
  }
});

describe('A witness exported to Rust', () => {
  it.each(CASES)('(%s, %s) is a project with all that it includes', (verdict, form) => {
    const folder = folderOf(verdict, form);
    const text = readFileSync(join(folder, 'tests', 'witness.rs'), 'utf8');
    const included = [...text.matchAll(/include_bytes!\("([^"]+)"\)/g)].map(([, file]) => file ?? '');
    expect(included).toContain('caller.so');
    for (const file of included) expect(existsSync(join(folder, 'tests', file))).toBe(true);
    expect(text).toContain('What the document says');
    expect(readFileSync(join(folder, 'Cargo.toml'), 'utf8')).toContain('[dev-dependencies]');
  });

  it('is refused in one sentence without a folder, for a folder in use, and for a form that is printed', () => {
    const witness = pick(/missing-error/);
    const without = command('export', witness, '--as', 'rust-litesvm');
    expect([without.status, without.stderr]).toEqual([
      2,
      expect.stringMatching(/^A Rust test is .* by --to\.\n$/),
    ]);
    const used = folderOf('missing-error', 'rust-litesvm');
    const again = command('export', witness, '--as', 'rust-litesvm', '--to', used);
    expect([again.status, again.stderr]).toEqual([2, expect.stringMatching(/ is not empty: .*\n$/)]);
    const nowhere = spawnSync(
      process.execPath,
      [start, 'export', witness, '--as', 'rust-litesvm', '--to', '/proc/x/y'],
      {
        encoding: 'utf8',
        timeout: 60_000,
        killSignal: 'SIGKILL', // what hangs in the file system hears nothing else
      },
    );
    expect([nowhere.status, nowhere.stderr]).toEqual([
      2,
      expect.stringMatching(/^The report cannot be written to .*\n$/),
    ]);
    const printed = command('export', witness, '--as', 'prose', '--to', join(root, 'prose'));
    expect([printed.status, printed.stderr]).toEqual([2, expect.stringMatching(/^--to is for Rust.*\n$/)]);
  });
});

(hasRust() ? describe : describe.skip)('With rustc, an exported Rust test', () => {
  beforeAll(() => {
    compileStandIns(root);
    for (const [verdict, form] of CASES) compileTest(folderOf(verdict, form), root);
  });

  it.each(CASES)(
    '(%s, %s) passes with what the real LiteSVM answers, and only with that',
    (verdict, form) => {
      const folder = folderOf(verdict, form);
      if (form === 'rust-litesvm') {
        runTest(folder, env);
        const replies = litesvmReplies(folder);
        expect(runTest(folder, env, replies)).toMatchObject({ passed: true });
      }
      for (const other of ['ok', ...ERRORS].filter((reply) => verdict !== 'missing-error' || reply !== 'ok'))
        expect(runTest(folder, env, other)).toMatchObject({ passed: false });
    },
  );

  it('is formatted, and its manifest is one that cargo reads', () => {
    for (const [verdict, form] of CASES) {
      const cwd = folderOf(verdict, form);
      const tools = [
        ['rustfmt', '--check', '--edition', '2021', 'tests/witness.rs'],
        ['cargo', 'metadata', '--no-deps', '--offline', '--format-version', '1'],
      ] as const;
      for (const [tool, ...args] of tools.filter(([name]) => isThere(name))) {
        const { status, stdout, stderr } = spawnSync(tool, args, { cwd, encoding: 'utf8' });
        expect(`${tool} ${status ?? ''} ${status === 0 ? '' : stdout + stderr}`).toBe(`${tool} 0 `);
      }
    }
  });

  it('is the same for Mollusk, requests for compute units aside', () => {
    const [litesvm, mollusk] = ['rust-litesvm', 'rust-mollusk'].map((form) => {
      const { noted } = runTest(folderOf('spurious-error', form), env);
      return noted
        .split('\n')
        .filter((line) => !/^(payer|units)/.test(line))
        .toSorted();
    });
    expect(mollusk).toEqual(litesvm);
  });

  it('refuses another build than the published one, and takes an own one by name', () => {
    const folder = folderOf('missing-error', 'rust-litesvm');
    const own = join(root, 'own.so');
    writeFileSync(own, 'another build');
    expect(runTest(folder, { ...env, SYSTEM_PROGRAM: own }).noted).toContain(
      Buffer.from('another build').toString('hex'),
    );
    const nowhere = runTest(folder, { ZK_COMPRESSION_CLI: root });
    expect(nowhere.passed).toBe(false);
    expect(nowhere.said).toContain('or say where it is by ZK_COMPRESSION_CLI');
  });
});
