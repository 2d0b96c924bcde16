// Tests that an exported test fails where the program does something else than was observed: another error, raiser or effect.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { NOTHING } from '../harness/mutation/operators';
import { mutated } from '../harness/mutation/mutants';
import { ownFile } from '../programs/own';
import { loadRelease } from '../programs/load';
import { builtinErrorProgram, constantProgram } from '../suites/self/open-runner';
import { command, pick, stranger } from './testing/exported-test';

const folder = stranger();
afterAll(folder.leave);

/** NotEnoughAccountKeys, as a program returns it. */
const NOT_ENOUGH_KEYS = 11;

const written = (name: string, elf: Buffer): string => {
  const path = join(folder.root, name);
  writeFileSync(path, elf);
  return path;
};
/** The published program with nothing in the place of the instruction at that offset. */
const without = (offset: number): Buffer =>
  mutated(loadRelease('0.28.3').systemProgram, { offset, after: NOTHING.toString('hex') });
const exported = (pattern: RegExp): string => command(['export', pick(pattern), '--as', 'typescript']).stdout;

const others = {
  'that accepts everything': () => constantProgram(0),
  'that returns the documented NotEnoughAccountKeys': () => builtinErrorProgram(NOT_ENOUGH_KEYS),
  'that refuses every proof and logs nothing': () => constantProgram(6043),
  'that is another one': () => readFileSync(ownFile('caller', 'so')),
  // Without either of these stores other leaves are made: with the second the documented one.
  'that makes another leaf': () => without(0x3b98),
  'that makes the documented leaf': () => without(0x3d28),
} as const;

const CASES: readonly (readonly [what: string, pattern: RegExp, others: readonly (keyof typeof others)[]])[] =
  [
    [
      'a panic',
      /^accounts--at-least-eleven--panic/,
      ['that is another one', 'that returns the documented NotEnoughAccountKeys'],
    ],
    [
      'a wrong effect',
      /^effects--dataless-output-from-context--wrong-effect/,
      ['that accepts everything', 'that makes another leaf', 'that makes the documented leaf'],
    ],
    [
      'what is wrong in the log of a refused proof',
      /^addresses--of-their-program--wrong-effect/,
      ['that refuses every proof and logs nothing'],
    ],
  ];

describe.each(CASES)('An exported test of %s', (name, pattern, programs) => {
  const file = `${name.replaceAll(' ', '-')}.test.js`;
  let source = '';
  beforeAll(() => {
    source = exported(pattern);
  });

  it('passes on the program that was observed', () => {
    expect(folder.run(file, source).stdout).toMatch(/# pass 1\n/);
  });

  it.each(programs)('fails on a system program %s', (other) => {
    const path = written('other.so', others[other]());
    const { status, stdout } = folder.run(file, source, { SYSTEM_PROGRAM: path });
    expect([status, /# fail 1\n/.test(stdout)]).toEqual([1, true]);
    expect(stdout).toMatch(/Transaction 1(?: is|:| leaves) /);
  });
});

describe('An exported test of a refusal', () => {
  it('fails where another program raises the same error', () => {
    const source = exported(/^accounts--authority-writable-optional--spurious-error/);
    const other = source.replace(/("by": )"[^"]+"/, '$1"11111111111111111111111111111111"');
    expect(other).not.toBe(source);
    expect(folder.run('refusal.test.js', other).status).toBe(1);
  });
});

describe('A wrong effect', () => {
  it('is refused in Rust, which compares no effects, in one sentence', () => {
    const to = join(folder.root, 'rust');
    const wrongEffect = pick(/^effects--dataless-output-from-context--wrong-effect/);
    const { status, stderr } = command(['export', wrongEffect, '--as', 'rust-litesvm', '--to', to]);
    expect([status, stderr]).toEqual([
      2,
      expect.stringMatching(/^[^\n]* does not compare yet: use typescript\.\n$/),
    ]);
  });
});
