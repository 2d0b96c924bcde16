// Tests of witnesses of somebody's own build: told in prose without it, exported only from it, and run only on it.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadRelease } from '../programs/load';
import { constantProgram } from '../suites/self/open-runner';
import { command, pick, stranger } from './testing/exported-test';

const folder = stranger();
afterAll(folder.leave);

const at = (name: string): string => join(folder.root, name);
const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

const published = loadRelease('0.28.3').systemProgram;
const own = Buffer.concat([published, Buffer.alloc(1)]);
const other = constantProgram(0);
const [witness, ownFile, otherFile] = [at('own-build.json'), at('own.so'), at('other.so')];

/** A case of a build that does what the published one does, and has another hash. */
beforeAll(() => {
  const text = readFileSync(pick(/^accounts--authority-writable-optional--spurious-error/), 'utf8');
  writeFileSync(witness, text.replace(/("systemProgram": ")[0-9a-f]{64}/, `$1${sha256(own)}`));
  writeFileSync(ownFile, own);
  writeFileSync(otherFile, other);
});

describe("A witness of somebody's own build", () => {
  it('is told in prose by its hash, without the build too', () => {
    const { status, stdout } = command(['export', witness, '--as', 'prose']);
    expect(status).toBe(0);
    expect(stdout).toContain(sha256(own));
    expect(stdout).not.toContain(sha256(published));
    expect(stdout).toMatch(/build of the system program that is not\s+published/);
    expect(stdout).toMatch(/was not run again/);
    expect(stdout).not.toContain('the program did');
    const named = command(['export', witness, '--as', 'prose', '--system-program', ownFile]);
    expect(named.stdout).toContain('the program did');
  });

  it('becomes no test without the build, or with another one, and is refused in one sentence', () => {
    const without = command(['export', witness, '--as', 'typescript']);
    expect([without.status, without.stderr]).toEqual([
      2,
      expect.stringMatching(
        new RegExp(
          `name by --system-program \\(or SYSTEM_PROGRAM\\) the one with sha256 ${sha256(own)}\\.\n$`,
        ),
      ),
    ]);
    const mistaken = command(['export', witness, '--as', 'typescript', '--system-program', otherFile]);
    expect([mistaken.status, mistaken.stderr]).toEqual([
      2,
      expect.stringMatching(new RegExp(`has sha256 ${sha256(own)}, but .* has ${sha256(other)}: [^\n]*\n$`)),
    ]);
  });

  it('becomes a TypeScript test that runs on that build, and on another one only if that is wanted', () => {
    const { stdout, status } = command(['export', witness, '--as', 'typescript'], {
      SYSTEM_PROGRAM: ownFile,
    });
    expect(status).toBe(0);
    const run = (more: Readonly<Record<string, string>>) => folder.run('own.test.js', stdout, more);
    expect(run({}).stdout).toMatch(
      new RegExp(`not published \\(sha256 ${sha256(own)}\\): name its file by SYSTEM_PROGRAM`),
    );
    expect(run({ SYSTEM_PROGRAM: ownFile }).stdout).toMatch(/# pass 1\n/);
    const mistaken = run({ SYSTEM_PROGRAM: otherFile });
    expect([mistaken.status, mistaken.stdout]).toEqual([
      1,
      expect.stringMatching(
        new RegExp(`a build with sha256 ${sha256(other)}, but this case was observed with ${sha256(own)}`),
      ),
    ]);
    const wanted = run({ SYSTEM_PROGRAM: otherFile, OTHER_BUILD: '1' });
    expect([wanted.status, wanted.stdout]).toEqual([
      1,
      expect.stringMatching(/is accepted, and was refused/),
    ]);
  });

  it('becomes a Rust test that loads that build', () => {
    const to = at('rust');
    const argv = ['export', witness, '--as', 'rust-litesvm', '--to', to, '--system-program', ownFile];
    expect(command(argv)).toMatchObject({ status: 0 });
    const text = readFileSync(join(to, 'tests', 'witness.rs'), 'utf8');
    expect(text).toContain(`own("SYSTEM_PROGRAM", "${sha256(own)}")`);
  });
});
