// What a run takes over from an unfinished one, by its journal alone: whole, cut short, damaged, or of another run.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PROGRAMS, result } from '../../report/testing/samples';
import type { RunIdentity } from '../run-identity';
import { openJournal, NOTHING_DONE, type JournalHead } from './journal';
import { resumed } from './resume';

const identity: RunIdentity = {
  ...{ tool: 'us 1', code: 'c', programs: PROGRAMS, ownBuild: false, backend: 'bankrun' },
  ...{ ownCompression: false, seed: 1, runs: null, rules: [], areas: [], all: false, known: 'd' },
  baseline: 'own',
};
const head: JournalHead = { identity, shard: null };

describe('--resume', () => {
  const folder = mkdtempSync(join(tmpdir(), 'resume-'));
  const path = join(folder, 'journal');
  let said = '';
  beforeEach(() => {
    said = '';
    jest.spyOn(process.stderr, 'write').mockImplementation((text) => ((said += String(text)), true));
    const journal = openJournal(path, head, NOTHING_DONE);
    journal.addResult(result('a/one'));
    journal.addResult(result('a/two'));
  });
  afterEach(() => jest.restoreAllMocks());
  afterAll(() => rmSync(folder, { recursive: true }));

  const taken = (now: JournalHead = head): readonly string[] => [
    ...resumed({ path, folder, isAsked: true, now }).results.keys(),
  ];
  const change = (edit: (text: string) => string): void =>
    writeFileSync(path, edit(readFileSync(path, 'utf8')));

  it('goes on from what is noted', () => {
    expect(taken()).toEqual(['a/one', 'a/two']);
    expect(said).toContain('Going on from 2 finished claims in ');
  });

  it('goes on from what is whole where the last line was cut short', () => {
    change((text) => text.slice(0, -9));
    expect(taken()).toEqual(['a/one']);
    expect(said).toContain('Going on from 1 finished claim in ');
  });

  it('says that nothing can be read of a damaged journal, and begins anew', () => {
    change((text) => `x${text.slice(4)}`);
    expect(taken()).toEqual([]);
    expect(said).toMatch(
      /^What an unfinished run has noted cannot be read any more in .*: everything is run\.\n$/,
    );
  });

  it('says that there is none where there is none', () => {
    rmSync(path);
    expect(taken()).toEqual([]);
    expect(said).toMatch(/^There is no unfinished run in /);
  });

  it.each<[string, Partial<RunIdentity>, RegExp]>([
    ['seed', { seed: 2 }, /another one by its seed \(1, not 2\)/],
    ['version', { programs: { ...PROGRAMS, version: '0.28.1' } }, /another one by its .*0\.28\.1/],
    ['code', { code: 'e' }, /another one by its code of this suite/],
  ])('refuses to go on from a run of another %s', (_, other, sentence) => {
    expect(() => taken({ identity: { ...identity, ...other }, shard: null })).toThrow(sentence);
    expect(() => taken({ identity: { ...identity, ...other }, shard: null })).toThrow(
      expect.objectContaining({ exitCode: 2 }),
    );
  });
});
