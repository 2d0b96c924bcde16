// Programs that empty a context only as far as a usual one reaches are caught: bytes of the published one are changed.
import { redIn, type Bytes } from './changed-bytes';

const BEGUN = ['effects', 'read-only', 'account-info'].map((area) => `${area}/first-set-clears`);
const EXECUTED = ['effects', 'read-only', 'account-info'].map((area) => `${area}/execute-clears`);

const WRONG: readonly (readonly [title: string, bytes: Bytes, rules: readonly string[]])[] = [
  ['inputs behind the tenth', { 0x5a70: 'b7030000ce040000' }, BEGUN],
  ['outputs behind the fifteenth', { 0x5670: 'b7030000bd060000' }, BEGUN],
  ['data of outputs behind 4,096 bytes', { 0x2f168: 'b703000000100000' }, [...BEGUN, ...EXECUTED]],
  ['data of outputs behind 6,000 bytes', { 0x2f168: 'b703000070170000' }, [...BEGUN, ...EXECUTED]],
];

const EACH = WRONG.flatMap(([title, bytes, rules]) => rules.map((rule) => [title, rule, bytes] as const));

describe('A context that was full', () => {
  test.each([...BEGUN, ...EXECUTED])('is emptied by the published program in %s', async (rule) => {
    expect(await redIn(rule, 'systemProgram', {})).toBe(0);
  });

  test.each(EACH)('shows a program that keeps the %s, by %s', async (_title, rule, bytes) => {
    expect(await redIn(rule, 'systemProgram', bytes, { enough: 1 })).toBeGreaterThan(0);
  });
});
