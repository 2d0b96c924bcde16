// The command line of the SDK validation: bad input, a run on few cases, and a finding told in full.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fetchSdk } from '../sdk/fetch';
import type { SdkReport } from '../sdk/report';
import { main } from './main';

type Called = { readonly code: number; readonly out: string; readonly err: string };

const root = mkdtempSync(join(tmpdir(), 'sdk-test-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

async function call(...args: readonly string[]): Promise<Called> {
  let [out, err] = ['', ''];
  const spies = [
    jest.spyOn(process.stdout, 'write').mockImplementation((text) => ((out += String(text)), true)),
    jest.spyOn(process.stderr, 'write').mockImplementation((text) => ((err += String(text)), true)),
  ];
  const code = await main(['sdk', ...args]);
  for (const spy of spies) spy.mockRestore();
  return { code, out, err };
}

describe('bad input', () => {
  const broken = join(root, 'broken.json');
  writeFileSync(broken, '{');

  it.each([
    [['--versions', '9.9.9'], 'There is no pinned version "9.9.9" of the SDK: choose one of 0.23.3,'],
    [['--versions', '0.23.3,,'], 'has an empty name'],
    [['--program-versions', '1.2.3'], 'There is no pinned version "1.2.3"'],
    [['--program-versions', '0.18.0'], '0.18.0 has v1 state trees only'],
    [['--against', '0.23.3'], 'name yours by --sdk'],
    [['--sdk', root, '--against', '0.23.3', '--versions', '0.23.3'], 'leave --versions out'],
    [['--sdk', root, '--against', '0.23.3', '--baseline', 'none'], 'leave --baseline out'],
    [['--explain', 'any', '--sdk', root], 'leave --sdk out'],
    [['--sdk', root, '--against', 'nowhere'], 'no folder, archive or pinned version nowhere: '],
    [['--check', 'nonsense'], 'There is no check "nonsense"'],
    [['--runs', '0'], '--runs must be a whole number'],
    [['--baseline', join(root, 'nowhere.json')], 'there is no such file'],
    [['--baseline', broken], 'is not JSON'],
    [['--explain', 'a/b', '--report', join(root, 'empty')], 'There is no report of the SDK validation'],
  ])('is refused in one sentence: %p', async (args, sentence) => {
    const { code, out, err } = await call('--report', join(root, 'bad'), ...args);
    expect(err).toContain(sentence);
    expect({ code, out, lines: err.trimEnd().split('\n').length }).toEqual({ code: 2, out: '', lines: 1 });
  });

  it('leaves what cannot be downloaded undone', async () => {
    const options = { cache: join(root, 'cache'), registry: 'http://127.0.0.1:9' };
    await expect(fetchSdk('0.23.3', options)).rejects.toThrow('could not be downloaded');
  });
});

describe('a run', () => {
  const report = join(root, 'report');
  const few = ['--versions', '0.23.3,0.12.0', '--runs', '3', '--check', 'errors', '--report', report];

  it('is red for what is not listed, and tells each finding', async () => {
    const red = await call(...few, '--baseline', 'none');
    expect(red.code).toBe(1);
    expect(red.out).toContain('unlisted');
    const told = await call('--explain', 'errors/named-alike/differs', '--report', report);
    expect(told.out).toContain('6009 DeCompressLamportsUndefinedForCompressSol');
    expect(told.out).toContain("from '@lightprotocol/stateless.js'; // 0.12.0");
    expect(told.code).toBe(0);
  });

  it('is green with the project’s own list, and the same twice', async () => {
    const first = await call(...few);
    const written = readFileSync(join(report, 'sdk.json'), 'utf8');
    expect(first).toMatchObject({ code: 0, err: '' });
    const second = await call(...few);
    expect(second.out).toBe(first.out);
    expect(readFileSync(join(report, 'sdk.json'), 'utf8')).toBe(written);
  });
});

describe('a comparison of two builds', () => {
  const built = (folder: string, changes: string): string => {
    const main = join(root, folder, 'dist', 'cjs', 'node');
    mkdirSync(main, { recursive: true });
    const about = { name: '@lightprotocol/stateless.js', version: '0.23.3' };
    writeFileSync(join(root, folder, 'package.json'), JSON.stringify(about));
    const real = `const real = require(${JSON.stringify(entry)});`;
    writeFileSync(join(main, 'index.cjs'), `${real} module.exports = { ...real, ${changes} };`);
    return join(root, folder);
  };
  const report = join(root, 'against');
  const some = ['--runs', '3', '--check', 'limit', '--check', 'fee/per', '--report', report];
  const WORSE = 'FIELD_SIZE: real.FIELD_SIZE.addn(2), STATE_MERKLE_TREE_ROLLOVER_FEE: 2';
  const MENDED = "encodeInstructionDataInvoke: () => { throw new Error('negative'); }";
  let entry = '';
  beforeAll(async () => void (entry = await fetchSdk('0.23.3')));

  it('is green without a difference, whatever is listed', async () => {
    const { code, out } = await call('--sdk', built('same', ''), '--against', '0.23.3', ...some);
    expect(out).toMatch(/^0 of \d+ checks differ: 0 worse, 0 better, 0 other\./m);
    expect({ code, has: out.includes('limit/') }).toEqual({ code: 0, has: false });
  });

  it('is red for what is worse, shows nothing that is the same, and leaves it in the report', async () => {
    const { code, out } = await call('--sdk', built('worse', WORSE), '--against', built('same', ''), ...some);
    expect(code).toBe(1);
    expect(out).toMatch(/^ {2}worse {2}limit\/field-size on 0\.28\.3: 1 same → 1 differs$/m);
    expect(out).toMatch(/^2 of \d+ checks differ: 2 worse, 0 better, 0 other\./m);
    expect(out).not.toContain('u64-negative');
    const written = JSON.parse(readFileSync(join(report, 'sdk.json'), 'utf8')) as SdkReport;
    expect(written.sdk).toEqual(['0.23.3 (own build)', '0.23.3 (own build, compared with)']);
    expect(written.against?.changes.map(({ kind, check }) => [kind, check])).toEqual([
      ['worse', 'fee/per-output'],
      ['worse', 'limit/field-size'],
    ]);
    expect(written).toMatchObject({ exitCode: 1, against: { before: { version: written.sdk[1] } } });
    const told = await call('--explain', 'limit/field-size/differs', '--report', report);
    expect(told).toMatchObject({ code: 0, err: '' });
  });

  it('is green for what is better, and says so', async () => {
    const { code, out } = await call('--sdk', built('mended', MENDED), '--against', '0.23.3', ...some);
    expect(out).toMatch(
      /^ {2}better limit\/u64-negative on 0\.28\.3: 1 differs → 1 (?:same|inexpressible)$/m,
    );
    expect(code).toBe(0);
  });
});
