// Tests that a baseline which says what cannot be is refused in one sentence, and that the committed ones are not.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../programs/root';
import { writeBaseline } from '../report/baseline';
import { baseline, entry } from '../report/testing/samples';
import type { BaselineEntry } from '../spec/result';
import { loadBaseline } from './baseline-file';

const root = mkdtempSync(join(tmpdir(), 'baseline-check-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const RULE = 'accounts/authority-writable-optional';
const WITNESS = '0.28.3/one.json';
mkdirSync(join(root, '0.28.3'));
writeFileSync(join(root, WITNESS), '{}');
mkdirSync(join(root, '0.28.3', 'folder.json'));
execFileSync('mkfifo', [join(root, '0.28.3', 'pipe.json')]);

const load =
  (entries: readonly BaselineEntry[], version = '0.28.3') =>
  (): unknown => {
    const file = join(root, 'b.json');
    writeFileSync(file, writeBaseline(baseline(entries)));
    return loadBaseline(file, version);
  };

const one = (changes: Partial<BaselineEntry> = {}): BaselineEntry =>
  entry(RULE, { fence: RULE, witness: WITNESS, ...changes });

describe('a baseline', () => {
  it('is taken as it is where all is right', () => {
    expect(load([one(), one({ observed: 'something else', witness: null })])).not.toThrow();
  });

  it.each<[string, () => unknown, RegExp]>([
    [
      'a fence that is misspelt, with the nearest',
      load([one({ fence: 'accounts/authority-writeable-optional' })]),
      /names the fence "accounts\/authority-writeable-optional" for accounts\/authority-writable-optional, which does not exist: did you mean accounts\/authority-writable-optional/,
    ],
    [
      'a fence like no other',
      load([one({ fence: '0' })]),
      /names the fence "0" .*: a fence has the id of its rule\.$/,
    ],
    [
      "another rule's fence",
      load([one({ fence: 'accounts/at-least-eleven' })]),
      /names the fence "accounts\/at-least-eleven" for accounts\/authority-writable-optional, which holds back another rule's values: an entry's fence has the id of its own rule\.$/,
    ],
    ['the same outcome twice', load([one(), one({ reason: 'another' })]), /lists one outcome of .* twice/],
    ['another version', load([one()], '0.28.1'), /is about 0\.28\.3, but 0\.28\.1 is asked for/],
    ...['two', 'folder', 'pipe'].map((name): [string, () => unknown, RegExp] => [
      `a witness that is no file (${name})`,
      load([one({ witness: `0.28.3/${name}.json` })]),
      new RegExp(
        `names the witness 0\\.28\\.3/${name}\\.json of .*, which is no file beside it that can be read`,
      ),
    ]),
    ...['../b.json', '/etc/passwd', '0.28.3/../../x', '..\\b.json', ''].map(
      (witness): [string, () => unknown, RegExp] => [
        `the witness path "${witness}"`,
        load([one({ witness })]),
        /deviations\[0\]\.witness must be the name of a file in the baseline's folder or below, or null, but is /,
      ],
    ),
  ])('is refused for %s', (_, act, sentence) => {
    expect(act).toThrow(sentence);
    expect(act).toThrow(expect.objectContaining({ exitCode: 2 }) as Error);
  });

  const folder = join(projectRoot(), 'baselines');
  const versions = readdirSync(folder).flatMap((name) => /^(\d.*)\.json$/.exec(name)?.[1] ?? []);
  it.each(versions)('of %s is in order', (version) => {
    expect(loadBaseline(undefined, version)?.content.programVersion).toBe(version);
  });
});
