// Tests of the command line itself: exit codes and one sentence for every kind of wrong use.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { projectRoot } from '../programs/root';
import { writeWitness } from '../report/witness';
import { witness } from '../report/testing/samples';
import { main } from './main';

const root = mkdtempSync(join(tmpdir(), 'main-test-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** A file with this text, or a folder if there is none. */
function put(name: string, text?: string): string {
  const path = join(root, name);
  mkdirSync(text === undefined ? path : dirname(path), { recursive: true });
  if (text !== undefined) writeFileSync(path, text);
  return path;
}

type Said = { readonly code: number; readonly out: string; readonly err: string };

async function call(...argv: readonly string[]): Promise<Said> {
  const out: string[] = [];
  const err: string[] = [];
  const to =
    (list: string[]) =>
    (text: string | Uint8Array): boolean =>
      list.push(String(text)) > 0;
  const spies = [
    jest.spyOn(process.stdout, 'write').mockImplementation(to(out)),
    jest.spyOn(process.stderr, 'write').mockImplementation(to(err)),
  ];
  const code = await main(argv);
  spies.forEach((spy) => spy.mockRestore());
  return { code, out: out.join(''), err: err.join('') };
}

const pipe = join(root, 'pipe');
execFileSync('mkfifo', [pipe]);

const BISECTED = join(
  projectRoot(),
  'baselines',
  '0.28.3',
  'validation--context-owner--undocumented-code.json',
);

const SENTENCE = /^[^\n]+\n$/;

describe('the command line', () => {
  it('lists rules, documents and help with exit code 0', async () => {
    expect(await call('list')).toMatchObject({ code: 0, err: '' });
    const { code, out } = await call('list', '--documents');
    expect(code).toBe(0);
    expect(out).toContain('not checked');
    expect((await call('--help')).code).toBe(0);
    expect((await call('--version')).code).toBe(0);
  });

  it('explains a rule, a code, and an error without a code', async () => {
    const report = join(root, 'explained'); // empty: what is missing is made by running a few cases
    expect((await call('explain', '6002', '--report', report)).out).toContain('CpiSignerCheckFailed');
    expect((await call('explain', 'NotEnoughAccountKeys', '--report', report)).out).toContain(
      'fewer than 11 accounts',
    );
    expect((await call('explain', 'limits/inputs', '--report', report)).out).toContain('limits/inputs');
  });

  it('explains what logs and tables say: hex, numbers of libraries, panics', async () => {
    const flags = ['--report', join(root, 'explained')];
    expect((await call('explain', '0x1772', ...flags)).out).toContain('CpiSignerCheckFailed');
    expect((await call('explain', 'light-system:20009', ...flags)).out).toContain('InvalidSigner');
    expect((await call('explain', 'panic', ...flags)).out).toContain('accounts/at-least-eleven');
    expect((await call('codes', '0x1772', ...flags)).out).toContain('CpiSignerCheckFailed');
    expect((await call('codes', 'panic', ...flags)).out).toContain('without an error of its own');
  });

  it('says of an error that a run saw and its documents do not name no more than that, for other pages name it', async () => {
    const report = join(root, 'seen');
    put(
      'seen/exemplars/6051.json',
      writeWitness(witness('limits/outputs', { observed: 'light-system:6051' })),
    );
    const { code, out } = await call('explain', '6051', '--report', report);
    expect(code).toBe(0);
    expect(out).toContain('The documents of that run do not name light-system:6051; seen in limits/outputs');
    expect(out).not.toContain('No document names');
  });

  it('lists and explains sweeps, and explains coverage items', async () => {
    const report = join(root, 'explained');
    expect((await call('list')).out).toContain('modes/interleaved');
    const sweep = await call('explain', 'modes/sequence', '--report', report);
    expect(sweep).toMatchObject({ code: 0, err: '' });
    expect(sweep.out).toContain('310 in a full run');
    expect(sweep.out).toContain('transaction 1, paid by');
    const item = await call('explain', 'histories/four-programs', '--report', report);
    expect(item.out).toContain('executed with entries of four programs');
    expect(item.out).toContain('there is no report');
  });

  it.each([
    ['an unknown command', ['rnu']],
    ['an unknown option', ['run', '--nonsense']],
    ['a missing argument', ['explain']],
    ['an argument too many', ['bench', 'fast']],
  ])('answers %s with exit code 2', async (_name, argv) => {
    const { code, err } = await call(...argv);
    expect(code).toBe(2);
    expect(err).toMatch(/` says what there is\.\n$/);
  });

  it.each([
    ['an unknown rule', ['run', '--rule', 'limits/input'], /did you mean .*limits\/inputs/],
    ['an unknown area', ['run', '--area', 'limit'], /did you mean limits\?/],
    ['an unknown version', ['run', '--program-version', '9.9.9'], /9\.9\.9.*0\.28\.3/],
    [
      'an unknown version to update',
      ['baseline', 'update', '--program-version', '9.9.9'],
      /9\.9\.9.*0\.28\.3/,
    ],
    [
      'an own build of every version',
      ['run', '--program-version', 'all', '--system-program', 'x.so'],
      /name that in place of `all`/,
    ],
    [
      'one baseline for every version',
      ['run', '--program-version', 'all', '--baseline', 'x.json'],
      /A baseline belongs to one version/,
    ],
    [
      'a rule that is not about the version',
      ['run', '--program-version', '0.27.0', '--rule', 'limits/outputs'],
      /limits\/outputs is not applicable to 0\.27\.0: Context accounts of version 1/,
    ],
    ['a missing program', ['run', '--system-program', 'none.so'], /There is no program file none\.so/],
    ['a number that is none', ['run', '--runs', 'many'], /--runs must be a whole number/],
    ['an unknown explanation', ['explain', '60002'], /did you mean .*6002/],
    ['a file that is not there', ['replay', 'nowhere.json'], /There is no file or folder/],
    [
      'a folder of documents that is not there',
      ['spec', 'check', '--documents', 'nowhere'],
      /There is no folder nowhere/,
    ],
    ['a folder without documents', ['spec', 'check', '--documents', 'bench'], /holds none of the documents/],
    ['a summary in no folder', ['run', '--summary', 'nowhere/s.md'], /its folder does not exist/],
    ['a baseline without a name', ['run', '--baseline', ''], /^--baseline names no file/],
    ['a report folder without a name', ['explain', '6027', '--report', ''], /^--report names no folder/],
    [
      'a comparison of one',
      ['bench', '--part', 'speed', '--backend', 'bankrun'],
      /compares the two runtimes/,
    ],
    ['a form that there is not', ['export', 'x.json', '--as', 'cobol'], /--as must be typescript/],
    [
      'a project to a folder without a name',
      ['export', 'x.json', '--as', 'rust-litesvm', '--to', ''],
      /^--to names no folder/,
    ],
    ['a rule without a name', ['run', '--rule', ''], /^There is no rule "": .* list` shows all\.$/m],
    ['a code that nobody has', ['codes', 'nope'], /^"nope" is no code .*: give a number as 6027 /],
    ['witnesses without a name', ['replay', ''], /^The name of the witness file or folder is empty: give /],
    [
      'proofs with a prover, but no proving',
      ['proofs', '--check', '--port', '5'],
      /^--port is for the prover/,
    ],
    ['a shard without a name', ['merge', ''], /^The name of a folder is empty: give the report folders /],
    ['documents without a name', ['spec', 'check', '--documents', ''], /^--documents names no folder/],
    [
      'accounts for a build that is not there',
      ['bisect', BISECTED, '--program-version', '9.9.9'],
      /^--program-version says where .* none is given: leave it out\./,
    ],
    [
      'accounts for builds that are published',
      ['diff', '0.28.1', '0.28.3', '--program-version', '0.27.0'],
      /^--program-version says where .* none is given: leave it out\./,
    ],
  ])('answers %s with one sentence and exit code 2', async (_name, argv, sentence) => {
    const { code, err } = await call(...argv);
    expect(code).toBe(2);
    expect(err).toMatch(SENTENCE);
    expect(err).toMatch(sentence);
  });

  it.each<[string, string | undefined, RegExp]>([
    ['a missing file', 'missing', /There is no program file/],
    ['a folder', undefined, /cannot be read \(it is a folder\)/],
    ['an empty file', '', /is empty/],
    ['a text file', 'hello', /is not an ELF file/],
    ['a cut file', readFileSync(process.execPath, 'latin1').slice(0, 40), /another machine|cut short/],
  ])('refuses %s as a program before anything runs', async (name, text, sentence) => {
    const path = text === 'missing' ? join(root, 'none.so') : put(`program ${name}`, text);
    for (const option of ['--system-program', '--account-compression']) {
      const { code, err } = await call('run', option, path, '--report', join(root, 'unused'));
      expect({ code, err }).toEqual({ code: 2, err: expect.stringMatching(SENTENCE) as string });
      expect(err).toMatch(sentence);
    }
  });

  it.each([
    ['run', '--system-program'],
    ['run', '--account-compression'],
    ['run', '--baseline'],
    ['replay'],
    ['bisect'],
  ])('does not wait for a pipe or a device to end: %s %s', async (...argv) => {
    for (const path of ['/dev/zero', pipe]) {
      const { code, err } = await call(...argv, path);
      expect({ code, err }).toEqual({ code: 2, err: expect.stringMatching(SENTENCE) as string });
      expect(err).toMatch(/is no regular file: give/);
    }
  });

  it.each<[string, string | undefined, RegExp]>([
    ['a folder', undefined, /cannot be read: it is a folder/],
    ['no JSON', 'nope\n', /is not valid JSON/],
    ['another file', '{}', /lacks the field "formatVersion"/],
  ])('refuses %s as a baseline', async (name, text, sentence) => {
    const { code, err } = await call('run', '--baseline', put(`baseline ${name}`, text));
    expect({ code, err }).toEqual({ code: 2, err: expect.stringMatching(SENTENCE) as string });
    expect(err).toMatch(sentence);
  });

  it.each<[string, string, RegExp]>([
    ['broken JSON', '{"rule":\n', /is not valid JSON/],
    ['a cut witness', writeWitness(witness('a/b')).slice(0, 200), /is not valid JSON/],
    ['a witness of an unknown rule', writeWitness(witness('no/such')), /"no\/such", which does not exist/],
    ['a report', '{"formatVersion": 1, "tool": "x"}', /unknown field|lacks the field/],
    ['nothing', ' \n', / is empty: write or copy it again\.$/m],
    [
      'what a terminal would obey',
      '\u001b]0;title\u0007',
      /^[\x20-\x7e]+ is not valid JSON: [\x20-\x7e]+\n$/,
    ],
  ])('refuses to replay %s', async (name, text, sentence) => {
    const { code, err } = await call('replay', put(`${name}.json`, text));
    expect({ code, err }).toEqual({ code: 2, err: expect.stringMatching(SENTENCE) as string });
    expect(err).toMatch(sentence);
  });

  it('says of a file of a report that it is no witness, and where those are', async () => {
    const { code, err } = await call('replay', put('report.json', '{"formatVersion": 1, "tool": "x"}'));
    expect(code).toBe(2);
    expect(err).toMatch(/report\.json is no witness: give one of the files in the folder witnesses, or /);
  });

  it('does not wait for a case to be kept where no folder can be', async () => {
    const { code, err } = await call(
      'explain',
      'validation/fee-payer-on-set',
      '--report',
      '/proc/nowhere/below',
    );
    expect(code).toBe(2);
    expect(err).toMatch(/^The report cannot be written to \/proc\/nowhere\/below: .*\.\n$/);
  }, 60_000);

  it('refuses a report folder without a name, or that is a file', async () => {
    expect((await call('run', '--report', '')).err).toMatch(/--report names no folder/);
    const path = put('a file', '');
    expect((await call('run', '--report', path)).err).toMatch(/a file is in its way\.\n$/);
  });
});
