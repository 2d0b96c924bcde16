// Programs that go wrong only where InvokeCpiWithReadOnly or InvokeCpiWithAccountInfo write or execute a context are caught.
import { redIn, type Bytes } from './changed-bytes';

/** Of sixty cases at least these: a full run meets each five times as often. */
const OFTEN = 5;

const WRONG: readonly (readonly [title: string, rule: string, bytes: Bytes])[] = [
  [
    'appends to what a context holds in a first set',
    'read-only/first-set-clears',
    { 0x25448: '85100000e3100000' },
  ],
  [
    'appends to what a context holds in a first set by account infos',
    'account-info/first-set-clears',
    { 0x26ac8: '85100000130e0000' },
  ],
  [
    'compares no tree where the execution brings inputs of its own',
    'read-only/tree-mismatch',
    { 0x25b40: '05008b0000000000' },
  ],
  [
    'makes no sum check where a context is executed',
    'read-only/less-out-than-in',
    {
      0x677c0: '0500331900000000',
      0x74160:
        '79a100f6000000007911b00000000000b702000001000000670200003f0000005d21d7e6000000001504d6e6000000000500c6e600000000',
    },
  ],
  [
    'moves no SOL where a context is executed',
    'read-only/sol-moved',
    {
      0x6b038: '0500241200000000',
      0x74160:
        '7991b00000000000b702000001000000670200003f0000001d21020000000000b70100001a0000000500ffed0000000079a1a0ff000000000500d4ed00000000',
    },
  ],
  [
    'moves no SOL where account infos execute a context',
    'account-info/sol-moved',
    {
      0x6a580: '05007b1300000000',
      0x74160:
        '7991980000000000b702000001000000670200003f0000001d21020000000000b70100001a0000000500a8ec0000000079a1a0ff0000000005007dec00000000',
    },
  ],
];
const RULES = [...new Set(WRONG.map(([, rule]) => rule))];

describe('What siblings do to contexts', () => {
  test.each(RULES)('is as the published programs do it in %s', async (rule) => {
    expect(await redIn(rule, 'systemProgram', {})).toBe(0);
  });

  test.each(WRONG)('is noticed in a program that %s', async (_title, rule, bytes) => {
    expect(await redIn(rule, 'systemProgram', bytes, { enough: OFTEN })).toBeGreaterThanOrEqual(OFTEN);
  });
});
