// Tests of the report folder: whole or not at all, other files untouched, one sentence on failure.
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { openReportFolder } from './report-folder';

const root = mkdtempSync(join(tmpdir(), 'folder-test-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const files = (text: string, witness: string): ReadonlyMap<string, string> =>
  new Map([
    ['report.json', text],
    ['run-info.json', '{}'],
    [`witnesses/${witness}.json`, text],
  ]);

describe('the report folder', () => {
  it("holds the new report's files only, and leaves other files alone", () => {
    const path = join(root, 'a', 'b');
    for (const [text, name] of [
      ['1', 'old'],
      ['2', 'new'],
    ] as const) {
      const folder = openReportFolder(path);
      writeFileSync(join(path, 'mine.txt'), 'mine');
      folder.replace(files(text, name));
      folder.close();
    }
    expect(readFileSync(join(path, 'report.json'), 'utf8')).toBe('2');
    expect(readdirSync(join(path, 'witnesses'))).toEqual(['new.json']);
    expect(readdirSync(path).sort()).toEqual(['mine.txt', 'report.json', 'run-info.json', 'witnesses']);
  });

  it('keeps the previous report until the new one is complete', () => {
    const path = join(root, 'kept');
    const first = openReportFolder(path);
    first.replace(files('1', 'one'));
    first.close();
    const second = openReportFolder(path);
    mkdirSync(join(second.temporary, 'new', 'report.json'), { recursive: true });
    expect(() => second.replace(files('2', 'two'))).toThrow('The report cannot be written');
    second.close();
    expect(readFileSync(join(path, 'report.json'), 'utf8')).toBe('1');
  });

  it('removes what a killed run left behind', () => {
    const path = join(root, 'left');
    mkdirSync(join(path, '.run-999999999'), { recursive: true });
    openReportFolder(path).close();
    expect(existsSync(join(path, '.run-999999999'))).toBe(false);
  });

  it('keeps what a run had finished that had our own number, as the next pod of a job has', () => {
    const path = join(root, 'same-number');
    const left = join(path, `.run-${hostname()}-${process.pid}`);
    mkdirSync(left, { recursive: true });
    writeFileSync(join(left, 'finished.jsonl'), 'head\na claim\n');
    const folder = openReportFolder(path);
    expect(readFileSync(folder.unfinished, 'utf8')).toBe('head\na claim\n');
    folder.close();
  });

  it('leaves alone what another machine is writing, though nobody here has its number', () => {
    const path = join(root, 'two-machines');
    const [busy, silent] = ['busy', 'silent'].map((name) => join(path, `.run-node-${name}-999999999`));
    for (const folder of [busy, silent]) {
      mkdirSync(folder ?? '', { recursive: true });
      writeFileSync(join(folder ?? '', 'finished.jsonl'), 'head\na claim\n');
    }
    const before = Date.now() / 1000 - 601;
    utimesSync(join(silent ?? '', 'finished.jsonl'), before, before);
    utimesSync(silent ?? '', before, before);
    const said = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    const folder = openReportFolder(path);
    expect(said.mock.calls.flat().join('')).toMatch(/^node-busy has been writing to [^\n]*two-machines/);
    said.mockRestore();
    expect(existsSync(busy ?? '')).toBe(true);
    expect(existsSync(silent ?? '')).toBe(false);
    expect(readFileSync(folder.unfinished, 'utf8')).toBe('head\na claim\n');
    folder.close();
  });

  it.each(['report.json', 'witnesses', 'baseline'])('is not one in which a stranger has a %s', (name) => {
    const path = join(root, `stranger-${name}`);
    mkdirSync(join(path, name), { recursive: true });
    writeFileSync(join(path, name, 'mine.txt'), 'mine');
    expect(() => openReportFolder(path)).toThrow(/^The report folder .* holds a .*: give another folder\.$/);
    expect(readFileSync(join(path, name, 'mine.txt'), 'utf8')).toBe('mine');
  });

  it('says in one sentence that the disk is full, and keeps the previous report', () => {
    const path = join(root, 'full');
    const folder = openReportFolder(path);
    folder.replace(files('1', 'one'));
    const unstorable = new Map([['report.json', '2']]);
    unstorable[Symbol.iterator] = () => {
      throw Object.assign(new Error('no space left'), { code: 'ENOSPC' });
    };
    expect(() => folder.replace(unstorable)).toThrow(
      /^The report cannot be written to .*: the disk is full\.$/,
    );
    folder.close();
    expect(readFileSync(join(path, 'report.json'), 'utf8')).toBe('1');
  });

  it('says in one sentence that a file is in the way', () => {
    const path = join(root, 'file');
    writeFileSync(path, '');
    expect(() => openReportFolder(path)).toThrow(
      /^The report cannot be written to .*: a file is in its way\.$/,
    );
    expect(() => openReportFolder(join(path, 'below'))).toThrow(
      expect.objectContaining({ exitCode: 2 }) as Error,
    );
  });
});

it('says in one sentence that the file system takes no folder', () => {
  expect(() => openReportFolder('/proc/nowhere/below')).toThrow(/^The report cannot be written to .*\.$/);
});
