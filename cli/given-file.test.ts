// Tests that a file which cannot be read is bad input, told in one sentence, whichever command was given it.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lastReport } from './last-report';
import { loadBaseline } from './baseline-file';
import { isReadable, readGiven, whyUnread } from './given-file';
import { bisect } from './compare/bisect';
import { findExemplar } from './find-witness';
import { readShard } from './shard/shard-file';
import { readWitnesses } from './witness-files';

const root = mkdtempSync(join(tmpdir(), 'given-test-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const at = (name: string): string => join(root, name);
const inFolder = (name: string): string => {
  mkdirSync(at(name));
  return join(at(name), 'one.json');
};

writeFileSync(at('file.json'), 'text');
mkdirSync(at('folder.json'));
execFileSync('mkfifo', [at('pipe.json')]);
symlinkSync('loop.json', at('loop.json'));
symlinkSync('nowhere', at('dangling.json'));
symlinkSync('nowhere', inFolder('with a link to nothing'));
symlinkSync(at('folder.json'), inFolder('with a link to a folder'));
symlinkSync('one.json', inFolder('with a link to itself'));
for (const name of ['report.json', 'shard.sealed', 'exemplars/6002.json'])
  mkdirSync(join(at('report'), name), { recursive: true });

const BAD_INPUT = expect.objectContaining({ exitCode: 2 }) as Error;

it('a file is read, and nothing else is readable', () => {
  expect(readGiven(at('file.json'))).toBe('text');
  expect(isReadable(at('file.json'))).toBe(true);
  for (const name of ['folder', 'pipe', 'loop', 'dangling', 'missing'])
    expect(isReadable(at(`${name}.json`))).toBe(false);
});

it.each([
  ['folder', /folder\.json cannot be read: it is a folder, and a file is wanted\.$/],
  ['pipe', /pipe\.json is no regular file: give one\.$/],
  ['loop', /loop\.json cannot be read: it is a link that leads to itself\.$/],
  ['dangling', /dangling\.json cannot be read: there is no such file\.$/],
  ['file.json/below', /below\.json cannot be read: there is no such file\.$/],
])('%s.json is refused', (name, sentence) => {
  expect(() => readGiven(at(`${name}.json`))).toThrow(sentence);
  expect(() => readGiven(at(`${name}.json`))).toThrow(BAD_INPUT);
});

it('a file that no text can hold is told so, and not by the name of an error', () => {
  writeFileSync(at('large.json'), '');
  truncateSync(at('large.json'), 3 * 2 ** 30); // a hole takes no room
  expect(() => readGiven(at('large.json'))).toThrow(/large\.json cannot be read: it is far larger than /);
  truncateSync(at('large.json'), 2 ** 29);
  expect(() => readGiven(at('large.json'))).toThrow(/large\.json cannot be read: it is far larger than /);
});

it('a file that may not be read is told so, and what is no error of the file system stays as it is', () => {
  expect(whyUnread(Object.assign(new Error('no'), { code: 'EACCES' }))).toBe('you may not read it');
  expect(() => whyUnread(new TypeError('a mistake of ours'))).toThrow('a mistake of ours');
});

it.each<[string, () => unknown]>([
  ['a witness in a folder that is a link to nothing', () => readWitnesses(at('with a link to nothing'))],
  ['a witness in a folder that is a link to a folder', () => readWitnesses(at('with a link to a folder'))],
  ['a witness in a folder that is a link to itself', () => readWitnesses(at('with a link to itself'))],
  ['a witness that is a link to itself', () => readWitnesses(at('loop.json'))],
  ['a baseline that is a link to itself', () => loadBaseline(at('loop.json'), '0.28.3')],
  ['a last report that is a folder', () => lastReport(at('report'))],
  ['a shard that is a folder', () => readShard(at('report'))],
  ['an exemplar that is a folder', () => findExemplar('6002', at('report'))],
])('%s is bad input', (_, act) => {
  expect(act).toThrow(/^[^\n]* cannot be read: [^\n]*\.$/);
  expect(act).toThrow(BAD_INPUT);
});

it('a case to bisect that is a link to itself is bad input', async () => {
  await expect(bisect(at('loop.json'), {})).rejects.toThrow(/^The witness .* cannot be read: /);
});
