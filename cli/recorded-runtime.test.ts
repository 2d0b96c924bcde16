// Tests that a case is run again where it was seen: what a run writes, what replay does with it, and what is printed.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fetchRelease } from '../programs/fetch';
import { projectRoot } from '../programs/root';
import { parseWitness, writeWitness } from '../report/witness';
import { pairWitness } from '../report/precedence/kept';
import { parsePairWitness, writePairWitness } from '../report/precedence/witness';
import { PROGRAMS, witness } from '../report/testing/samples';
import type { Witness } from '../spec/result';
import { main } from './main';
import { grouped, runtimeOf } from './recorded-runtime';

const root = mkdtempSync(join(tmpdir(), 'runtime-test-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

type Said = { readonly code: number; readonly out: string; readonly err: string };

async function call(...argv: readonly string[]): Promise<Said> {
  let [out, err] = ['', ''];
  const spies = [
    jest.spyOn(process.stdout, 'write').mockImplementation((text) => ((out += String(text)), true)),
    jest.spyOn(process.stderr, 'write').mockImplementation((text) => ((err += String(text)), true)),
  ];
  const code = await main(argv);
  for (const spy of spies) spy.mockRestore();
  return { code, out, err };
}

/** A known deviation of the published programs, which both runtimes show. */
const folder = join(projectRoot(), 'baselines', '0.28.3');
const name = readdirSync(folder).find((one) => one.includes('missing-error')) ?? '';
const known = parseWitness(readFileSync(join(folder, name), 'utf8'), name);

function put(path: string, content: Witness): string {
  const file = join(root, path);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, writeWitness(content));
  return file;
}

describe('the runtime of a witness', () => {
  it('is bankrun where a file says nothing, and both where an older file tells of a disagreement', () => {
    expect(runtimeOf(witness('a'))).toBe('bankrun');
    expect(runtimeOf(witness('a', { verdict: 'runner-disagrees' }))).toBe('both');
    expect(runtimeOf(witness('a', { runtime: 'litesvm' }))).toBe('litesvm');
  });

  it('is read back as it was written, and nothing else is taken', () => {
    const text = writeWitness(witness('a', { runtime: 'litesvm' }));
    expect(parseWitness(text, 'x.json').runtime).toBe('litesvm');
    expect(() => parseWitness(text.replace('"litesvm"', '"mollusk"'), 'x.json')).toThrow(
      /^x\.json: runtime must be bankrun, litesvm or both, but is "mollusk"\.$/,
    );
    const { plan } = witness('a');
    const plans = { base: plan, first: plan, second: plan, both: plan };
    const outcomes = { first: 'a', second: 'b', both: 'a' };
    const sighting = {
      scenario: 'direct',
      guest: null,
      isFree: true,
      winner: 'first',
      outcomes,
      plans,
      count: 1,
    };
    const pair = pairWitness({ first: 'a', second: 'b' }, sighting as never, PROGRAMS);
    const read = parsePairWitness(writePairWitness({ ...pair, runtime: 'litesvm' }), 'x.json');
    expect(runtimeOf(read)).toBe('litesvm');
    expect(runtimeOf(parsePairWitness(writePairWitness(pair), 'x.json'))).toBe('bankrun');
  });

  it('groups files in the order in which their keys first occur', () => {
    expect([...grouped([3, 1, 5, 2], (n) => n % 2)]).toEqual([
      [1, [3, 1, 5]],
      [0, [2]],
    ]);
  });
});

describe('replay', () => {
  it('runs each case of a folder where it was seen, and says where that was', async () => {
    put('mixed/a.json', known);
    put('mixed/b.json', { ...known, runtime: 'litesvm' });
    const { code, out } = await call('replay', join(root, 'mixed'));
    expect(code).toBe(1);
    expect(out.match(/as recorded/g)).toHaveLength(3);
    expect(out.match(/runtime +LiteSVM, as recorded/g)).toHaveLength(1);
    expect(out).toContain('2 replayed, 2 not as documented (the baseline lists 2, 0 it does not).');
  });

  it('runs it on another one where that is asked for', async () => {
    const file = put('one.json', { ...known, runtime: 'litesvm' });
    const { out } = await call('replay', file, '--backend', 'bankrun');
    expect(out).toMatch(/runtime +bankrun, recorded on LiteSVM/);
  });

  it('says that a case which says nothing is too little evidence, and no deviation', async () => {
    const [first] = known.plan.transactions;
    if (first === undefined) throw new Error('The witness has no transaction.');
    const instructions = Array.from({ length: 60 }, () => first.instructions).flat();
    const long = { ...known.plan, transactions: [{ ...first, instructions }] };
    const file = put('long.json', { ...known, plan: long, twin: null });
    const { code, out } = await call('replay', file);
    expect(out).toContain('observed not sent');
    expect(out).toContain('1 replayed, 0 not as documented; 1 says nothing (unspecified or inconclusive).');
    expect(code).toBe(4);
  });

  it('refuses LiteSVM in one sentence for programs that cannot run there', async () => {
    await fetchRelease('0.18.0');
    const programs = { ...known.programs, version: '0.18.0' };
    const file = put('old.json', { ...known, runtime: 'litesvm', programs });
    const { code, err } = await call('replay', file);
    expect([code, err]).toEqual([
      2,
      expect.stringMatching(/^The programs of 0\.18\.0 cannot hash on LiteSVM[^\n]*\n$/),
    ]);
  }, 300_000);
});

describe('a run on LiteSVM', () => {
  it('leaves witnesses that replay there, by the same command in the terminal and on the page', async () => {
    const report = join(root, 'report');
    const few = [
      '--rule',
      known.rule,
      '--runs',
      '12',
      '--workers',
      '1',
      '--baseline',
      'none',
      '--report',
      report,
    ];
    const { out } = await call('run', '--backend', 'litesvm', ...few);
    const names = readdirSync(join(report, 'witnesses'));
    expect(names).not.toEqual([]);
    for (const one of names) {
      const path = join(report, 'witnesses', one);
      expect(parseWitness(readFileSync(path, 'utf8'), one).runtime).toBe('litesvm');
      expect(out).toMatch(new RegExp(`replay +npx cpi-conformance replay ${path} --baseline none\n`));
    }
    expect(readFileSync(join(report, 'index.html'), 'utf8')).toContain(
      `<code class="command">npx cpi-conformance replay conformance-report/witnesses/${names[0] ?? ''} --baseline none</code>`,
    );
    const again = await call('replay', join(report, 'witnesses'));
    expect(again.out).toMatch(/runtime +LiteSVM, as recorded/);
    expect(again.out).not.toContain('not as recorded');
  });
});
