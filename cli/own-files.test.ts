// Tests that a report replaces the last run's files and no others: what somebody put among them is refused before a run.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { noteComing, noteOwn } from './own-files';
import { openReportFolder } from './report-folder';

const root = mkdtempSync(join(tmpdir(), 'own-files-test-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const REPORT = ['report.json', 'witnesses/a.json', 'reproductions/b/c.mjs'];

function write(path: string, names: readonly string[] = REPORT): void {
  const folder = openReportFolder(path);
  folder.replace(
    new Map([...names.map((name) => [name, name] as const), ['run-info.json', '{"seconds":1}']]),
  );
  folder.close();
}

/** A folder with a report, and one file more. */
function withFile(folder: string, name: string): string {
  const path = join(root, folder);
  write(path);
  mkdirSync(join(path, name, '..'), { recursive: true });
  writeFileSync(join(path, name), 'mine');
  return path;
}

describe('a report folder', () => {
  it('notes the names of its files beside time and machine, and is replaced as a whole', () => {
    const path = join(root, 'plain');
    write(path);
    const info: unknown = JSON.parse(readFileSync(join(path, 'run-info.json'), 'utf8'));
    expect(info).toEqual({ seconds: 1, files: [...REPORT, 'run-info.json'].sort() });
    write(path, ['report.json']);
    expect(existsSync(join(path, 'witnesses'))).toBe(false);
  });

  it.each(['witnesses/mine.json', 'baseline/notes.txt', 'reproductions/b/mine.mjs', 'summary.md'])(
    'to which somebody added %s is refused before a run, and nothing is lost',
    (name) => {
      const path = withFile(name.replaceAll('/', '-'), name);
      expect(() => openReportFolder(path)).toThrow(
        new RegExp(
          `^The report folder .* holds ${name}, which its last run did not write: move it elsewhere`,
        ),
      );
      expect(() => openReportFolder(path)).toThrow(expect.objectContaining({ exitCode: 2 }) as Error);
      for (const one of REPORT) expect(readFileSync(join(path, one), 'utf8')).toBe(one);
      expect(readFileSync(join(path, name), 'utf8')).toBe('mine');
    },
  );

  it.each(['mine.txt', 'mine/witnesses/a.json', 'witnesses/.DS_Store'])('takes no notice of %s', (name) => {
    const path = withFile(name.replaceAll('/', '-'), name);
    write(path);
    if (name.startsWith('mine')) expect(readFileSync(join(path, name), 'utf8')).toBe('mine');
  });

  it.each(['coverage.txt', 'diff.json', 'reproductions', 'mutation.json', 'baseline'])(
    'in which nothing ran is refused for a %s of somebody',
    (name) => {
      const path = join(root, `foreign-${name}`);
      mkdirSync(path, { recursive: true });
      writeFileSync(join(path, name), 'mine');
      expect(() => openReportFolder(path)).toThrow(`holds a ${name} that no run wrote`);
      expect(readFileSync(join(path, name), 'utf8')).toBe('mine');
    },
  );

  it('in which `explain` alone has written is taken', () => {
    const path = join(root, 'explained');
    mkdirSync(join(path, 'exemplars'), { recursive: true });
    writeFileSync(join(path, 'exemplars', '6002.json'), 'ours');
    expect(() => write(path)).not.toThrow();
  });

  it('whose replacement was cut between two files is taken by the next run, whichever are there', () => {
    const path = join(root, 'cut');
    write(path);
    noteComing(path, ['report.json', 'witnesses/new.json'], join(path, 'through.json'));
    writeFileSync(join(path, 'witnesses', 'new.json'), 'new');
    expect(() => write(path)).not.toThrow();
    expect(existsSync(join(path, 'witnesses', 'new.json'))).toBe(false);
  });

  it('owns what a command of ours has added', () => {
    const path = withFile('added', 'exemplars/6002.json');
    noteOwn(path, 'exemplars/6002.json');
    expect(() => write(path)).not.toThrow();
    expect(existsSync(join(path, 'exemplars'))).toBe(false);
  });

  it('of a run that noted no names is replaced as it was', () => {
    const path = withFile('former', 'witnesses/old.json');
    writeFileSync(join(path, 'run-info.json'), '{}');
    noteOwn(path, 'witnesses/old.json');
    expect(readFileSync(join(path, 'run-info.json'), 'utf8')).toBe('{}');
    expect(() => write(path)).not.toThrow();
  });
});
