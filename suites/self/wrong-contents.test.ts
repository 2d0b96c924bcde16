// Programs that leave out a check only where an execution, or its context, brings certain content, and one that cuts what it stores, are caught: bytes of the published one are changed.
import { redIn, type Bytes } from './changed-bytes';

/** Code that nothing calls: a jump from elsewhere leads here, and back. */
const UNUSED = 0xc660;

type Wrong = readonly [does: string, rule: string, bytes: Bytes];

const PAYER = 0x19188;
const TO_UNUSED = '05009ae600000000';

const WRONG: readonly Wrong[] = [
  [
    'takes another payer’s context with four inputs or more',
    'validation/fee-payer-on-execute',
    {
      [PAYER]: TO_UNUSED,
      [UNUSED]: '1500bb190000000079a1e8fe0000000071110000000000003501b819040000000500611900000000',
    },
  ],
  [
    'takes another payer’s context where it brings an input',
    'validation/fee-payer-on-execute',
    { [PAYER]: TO_UNUSED, [UNUSED]: '1500bb190000000079a128f7000000003501b919010000000500621900000000' },
  ],
  [
    'takes another payer’s context where it brings three outputs or more',
    'validation/fee-payer-on-execute',
    { [PAYER]: TO_UNUSED, [UNUSED]: '1500bb190000000079a140f7000000003501b919030000000500621900000000' },
  ],
  [
    'takes another payer’s context with a new address',
    'codes/invoke-cpi/other-payer',
    {
      [PAYER]: TO_UNUSED,
      [UNUSED]: '1500bb190000000079a188fe0000000071110000000000003501b819010000000500611900000000',
    },
  ],
  [
    'takes another payer’s context where it brings a new address',
    'codes/invoke-cpi/other-payer',
    { [PAYER]: TO_UNUSED, [UNUSED]: '1500bb190000000079a160f7000000003501b919010000000500621900000000' },
  ],
  [
    'takes another payer’s context where it brings an input, by InvokeCpiWithReadOnly',
    'read-only/fee-payer-mismatch',
    {
      0x26228: '050086cc00000000',
      [UNUSED]: '1500963300000000797110000000000035019433010000000500763300000000',
    },
  ],
  [
    'takes another tree where the context has a new address',
    'codes/invoke-cpi/other-tree',
    {
      0x190b8: '0500b4e600000000',
      [UNUSED]: '55004c190000000079a188fe00000000711100000000000035014919010000000500471900000000',
    },
  ],
  [
    'keeps 16 bits of a leaf index',
    'effects/first-set-stores',
    { 0x2cc60: '05003fbf00000000', [UNUSED]: '57080000ffff0000638a4bfe000000000500be4000000000' },
  ],
  [
    'keeps four bits of an account index',
    'effects/first-set-stores',
    { 0x2cc68: '05003ebf00000000', [UNUSED]: '570700000f000000737a4afe000000000500bf4000000000' },
  ],
  [
    'loses the addresses of outputs behind the twelfth',
    'effects/set-appends',
    {
      0x2d250: '050081be00000000',
      [UNUSED]:
        '79a2b0fc0000000079220000000000007122000000000000a50201000c000000b701000000000000731a51ff000000000500784100000000',
    },
  ],
  [
    'hashes 16 bits of a leaf index',
    'effects/proof-statement',
    {
      0x464a0: '0500975b00000000',
      0x74160: '770800001000000057080000ffff0000050066a400000000',
    },
  ],
  [
    'keeps 16 bits of a leaf index, by InvokeCpiWithReadOnly',
    'read-only/first-set-clears',
    { 0x2b1f0: '05008dc200000000', [UNUSED]: '57080000ffff0000638a4bfe000000000500703d00000000' },
  ],
  [
    'keeps 16 bits of a leaf index, by InvokeCpiWithAccountInfo',
    'account-info/first-set-clears',
    { 0x297e0: '0500cfc500000000', [UNUSED]: '57010000ffff0000631a4bfe0000000005002e3a00000000' },
  ],
];

describe('A program that looks at content where it must not', () => {
  test.each(WRONG)('is told from the published one: it %s', async (_does, rule, bytes) => {
    expect(await redIn(rule, 'systemProgram', {})).toBe(0);
    expect(await redIn(rule, 'systemProgram', bytes, { enough: 1 })).toBeGreaterThan(0);
  });
});
