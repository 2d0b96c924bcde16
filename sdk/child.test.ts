// What an SDK lacks is told and never lent, but for the hasher that it is handed and the pinned coder of descriptions.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fetchDependencies, sdkCache } from './fetch';
import { openSpeaker, type Speaker } from './speaker';
import type { Answer } from './types';

/** As the pinned versions describe types; the coder of our own, of a later format, finds none of them. */
const DESCRIPTION =
  "{ version: '0', name: 'x', instructions: [], types: [{ name: 'In', type: { kind: 'struct', fields: [{ name: 'a', type: 'u8' }] } }, { name: 'Out', type: { kind: 'struct', fields: [{ name: 'b', type: { defined: 'In' } }] } }] }";

describe('An SDK without libraries', () => {
  const root = mkdtempSync(join(tmpdir(), 'child-'));
  const entry = join(root, 'index.cjs');
  let speaker: Speaker;
  beforeAll(async () => {
    await fetchDependencies();
    writeFileSync(entry, 'module.exports = {};');
    speaker = openSpeaker(entry);
  });
  afterAll(() => {
    speaker.close();
    rmSync(root, { recursive: true, force: true });
  });

  it('is lent hasher and pinned coder, and nothing else', async () => {
    const [hasher, coder, keys] = await speaker.ask([
      { from: { 'poseidon-lite': ['poseidon2'] }, lines: [], result: 'typeof poseidon2' },
      {
        from: { '@coral-xyz/anchor': ['BorshCoder'] },
        lines: [`const { types } = new BorshCoder(${DESCRIPTION});`],
        result: "types.encode('Out', { b: { a: 7 } }).toString('hex')",
      },
      { from: { '@solana/web3.js': ['PublicKey'] }, lines: [], result: 'typeof PublicKey' },
    ]);
    expect(hasher).toEqual({ kind: 'value', value: 'function' });
    expect(coder).toEqual({ kind: 'value', value: '07' });
    expect(keys?.kind).toBe('threw');
    expect(keys).toMatchObject({ message: expect.stringContaining("'@solana/web3.js'") as unknown });
  });
});

describe('A cache outside the project', () => {
  const root = mkdtempSync(join(tmpdir(), 'elsewhere-'));
  const before = process.env['CPI_CONFORMANCE_CACHE'];
  beforeAll(() => void (process.env['CPI_CONFORMANCE_CACHE'] = join(root, 'cache')));
  afterAll(() => {
    if (before === undefined) delete process.env['CPI_CONFORMANCE_CACHE'];
    else process.env['CPI_CONFORMANCE_CACHE'] = before;
    rmSync(root, { recursive: true, force: true });
  });

  async function loaded(folder: string, module: string): Promise<Answer | undefined> {
    mkdirSync(folder, { recursive: true });
    const entry = join(folder, 'index.cjs');
    writeFileSync(entry, `module.exports = { PublicKey: require('${module}').PublicKey };`);
    const speaker = openSpeaker(entry);
    const from = { '@lightprotocol/stateless.js': ['PublicKey'] };
    const [answer] = await speaker.ask([{ from, lines: [], result: 'typeof PublicKey' }]);
    speaker.close();
    return answer;
  }

  it('shares web3.js with what is pinned in it, and nothing that is nowhere', async () => {
    const pinned = join(sdkCache(), 'pinned');
    expect(await loaded(pinned, '@solana/web3.js')).toEqual({ kind: 'value', value: 'function' });
    expect(await loaded(pinned, 'no-such-library')).toMatchObject({
      kind: 'threw',
      message: expect.stringMatching(/^Cannot find module 'no-such-library'\n.*\n- .*pinned/) as unknown,
    });
  });

  it('shares nothing with a folder beside it', async () => {
    const answer = await loaded(join(root, 'own'), '@solana/web3.js');
    expect(answer).toMatchObject({ kind: 'threw', message: expect.stringContaining('web3.js') as unknown });
  });
});
