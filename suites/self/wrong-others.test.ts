// Programs that look only at the first of several new addresses are caught: bytes of the published ones are changed.
import { redIn, type Bytes } from './changed-bytes';
import { OFTEN } from './overlooking';

const ONLY_FIRST_ASSIGNED: Bytes = { 0x3c650: '0500aeff00000000' };

const WRONG: readonly (readonly [title: string, rule: string, bytes: Bytes])[] = [
  [
    'skips a later new address in no address tree',
    'addresses/tree-type',
    {
      0x33100: '05009e0100000000',
      0x33df8: '79a168fe000000001501f7ff000000000500020000000000',
      0x33e20: '79a8f0fd000000000500e7ff00000000',
      0x447a0: '0500375f00000000',
      0x44948: '0500025f00000000',
      0x74160: '71a380fe00000000150354a20000000005007ea100000000',
    },
  ],
  [
    'takes any queue of a later new address in a v1 tree',
    'addresses/v1-queue',
    {
      0x34540: '1501837f00000000',
      0x74160: '79a168fe000000001501918000000000b7010000000000000500828000000000',
    },
  ],
  ['looks for the output of the first new address only', 'addresses/assigned-index', ONLY_FIRST_ASSIGNED],
  [
    'takes an output without an address for a later new one',
    'addresses/assigned-to-none',
    ONLY_FIRST_ASSIGNED,
  ],
  [
    'compares the first new address only with that of its output',
    'addresses/assigned-differs',
    ONLY_FIRST_ASSIGNED,
  ],
];
const RULES = [...new Set(WRONG.map(([, rule]) => rule))];

describe('Each of several new addresses', () => {
  test.each(RULES)('is treated by the published programs as %s says', async (rule) => {
    expect(await redIn(rule, 'systemProgram', {})).toBe(0);
  });

  test.each(WRONG)('is noticed in a program that %s, by %s', async (_title, rule, bytes) => {
    expect(await redIn(rule, 'systemProgram', bytes, { enough: OFTEN })).toBeGreaterThanOrEqual(OFTEN);
  });
});
