// Tests of exported witnesses: each runs by itself, without anything of this project, and notices another outcome.
import { spawnSync, type SpawnSyncReturns } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ModuleKind, ScriptTarget, transpileModule } from 'typescript';
import { projectRoot } from '../programs/root';

const root = mkdtempSync(join(tmpdir(), 'export-'));
const witnesses = join(projectRoot(), 'baselines', '0.28.3');
const start = join(projectRoot(), 'cli', 'start.mjs');
afterAll(() => rmSync(root, { recursive: true, force: true }));

const command = (...argv: readonly string[]): SpawnSyncReturns<string> =>
  spawnSync(process.execPath, [start, ...argv], { encoding: 'utf8' });

/** A folder as a user has it, with the packages that the test names and nothing else. */
beforeAll(() => {
  const modules = join(root, 'node_modules');
  mkdirSync(join(modules, '@lightprotocol'), { recursive: true });
  mkdirSync(join(modules, '@solana'));
  const own = join(projectRoot(), 'node_modules');
  symlinkSync(join(own, 'solana-bankrun'), join(modules, 'solana-bankrun'));
  symlinkSync(join(own, '@solana', 'web3.js'), join(modules, '@solana', 'web3.js'));
  symlinkSync(
    join(projectRoot(), '.cache', 'programs', '0.28.3'),
    join(modules, '@lightprotocol', 'zk-compression-cli'),
  );
});

/** Compiles and runs it there; jest's own variables would change how node reports. */
function run(
  name: string,
  source: string,
  more: Readonly<Record<string, string>> = {},
): SpawnSyncReturns<string> {
  const options = { module: ModuleKind.CommonJS, target: ScriptTarget.ES2022, esModuleInterop: true };
  const { outputText } = transpileModule(source, { compilerOptions: options });
  writeFileSync(join(root, name), outputText);
  const { PATH = '' } = process.env;
  return spawnSync(process.execPath, ['--test', name], {
    cwd: root,
    encoding: 'utf8',
    env: { PATH, RUST_LOG: 'off', ...more },
  });
}

const pick = (pattern: RegExp): string =>
  join(witnesses, readdirSync(witnesses).find((name) => pattern.test(name)) ?? '');

describe('An exported witness', () => {
  it.each([
    ['a missing error', /missing-error/],
    ['a spurious error', /spurious-error/],
    ['a wrong effect', /wrong-effect/],
    ['a panic', /panic/],
  ])('of %s runs by itself and passes', (name, pattern) => {
    const { stdout, status } = command('export', pick(pattern), '--as', 'typescript');
    expect(status).toBe(0);
    expect(stdout).not.toMatch(/from '\.{1,2}\//);
    const ran = run(`${name.replaceAll(' ', '-')}.test.js`, stdout);
    expect(`${ran.stdout}${ran.stderr}`).toMatch(/# pass 1\n/);
    expect(ran.status).toBe(0);
  });

  it('fails when the program does something else', () => {
    const { stdout } = command('export', pick(/spurious-error/), '--as', 'jest');
    const other = stdout.replace(/(const OUTCOMES[^=]*= \[.*?)\d+\]/, '$1null]');
    expect(other).not.toBe(stdout);
    expect(run('other.test.js', other).status).toBe(1);
  });

  it('is told in prose, with the document and what sets it apart', () => {
    const { stdout, status } = command('export', pick(/missing-error/), '--as', 'prose');
    expect(status).toBe(0);
    for (const head of ['What the document says', 'What to do, and what happens', 'What sets it apart'])
      expect(stdout).toContain(head);
  });

  it('is refused in one sentence for another form, or a folder of several', () => {
    const form = command('export', pick(/panic/), '--as', 'cobol');
    expect([form.status, form.stderr]).toEqual([2, expect.stringMatching(/^--as must be .*\n$/)]);
    const many = command('export', witnesses, '--as', 'prose');
    expect([many.status, many.stderr]).toEqual([
      2,
      expect.stringMatching(/^[^\n]*name the file of one\.\n$/),
    ]);
  });

  it('is refused for a case of another build than the published one', () => {
    const text = readFileSync(pick(/spurious-error/), 'utf8');
    const file = join(root, 'own-build.json');
    writeFileSync(file, text.replace(/("systemProgram": ")[0-9a-f]{64}/, `$1${'0'.repeat(64)}`));
    const { status, stderr } = command('export', file, '--as', 'prose');
    expect([status, stderr]).toEqual([2, expect.stringMatching(/ is of another build than the published /)]);
  });

  it('runs only the programs that it was observed with, or a build that is named', () => {
    const { stdout } = command('export', pick(/missing-error/), '--as', 'typescript');
    const other = join(root, 'other-package');
    cpSync(join(projectRoot(), '.cache', 'programs', '0.28.3'), other, { recursive: true });
    const program = /"file": "(bin\/light_system_program[^"]*)"/.exec(stdout)?.[1] ?? '';
    const elf = readFileSync(join(other, program));
    writeFileSync(join(other, program), Buffer.concat([elf, Buffer.alloc(1)]));
    const changed = run('pinned.test.js', stdout, { ZK_COMPRESSION_CLI: other });
    expect(changed.status).toBe(1);
    expect(`${changed.stdout}${changed.stderr}`).toMatch(
      /is not the file of @lightprotocol\/zk-compression-cli@0\.28\.3 that this case was observed with \(sha256 [0-9a-f]{64}, not [0-9a-f]{64}\)/,
    );
    const named = run('pinned.test.js', stdout, { SYSTEM_PROGRAM: join(other, program) });
    expect(named.stdout).toMatch(/# pass 1\n/);
    const missing = run('pinned.test.js', stdout, { ZK_COMPRESSION_CLI: join(root, 'nowhere') });
    expect(missing.stdout).toMatch(/There is no file .*nowhere.*: npm install @lightprotocol/);
  });

  it('is refused where its runtime shows what a TypeScript test, on bankrun, would not', () => {
    const text = readFileSync(pick(/missing-error/), 'utf8');
    const file = join(root, 'litesvm.json');
    const put = (observed: string, runtime: string): void =>
      writeFileSync(
        file,
        text
          .replace(/"observed": "[^"]*"/, `"observed": "${observed}"`)
          .replace('"plan":', `"runtime": "${runtime}",\n  "plan":`),
      );
    put('accepted', 'litesvm');
    expect(command('export', file, '--as', 'typescript').status).toBe(0);
    expect(command('export', file, '--as', 'prose').stdout).toContain('Seen on LiteSVM.');
    put('light-system:6001', 'litesvm');
    const refused = command('export', file, '--as', 'typescript');
    expect([refused.status, refused.stderr]).toEqual([
      2,
      expect.stringMatching(/ was seen on LiteSVM; bankrun, [^\n]*: use rust-litesvm\.\n$/),
    ]);
    put('accepted', 'both');
    const apart = command('export', file, '--as', 'typescript');
    expect([apart.status, apart.stderr]).toEqual([
      2,
      expect.stringMatching(/runtimes disagree, [^\n]*: use prose\.\n$/),
    ]);
  });
});
