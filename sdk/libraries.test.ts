// Tests of the libraries that an archive of the SDK runs with: ranges, and the sentence about what is not as asked.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { coderText, librariesText, satisfies } from './libraries';

describe('A range of versions', () => {
  it.each([
    ['5.2.1', '^5.2.1', true],
    ['5.3.0', '^5.2.1', true],
    ['4.0.1', '^6.0.0', false],
    ['5.2.0', '^5.2.1', false],
    ['0.29.1', '^0.29.0', true],
    ['0.30.0', '^0.29.0', false],
    ['0.0.4', '^0.0.3', false],
    ['1.3.0', '~1.2.0', false],
    ['1.2.9', '~1.2.0', true],
    ['1.5.0', '1.5.0', true],
    ['1.5.1', '1.5.0', false],
    ['1.98.4', '>=1.73.5', true],
    ['2.1.0', '1.x || 2.x', true],
    ['3.0.0-beta.1', '^3.0.0-beta.0', false],
    ['3.0.0', 'workspace:*', false],
    ['3.0.0', '*', true],
  ])('%s within %s: %s', (used, asked, isWithin) => {
    expect(satisfies(used, asked)).toBe(isWithin);
  });
});

describe('The sentence about libraries', () => {
  const root = mkdtempSync(join(tmpdir(), 'libraries-'));
  const entry = join(root, 'index.cjs');
  afterAll(() => rmSync(root, { recursive: true, force: true }));
  beforeAll(() => {
    mkdirSync(join(root, 'node_modules', 'one-library'), { recursive: true });
    writeFileSync(join(root, 'node_modules', 'one-library', 'package.json'), '{"version": "4.0.1"}');
    writeFileSync(entry, `require('one-library'); require("no-such-library/part"); require('buffer');`);
  });

  it('names what is used, and what is not as asked', () => {
    expect(
      librariesText(entry, {
        'one-library': '^6.0.0',
        'no-such-library': '1',
        bundled: '^1.0.0',
        buffer: '6.0.3',
      }),
    ).toBe(
      'It runs with the libraries of the pinned versions (one-library 4.0.1, no-such-library missing), not as asked: one-library 4.0.1 (it asks for ^6.0.0), no-such-library is not there (it asks for 1).',
    );
  });

  it('says that all is as asked, or that nothing is loaded', () => {
    expect(librariesText(entry, { 'one-library': '^4.0.0' })).toMatch(/, as its package\.json asks\.$/);
    expect(librariesText(entry, { bundled: '^4.0.0' })).toMatch(/^It loads none /);
  });
});

describe('The sentence about the coder of interface descriptions', () => {
  const root = mkdtempSync(join(tmpdir(), 'coder-'));
  const entry = join(root, 'index.cjs');
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  it('says that the pinned one is lent where there is none', () => {
    const text =
      'Its interface description is read with the pinned @coral-xyz/anchor 0.29.0, since it finds none';
    expect(coderText(entry, '^0.29.0')).toBe(`${text}.`);
    expect(coderText(entry, '^0.31.0')).toBe(
      `${text}; its package.json asks for ^0.31.0, install that beside it.`,
    );
  });

  it('names the one that is there, and says where another is asked for', () => {
    mkdirSync(join(root, 'node_modules', '@coral-xyz', 'anchor'), { recursive: true });
    const path = join(root, 'node_modules', '@coral-xyz', 'anchor', 'package.json');
    writeFileSync(path, '{"version": "0.30.1"}');
    const text = 'Its interface description is read with @coral-xyz/anchor 0.30.1';
    expect(coderText(entry, undefined)).toBe(`${text}.`);
    expect(coderText(entry, '^0.29.0')).toBe(
      `${text}; its package.json asks for ^0.29.0, install that beside it.`,
    );
  });
});
