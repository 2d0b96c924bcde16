// Near misses hold what the account holds that they are near to, and trees and queues are at home in their own addresses.
import type { KeyRole } from '../spec/world';
import { addressOf } from './keys';
import { nearMissOf } from './near-misses';
import type { Stored } from './validator';

const stored = (fill: number, executable = false): Stored => ({
  owner: addressOf('account-compression'),
  lamports: 1n,
  data: Buffer.alloc(600, fill),
  executable,
});
const ours = stored(9, true);
const miss = (key: KeyRole, base: Stored): Stored => nearMissOf(key, { base, program: ours });

describe('A near miss', () => {
  it.each([
    ['near:31:tree:1', 'near:31:queue:1'],
    ['near:0:queue:2', 'near:0:tree:2'],
    ['near:7:tree:6', 'near:7:queue:6'],
  ] as const)('%s belongs to %s', (key, partner) => {
    const base = stored(1);
    const { data } = miss(key, base);
    expect(data.includes(addressOf(partner))).toBe(true);
    expect(base.data.includes(addressOf(partner))).toBe(false);
  });

  it('of a program is one of ours', () => {
    expect(miss('near:31:account-compression', stored(1, true))).toBe(ours);
  });

  it('of anything else is the same', () => {
    const base = stored(1);
    expect(miss('near:31:registered-program-pda', base)).toBe(base);
  });
});
