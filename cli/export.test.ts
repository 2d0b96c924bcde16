// Tests of exported witnesses: each runs by itself, without anything of this project, and notices another outcome.
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../programs/root';
import { command, pick, stranger, WITNESSES } from './testing/exported-test';

const folder = stranger();
const { root, run } = folder;
afterAll(folder.leave);

describe('An exported witness', () => {
  it.each([
    ['a missing error', /missing-error/],
    ['a spurious error', /spurious-error/],
  ])('of %s runs by itself and passes', (name, pattern) => {
    const { stdout, status } = command(['export', pick(pattern), '--as', 'typescript']);
    expect(status).toBe(0);
    expect(stdout).not.toMatch(/from '\.{1,2}\//);
    const ran = run(`${name.replaceAll(' ', '-')}.test.js`, stdout);
    expect(`${ran.stdout}${ran.stderr}`).toMatch(/# pass 1\n/);
    expect(ran.status).toBe(0);
  });

  it('is told in prose, with the document and what sets it apart', () => {
    const { stdout, status } = command(['export', pick(/missing-error/), '--as', 'prose']);
    expect(status).toBe(0);
    for (const head of ['What the document says', 'What to do, and what happens', 'What sets it apart'])
      expect(stdout).toContain(head);
  });

  it('is refused in one sentence for another form, or a folder of several', () => {
    const form = command(['export', pick(/panic/), '--as', 'cobol']);
    expect([form.status, form.stderr]).toEqual([2, expect.stringMatching(/^--as must be .*\n$/)]);
    const many = command(['export', WITNESSES, '--as', 'prose']);
    expect([many.status, many.stderr]).toEqual([
      2,
      expect.stringMatching(/^[^\n]*name the file of one\.\n$/),
    ]);
  });

  it('runs only the programs that it was observed with, or a build that is named', () => {
    const { stdout } = command(['export', pick(/missing-error/), '--as', 'typescript']);
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
    expect(command(['export', file, '--as', 'typescript']).status).toBe(0);
    expect(command(['export', file, '--as', 'prose']).stdout).toContain('Seen on LiteSVM.');
    put('light-system:6001', 'litesvm');
    const refused = command(['export', file, '--as', 'typescript']);
    expect([refused.status, refused.stderr]).toEqual([
      2,
      expect.stringMatching(/ was seen on LiteSVM; bankrun, [^\n]*: use rust-litesvm\.\n$/),
    ]);
    put('accepted', 'both');
    const apart = command(['export', file, '--as', 'typescript']);
    expect([apart.status, apart.stderr]).toEqual([
      2,
      expect.stringMatching(/runtimes disagree, [^\n]*: use prose\.\n$/),
    ]);
  });
});
