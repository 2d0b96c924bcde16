// Real comparisons: the published program with itself, and with a copy in which one error number is another.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadRelease } from '../../programs/load';
import { projectRoot } from '../../programs/root';
import type { Comparison } from '../../spec/comparison';

const VERSION = '0.28.3';
const START = join(projectRoot(), 'cli', 'start.mjs');
const [CODE, OTHER] = [6002, 6999];

let root: string;
let [same, wrong] = ['', ''];

/** `mov64 r, CODE` as `mov64 r, OTHER`: the program tells another number for this one error. */
function otherNumber(program: Buffer): Buffer {
  const bytes = Buffer.from(program);
  const places = [...bytes.keys()].filter(
    (at) =>
      at % 8 === 0 &&
      [0xb4, 0xb7].includes(bytes[at] ?? 0) &&
      bytes.readInt32LE(Math.min(at + 4, bytes.length - 4)) === CODE,
  );
  expect(places).toHaveLength(1);
  bytes.writeInt32LE(OTHER, (places[0] ?? 0) + 4);
  return bytes;
}

beforeAll(() => {
  const scratch = join(projectRoot(), '.cache', 'tmp');
  mkdirSync(scratch, { recursive: true });
  root = mkdtempSync(join(scratch, 'compare-'));
  [same, wrong] = [join(root, 'same.so'), join(root, 'wrong.so')];
  const { systemProgram } = loadRelease(VERSION);
  writeFileSync(same, systemProgram);
  writeFileSync(wrong, otherNumber(systemProgram));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

type Said = { readonly status: number | null; readonly out: string; readonly err: string };

function cli(...args: readonly string[]): Said {
  const { status, stdout, stderr } = spawnSync(process.execPath, [START, ...args], { encoding: 'utf8' });
  return { status, out: stdout, err: stderr };
}

const diff = (before: string, after: string, ...more: readonly string[]): Said =>
  cli(
    'diff',
    before,
    after,
    '--rule',
    'signer-checks/authority-is-pda',
    '--cases',
    '8',
    '--report',
    join(root, 'report'),
    ...more,
  );

describe('a comparison', () => {
  it('finds nothing between a version and the same bytes in a file', () => {
    const { status, out } = diff(VERSION, same);
    expect(status).toBe(0);
    expect(out).toMatch(/They are the\s+same bytes\./);
    expect(out).toContain('No plan showed a difference.');
  });

  it('finds the one error whose number is another, with a witness that shows it on both, where bisect finds it too', () => {
    const summary = join(root, 'summary.md');
    const { status, out } = diff(VERSION, wrong, '--json', '--summary', summary);
    expect(status).toBe(1);
    const page = readFileSync(summary, 'utf8');
    expect(page).toBe(readFileSync(join(root, 'report', 'summary.md'), 'utf8'));
    expect(page).toMatch(/^## 3 changes\. \(exit code 1\)\n/);
    expect(page).toContain(
      `| light-system:${CODE} became light-system:${OTHER} | signer-checks/authority-is-pda | 8 of 8 |`,
    );
    const { changes } = JSON.parse(out) as Comparison;
    expect(changes.map(({ kind, before, after }) => [kind, before, after])).toEqual([
      ['code', `light-system:${CODE}`, `light-system:${OTHER}`],
      ['reachable', 'never', `light-system:${OTHER}`],
      ['unreachable', `light-system:${CODE}`, 'never'],
    ]);
    const witness = join(root, 'report', changes[0]?.witness ?? '');
    expect(readFileSync(witness, 'utf8')).toContain(`light-system:${OTHER}`);
    expect(cli('replay', witness, '--program-version', VERSION)).toMatchObject({ status: 0 });
    const own = ['--program-version', VERSION, '--system-program', wrong];
    expect(cli('replay', witness, ...own).out).toContain(String(OTHER));
    const found = cli('bisect', witness, '--system-program', wrong);
    expect(found.status).toBe(1);
    expect(found.out.replaceAll(/\s+/g, ' ')).toMatch(
      /It changes between 0\.28\.3 and .*wrong\.so: light-system:6002 became light-system:6999\./,
    );
  });

  it('takes another number for no other order of checks but tells it, and compares pairs without any claims', () => {
    const pair = 'signer-checks/authority-is-pda,validation/context-owner';
    const folder = join(root, 'pairs');
    const { status, out } = cli('diff', VERSION, wrong, '--pair', pair, '--report', folder, '--json');
    expect(status).toBe(1);
    const alone = [{ rule: 'signer-checks/authority-is-pda' }];
    expect(JSON.parse(out)).toMatchObject({
      claims: 0,
      precedence: { pairs: 1, cases: 8, changes: [], alone },
    });
    expect((JSON.parse(out) as Comparison).precedence?.executed).toBeGreaterThan(0);
  });

  it.each<[string, readonly string[], RegExp]>([
    [
      'a pair of one rule',
      ['diff', VERSION, VERSION, '--pair', 'validation/context-owner'],
      /^--pair takes two different rules/,
    ],
    [
      'a build that is neither',
      ['diff', VERSION, 'nowhere.so'],
      /^"nowhere\.so" is neither a published version \(.*\) nor a program file that exists\.\n$/,
    ],
    ['a file that is no program', ['diff', VERSION, 'package.json'], /is not an ELF file/],
    ['a version without v2 trees', ['diff', '0.10.0', VERSION], /^0\.10\.0 has v1 state trees only/],
    ['a number of cases that is none', ['diff', VERSION, VERSION, '--cases', '0'], /^--cases must be/],
    ['a rule that does not exist', ['diff', VERSION, VERSION, '--rule', 'x/y'], /^There is no rule "x\/y"/],
    [
      'a witness that is not there',
      ['bisect', 'nowhere.json'],
      /^The witness nowhere\.json cannot be read: there is no such file\.\n$/,
    ],
    ['a witness that is none', ['bisect', 'package.json'], /package\.json lacks the field "formatVersion"/],
  ])('refuses %s in one sentence, exit code 2', (_name, args, sentence) => {
    const { status, err } = cli(...args);
    expect(status).toBe(2);
    expect(err).toMatch(sentence);
    expect(err.trim().split('\n')).toHaveLength(1);
  });

  it('takes an empty comparison for no success', () => {
    const { status, err } = cli('diff', VERSION, VERSION, '--rule', 'laws/direct-or-split');
    expect([status, err]).toEqual([4, expect.stringMatching(/^Nothing is compared: .*\n$/)]);
  });
});
