// Programs that take the hash of another account's owner for one that is nearly the same are caught: bytes of the published one are changed.
import { redIn, type Bytes } from './changed-bytes';

/** Compares 31 bytes instead of 32. */
const SHORTER = 'b70300001f000000';

const WRONG: readonly (readonly [instruction: string, bytes: Bytes, rules: readonly string[]])[] = [
  ['InvokeCpi', { 0x48a40: SHORTER }, ['effects/outputs-hashed', 'effects/outputs-created']],
  ['Invoke', { 0x5f3e0: SHORTER }, ['invoke/outputs-created']],
  ['InvokeCpiWithReadOnly', { 0x37d50: SHORTER }, ['read-only/outputs-created']],
  ['InvokeCpiWithAccountInfo', { 0x3adc8: SHORTER }, ['account-info/outputs-created']],
  ['InvokeCpi, of inputs,', { 0x461c0: SHORTER }, ['effects/execute-combines']],
];

const EACH = WRONG.flatMap(([instruction, bytes, rules]) =>
  rules.map((rule) => [instruction, rule, bytes] as const),
);

describe('Owners that differ in the last byte', () => {
  test.each(EACH)('are told apart by %s in %s', async (_instruction, rule) => {
    expect(await redIn(rule, 'systemProgram', {})).toBe(0);
  });

  test.each(EACH)('show that %s compares one byte less, by %s', async (_instruction, rule, bytes) => {
    expect(await redIn(rule, 'systemProgram', bytes, { enough: 1 })).toBeGreaterThan(0);
  });
});
