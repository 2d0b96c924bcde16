// Proves on real accounts that every leaf and every fixed byte of a queue or tree is looked at.
import { leavesOf } from './leaves';
import { nullifiedIn } from './nullified';
import { stored } from './testing';
import { QUEUE, TREE_V1, TREE_V2 } from './tree-layout';
import type { KeyRole } from '../spec/world';

const HASH = 'ab'.repeat(32);

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
  data.writeBigUInt64LE(1n, QUEUE.batches);
  data.writeBigUInt64LE(1n, QUEUE.values);
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
      stray: null,
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

  const SECOND_CHAIN = 4136 - 176;
  it.each([
    0,
    8,
    112,
    128,
    160,
    240,
    279,
    288,
    312,
    336,
    384,
    464,
    480,
    500,
    551,
    FIRST_LEAF - 1,
    SECOND_CHAIN,
    4135,
  ])('shows that byte %i changed, which no append touches', (at) => {
    const { stray } = observe(
      'queue:1',
      also((data) => data.writeUInt8((data[at] ?? 0) ^ 1, at)),
    );
    expect(stray).not.toBeNull();
  });
});

/** What a program of somebody's own may leave behind: nonsense in every field, or another size. */
const RUINED: readonly (readonly [what: string, key: KeyRole, ruin: (data: Buffer) => Buffer])[] = (
  ['queue:1', 'tree:1', 'tree:6'] as const
).flatMap((key) => [
  [`ones all over ${key}`, key, (data: Buffer) => Buffer.from(data).fill(0xff, 8)],
  [`zeros all over ${key}`, key, (data: Buffer) => Buffer.alloc(data.length)],
  [`the first bytes of ${key} alone`, key, (data: Buffer) => Buffer.from(data.subarray(0, 100))],
  ...[QUEUE.batchSize, QUEUE.nextIndex, 336, 344, TREE_V1.height, TREE_V1.canopyDepth, TREE_V2.nextIndex].map(
    (at) =>
      [
        `a number of ${key} at ${at} that is too large`,
        key,
        (data: Buffer) => {
          const ruined = Buffer.from(data);
          ruined.writeBigUInt64LE(0x7fff_ffff_ffff_ffffn, at);
          return ruined;
        },
      ] as const,
  ),
]);

it.each(RUINED)('%s are stray bytes, and stop nothing', (_what, key, ruin) => {
  const before = stored(key);
  const change = { key, before, now: { ...before, data: ruin(before.data) } };
  expect((key === 'tree:1' ? nullifiedIn : leavesOf)(change).stray).not.toBeNull();
});

describe('A v2 state tree', () => {
  const FILTER = 7_104;
  const nullify: Edit = (data) => {
    for (const at of [TREE_V2.nextIndex, TREE_V2.batches]) data.writeBigUInt64LE(1n, at);
    data.writeUInt8(1, FILTER + 9);
  };
  const nullifying = (more: Edit) => {
    const before = stored('tree:1');
    const data = Buffer.from(before.data);
    nullify(data);
    more(data);
    return nullifiedIn({ key: 'tree:1', before, now: { ...before, data } });
  };

  it('shows that a leaf was nullified and nothing else', () => {
    expect(nullifying(() => undefined)).toEqual({ count: 1, stray: null });
  });

  const ROOTS = 680;
  const OTHER_FILTER = FILTER + 20_000;
  it.each([0, 8, 120, 136, 311, 328, 336, 416, 512, 600, ROOTS + 100, FILTER - 1, OTHER_FILTER, 47_455])(
    'shows that byte %i changed, which no nullification touches',
    (at) => {
      const { stray } = nullifying((data) => data.writeUInt8((data[at] ?? 0) ^ 0x40, at));
      expect(stray).not.toBeNull();
    },
  );

  it('shows a filter with more bits than the nullified leaf can set', () => {
    expect(nullifying((data) => data.fill(0xff, FILTER, FILTER + 9)).stray).not.toBeNull();
  });
});

describe('A v1 state tree', () => {
  const CHANGELOG = TREE_V1.lists + 26 * 32;
  const ROOTS = CHANGELOG + 1_400 * 872;
  /** The next index, sequence number, last places, rightmost leaf and leaf. */
  const appendV1: Edit = (data) => {
    for (const at of [TREE_V1.nextIndex, TREE_V1.sequence, TREE_V1.changelogLast, TREE_V1.rootsLast])
      data.writeBigUInt64LE(data.readBigUInt64LE(at) + 1n, at);
    data.write(HASH, TREE_V1.rightmost, 'hex');
    data.write(HASH, CHANGELOG + 872 * Number(data.readBigUInt64LE(TREE_V1.changelogLast)) + 1, 'hex');
  };
  const strayIn = (more: Edit): string | null =>
    observe('tree:6', (data) => {
      appendV1(data);
      more(data);
    }).stray;

  it('shows an appended leaf and nothing else', () => {
    expect(strayIn(() => undefined)).toBeNull();
  });

  it.each([0, 112, 224, 248, 256, 287, 290, 304, 336, CHANGELOG + 870_000, ROOTS + 64_000, 1_364_287])(
    'shows that byte %i changed, which no append touches like that',
    (at) => {
      expect(strayIn((data) => data.writeUInt8((data[at] ?? 0) ^ 1, at))).not.toBeNull();
    },
  );

  it('shows that its metadata changed', () => {
    const { stray } = observe('tree:6', (data) => data.writeUInt8(1, TREE_V1.nextIndex - 9));
    expect(stray).not.toBeNull();
  });

  it.each([
    ['its sequence number, which grew by 2 and not 1', TREE_V1.sequence, 2n],
    ['the index of its current root', TREE_V1.rootsLast, 5n],
    ['the index of its last changelog entry', TREE_V1.changelogLast, 5n],
    ['byte 112', 112, 0x1111_1111_1111_1111n],
  ])('says that it is %s', (what, at, by) => {
    const told = strayIn((data) => {
      const before = stored('tree:6').data;
      data.writeBigUInt64LE(before.readBigUInt64LE(at) + by, at);
    });
    expect(told).toBe(what);
  });
});
