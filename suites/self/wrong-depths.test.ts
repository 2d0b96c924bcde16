// Programs that check less where two programs call the calling one are caught: the published one asks for its stack height.
import { redIn, type Bytes } from './changed-bytes';

/** The name and the call of a syscall that these rules do not need become those of sol_get_stack_height. */
const HEIGHT: Bytes = {
  0xaabe5: '6765745f737461636b5f6865696768740000',
  0xb93f0: '68c6',
  0xb93fc: '0a',
};

const WRONG: readonly (readonly [title: string, rule: string, bytes: Bytes])[] = [
  [
    'whose inputs are spent',
    'signer-checks/input-owner',
    {
      ...HEIGHT,
      0x17ae0: '05006fe900000000',
      0xc660: '150090160000000085100000ffffffff35008e16040000000500ee1600000000',
    },
  ],
  [
    'who pays for an execution',
    'validation/fee-payer-on-execute',
    {
      ...HEIGHT,
      0x19188: '05009ae600000000',
      0xc660: '1500bb190000000085100000ffffffff3500b919040000000500621900000000',
    },
  ],
];

describe('A program that is called at the fourth level', () => {
  test.each(WRONG)('looks %s: one that does not is noticed by %s', async (_title, rule, bytes) => {
    expect(await redIn(rule, 'systemProgram', {})).toBe(0);
    expect(await redIn(rule, 'systemProgram', bytes, { enough: 1 })).toBeGreaterThan(0);
  });
});
