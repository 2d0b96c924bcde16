// Programs that read flags, options, counts or the discriminator of instruction data more loosely than the published one are told from it.
import { redIn, type Bytes } from './changed-bytes';

type Wrong = readonly [does: string, rule: string, bytes: Bytes];

const WRONG: readonly Wrong[] = [
  [
    'takes any byte but 0 for a context that is there',
    'codes/invoke-cpi/option-byte',
    { 0x86368: '05000d0000000000' },
  ],
  [
    'takes any byte but 0 for lamports that are there',
    'codes/invoke-cpi/option-byte',
    { 0x861f0: '0500140000000000' },
  ],
  [
    'takes any byte but 0 for a proof that is there',
    'codes/invoke-cpi/option-byte',
    { 0x85d88: '0500090000000000' },
  ],
  [
    'goes on where there is no memory for a list of outputs',
    'codes/invoke-cpi/count-beyond-memory',
    { 0x7d1d0: '5500050001000000' },
  ],
  [
    'overlooks one bit of the discriminator',
    'instruction-data/discriminator',
    { 0x16ae0: '570100007f000000', 0x16ae8: '150101003f000000' },
  ],
];

describe('A program that reads its data more loosely', () => {
  test.each(WRONG)('is told from the published one: it %s', async (_does, rule, bytes) => {
    expect(await redIn(rule, 'systemProgram', {})).toBe(0);
    expect(await redIn(rule, 'systemProgram', bytes, { enough: 1 })).toBeGreaterThan(0);
  });
});
