// The command line of the SDK validation: bad input, a run on few cases, and a finding told in full.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fetchSdk } from '../sdk/fetch';
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
