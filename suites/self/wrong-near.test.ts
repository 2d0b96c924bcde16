// Programs that compare 31 of an address's 32 bytes are caught, where only a sibling instruction or a cache of hashes does: bytes of the published one are changed.
import { redIn, type Bytes } from './changed-bytes';

const SHORTER = 'b70300001f000000';

const WRONG: readonly (readonly [does: string, rule: string, bytes: Bytes])[] = [
  ['the sol pool of InvokeCpiWithReadOnly', 'read-only/sol-pool-identity', { 0x1d8a8: SHORTER }],
  ['the sol pool of InvokeCpiWithAccountInfo', 'account-info/sol-pool-identity', { 0x1d8a8: SHORTER }],
  ['a key whose hash is known already', 'effects/execute-combines', { 0x11ad8: SHORTER }],
  ['the tree of the output before, by InvokeCpi', 'effects/outputs-created', { 0x47f28: SHORTER }],
  ['the tree of the output before, by Invoke', 'invoke/outputs-created', { 0x5e8d8: SHORTER }],
  [
    'the tree of the output before, by InvokeCpiWithReadOnly',
    'read-only/outputs-created',
    { 0x37410: SHORTER },
  ],
  [
    'the tree of the output before, by InvokeCpiWithAccountInfo',
    'account-info/outputs-created',
    { 0x3a470: SHORTER },
  ],
];

describe('A program that compares 31 bytes', () => {
  test.each(WRONG)('is told from the published one: %s', async (_does, rule, bytes) => {
    expect(await redIn(rule, 'systemProgram', {})).toBe(0);
    expect(await redIn(rule, 'systemProgram', bytes, { enough: 1 })).toBeGreaterThan(0);
  });
});
