// Proves on real accounts that every leaf and every fixed byte of a queue or tree is looked at.
import { addressOf } from './keys';
import { leavesOf } from './leaves';
import { QUEUE, TREE_V1 } from './tree-layout';
import type { Stored } from './validator';
import { loadRelease } from '../programs/load';
import { PublicKey } from '@solana/web3.js';
import type { KeyRole } from '../spec/world';

const HASH = 'ab'.repeat(32);

const stored = (key: KeyRole): Stored => {
  const text = new PublicKey(addressOf(key)).toBase58();
  const fixture = loadRelease('0.28.3').fixtures.find(({ pubkey }) => pubkey === text);
  if (fixture === undefined) throw new Error(`There is no fixture ${text}.`);
  return { owner: Buffer.alloc(32), lamports: 1n, data: fixture.data, executable: false };
};

type Edit = (data: Buffer) => void;

/** The queue before and after an append of one leaf, with more changed. */
const observe = (key: KeyRole, edit: Edit) => {
  const before = stored(key);
  const data = Buffer.from(before.data);
  edit(data);
  return leavesOf({ key, before, now: { ...before, data } });
};

const FIRST_LEAF = QUEUE.values + 16;
const append: Edit = (data) => {
  data.writeBigUInt64LE(1n, QUEUE.nextIndex);
  data.write(HASH, FIRST_LEAF, 'hex');
};
const also =
  (more: Edit): Edit =>
  (data) => {
    append(data);
    more(data);
  };

describe('An output queue', () => {
  it('shows an appended leaf and nothing else', () => {
    const leaves = observe('queue:1', append);
    expect(leaves).toEqual({
      first: 0,
      appended: [HASH],
      rewritten: new Map(),
      root: null,
      strayBytes: false,
    });
  });

  it.each([1, 2, 17, 49])('shows that leaf %i changed as well', (leaf) => {
    const { rewritten } = observe(
      'queue:1',
      also((data) => data.writeUInt8(1, FIRST_LEAF + leaf * 32 + 31)),
    );
    expect([...rewritten.keys()]).toEqual([leaf]);
  });

  it('shows a changed leaf of the second batch under its index', () => {
    const at = FIRST_LEAF + 50 * 32 + 16;
    const { rewritten } = observe(
      'queue:1',
      also((data) => data.writeUInt8(1, at + 3 * 32)),
    );
    expect([...rewritten.keys()]).toEqual([53]);
  });

  it.each([0, 8, 112, 128, 160, 240, 279, 480, 500, 551, FIRST_LEAF - 1])(
    'shows that byte %i changed, which no append touches',
    (at) => {
      const { strayBytes } = observe(
        'queue:1',
        also((data) => data.writeUInt8((data[at] ?? 0) ^ 1, at)),
      );
      expect(strayBytes).toBe(true);
    },
  );
});

describe('A v1 state tree', () => {
  it('shows that its metadata changed', () => {
    const { strayBytes } = observe('tree:6', (data) => data.writeUInt8(1, TREE_V1.nextIndex - 9));
    expect(strayBytes).toBe(true);
  });
});
