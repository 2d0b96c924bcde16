// Proves on real accounts what is told of the batches of a queue and of a tree.
import type { KeyRole } from '../spec/world';
import { batchesIn } from './batched';
import { stored } from './testing';
import { BATCH, QUEUE, TREE_V2 } from './tree-layout';

type Edit = (data: Buffer) => void;

/** An account that some edits were made to before a transaction, and more by it. */
const observe = (key: KeyRole, past: Edit, edit: Edit) => {
  const before = Buffer.from(stored(key).data);
  past(before);
  const data = Buffer.from(before);
  edit(data);
  return batchesIn({ key, before: { ...stored(key), data: before }, now: { ...stored(key), data } });
};

/** Ten values make one ZKP batch, and so one chain; a batch has five. */
const PER_PROOF = 10n;
const CHAINS = 16 + 5 * 32;
const [ONE, TWO, THREE] = ['11', '22', '33'].map((byte) => byte.repeat(32)) as [string, string, string];

/** A first batch with so many values, and these chains at the end of the account. */
const filled =
  (at: number, values: bigint, chains: readonly string[]): Edit =>
  (data) => {
    data.writeBigUInt64LE(values % PER_PROOF, at + BATCH.inserted);
    data.writeBigUInt64LE(values / PER_PROOF, at + BATCH.fullProofs);
    const list = data.length - 2 * CHAINS;
    data.writeBigUInt64LE(BigInt(chains.length), list);
    chains.forEach((chain, i) => data.write(chain, list + 16 + i * 32, 'hex'));
  };
const queue = (values: bigint, ...chains: string[]): Edit => filled(QUEUE.batches, values, chains);
const link = { batch: 0, chain: 0, before: null, more: 1, now: ONE };

describe('Of the batches of a queue', () => {
  it('a new chain is told', () => {
    expect(observe('queue:1', queue(0n), queue(1n, ONE))).toEqual({ chains: [link], filters: [] });
  });

  it('a chain that goes on, and the next one', () => {
    expect(observe('queue:1', queue(8n, ONE), queue(11n, TWO, THREE)).chains).toEqual([
      { ...link, before: ONE, more: 2, now: TWO },
      { ...link, chain: 1, now: THREE },
    ]);
  });

  it('a chain that the list does not have', () => {
    expect(observe('queue:1', queue(8n, ONE), queue(11n, TWO)).chains.at(-1)?.now).toBe('');
  });

  it('nothing where more values are counted than there is room for', () => {
    expect(observe('queue:1', queue(0n), queue(2n ** 40n)).chains).toEqual([]);
  });
});

describe('Of the batches of a tree', () => {
  const FILTER = 7_104;
  const tree = (values: bigint, ...chains: string[]): Edit => filled(TREE_V2.batches, values, chains);

  it('the chain, and the bits that are new in its filter', () => {
    const found = observe(
      'tree:1',
      (data) => data.writeUInt8(1, FILTER + 3),
      (data) => {
        tree(2n, ONE)(data);
        data.writeUInt8(3, FILTER + 3);
        data.writeUInt8(3, FILTER + 19_000);
      },
    );
    expect(found.chains).toEqual([{ ...link, more: 2 }]);
    expect(found.filters).toEqual([{ batch: 0, more: 2, bits: 3, bitsPerValue: 3 }]);
  });
});
