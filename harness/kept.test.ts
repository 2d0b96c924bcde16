// Proves on a real v1 tree what is told of its changelog, filled subtrees and canopy.
import { keptIn } from './kept';
import { stored } from './testing';
import { TREE_V1 } from './tree-layout';
import { entrySize, listsOf } from './tree-v1';

const HEIGHT = 26;
const NODE = 33;
const LAST_ENTRY = 1399;

/** The fixture, and the same with two leaves more behind a hundred, whose changelog goes on at its start. */
const grown = (edit: (data: Buffer) => void) => {
  const before = Buffer.from(stored('tree:6').data);
  before.writeBigUInt64LE(100n, TREE_V1.nextIndex);
  before.writeBigUInt64LE(BigInt(LAST_ENTRY - 1), TREE_V1.changelogLast);
  const now = Buffer.from(before);
  now.writeBigUInt64LE(102n, TREE_V1.nextIndex);
  edit(now);
  const account = stored('tree:6');
  return keptIn({ key: 'tree:6', before: { ...account, data: before }, now: { ...account, data: now } });
};

const [LEAF, ROOTWARDS] = ['11'.repeat(32), '22'.repeat(32)];

describe('Of a v1 tree', () => {
  it('an entry is told for each new leaf, with its index and the nodes that it has', () => {
    const { noted } = grown((data) => {
      const { changelog } = listsOf(data);
      const at = changelog + LAST_ENTRY * entrySize(HEIGHT);
      data.fill(0, changelog, changelog + entrySize(HEIGHT));
      data.fill(0, at, at + entrySize(HEIGHT));
      data.write(`01${LEAF}`, at, 'hex');
      data.write(`01${ROOTWARDS}`, changelog + (HEIGHT - 1) * NODE, 'hex');
      data.writeBigUInt64LE(100n, at + entrySize(HEIGHT) - 8);
      data.writeBigUInt64LE(101n, changelog + entrySize(HEIGHT) - 8);
    });
    const none = Array<null>(HEIGHT - 1).fill(null);
    expect(noted).toEqual([
      { leafIndex: 100n, path: [LEAF, ...none] },
      { leafIndex: 101n, path: [...none, ROOTWARDS] },
    ]);
  });

  it('the filled subtrees and the stored nodes above the last leaf are told', () => {
    const { filled, canopy } = grown((data) => {
      data.write(LEAF, TREE_V1.lists, 'hex');
      data.write(ROOTWARDS, listsOf(data).canopy, 'hex');
    });
    expect([filled.length, filled[0]]).toEqual([HEIGHT, LEAF]);
    expect([canopy.length, canopy.at(-1)]).toEqual([10, ROOTWARDS]);
  });

  it('nothing is told that says of itself what cannot be', () => {
    const nothing = { noted: [], filled: [], canopy: [] };
    expect(grown((data) => data.writeBigUInt64LE(5000n, TREE_V1.height))).toEqual(nothing);
    expect(grown((data) => data.writeBigUInt64LE(9000n, TREE_V1.nextIndex))).toEqual(nothing);
  });
});
