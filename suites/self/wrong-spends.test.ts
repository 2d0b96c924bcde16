// Programs that spend what never was are caught: bytes of the published account-compression are changed.
import { redIn, type Bytes } from './changed-bytes';
import { OFTEN } from './overlooking';

const RULES = ['effects/inputs-nullified', 'invoke/inputs-nullified'] as const;

const WRONG: readonly (readonly [title: string, bytes: Bytes])[] = [
  ['takes an input of a v1 tree by its index', { 0x43c90: '0500000000000000' }],
  ['takes any hash for that of the leaf', { 0x8a628: '0500570000000000' }],
];

const EACH = WRONG.flatMap(([title, bytes]) => RULES.map((rule) => [title, rule, bytes] as const));

describe('What never was', () => {
  test.each(RULES)('is refused by the published programs in %s', async (rule) => {
    expect(await redIn(rule, 'accountCompression', {})).toBe(0);
  });

  test.each(EACH)('is noticed where a program %s, by %s', async (_title, rule, bytes) => {
    expect(await redIn(rule, 'accountCompression', bytes, { enough: OFTEN })).toBeGreaterThanOrEqual(OFTEN);
  });
});
