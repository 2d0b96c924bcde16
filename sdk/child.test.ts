// What an SDK lacks is told and never lent, but for the hasher that it is handed and the coder of interface descriptions.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSpeaker, type Speaker } from './speaker';

describe('An SDK without libraries', () => {
  const root = mkdtempSync(join(tmpdir(), 'child-'));
  const entry = join(root, 'index.cjs');
  let speaker: Speaker;
  beforeAll(() => {
    writeFileSync(entry, 'module.exports = {};');
    speaker = openSpeaker(entry);
  });
  afterAll(() => {
    speaker.close();
    rmSync(root, { recursive: true, force: true });
  });

  it('is lent hasher and coder, and nothing else', async () => {
    const [hasher, coder, keys] = await speaker.ask([
      { from: { 'poseidon-lite': ['poseidon2'] }, lines: [], result: 'typeof poseidon2' },
      { from: { '@coral-xyz/anchor': ['BorshCoder'] }, lines: [], result: 'typeof BorshCoder' },
      { from: { '@solana/web3.js': ['PublicKey'] }, lines: [], result: 'typeof PublicKey' },
    ]);
    expect(hasher).toEqual({ kind: 'value', value: 'function' });
    expect(coder).toEqual(hasher);
    expect(keys?.kind).toBe('threw');
    expect(keys).toMatchObject({ message: expect.stringContaining("'@solana/web3.js'") as unknown });
  });
});
