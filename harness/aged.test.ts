// The past of trees and queues: every counter is another, and none of its bytes that can count is zero.
import type { KeyRole } from '../spec/world';
import { aged } from './aged';
import { addressOf } from './keys';

const KEYS: readonly KeyRole[] = [
  'tree:1',
  'tree:2',
  'tree:6',
  'queue:1',
  'queue:2',
  'address-tree',
  'address-tree-2',
];
const SIZE = 10_000;
const owner = addressOf('account-compression');

/** Every number that is written into an empty account. */
function numbersIn(key: KeyRole): readonly bigint[] {
  const empty = { owner, lamports: 1n, executable: false, data: Buffer.alloc(SIZE) };
  const [, { data }] = aged([key, empty]);
  return Array.from({ length: SIZE / 8 }, (_, i) => data.readBigUInt64LE(8 * i)).filter((one) => one !== 0n);
}

it('gives each account numbers of its own, without a zero byte inside', () => {
  const all = KEYS.flatMap((key) => numbersIn(key).map((number) => ({ key, number })));
  expect(new Set(all.map(({ key }) => key)).size).toBe(KEYS.length);
  for (const { number } of all) {
    const bytes = Buffer.from(number.toString(16).padStart(16, '0'), 'hex');
    const first = bytes.findIndex((byte) => byte !== 0);
    expect([...bytes.subarray(first)]).not.toContain(0);
  }
  const changes = all.filter(({ key }) => !key.startsWith('queue:')).map(({ number }) => number);
  expect(new Set(changes).size).toBe(changes.length);
});
