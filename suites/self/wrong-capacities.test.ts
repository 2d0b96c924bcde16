// Programs whose sibling instructions pass over a write that does not fit are caught: bytes of the published ones are changed.
import { FITS } from '../../spec/boundaries';
import { redIn, type Bytes } from './changed-bytes';

/** Of sixty cases at least these: a full run meets each five times as often. */
const OFTEN = 5;
/** What the published programs answer in place of the documented error. */
const KNOWN: ReadonlySet<string> = new Set(['light-system:15001', 'light-system:15004', 'light-system:6051']);

const WRONG: readonly (readonly [title: string, area: string, bytes: Bytes])[] = [
  ['a first set', 'read-only', { 0x257a8: '250172ff42000000' }],
  ['a set', 'read-only', { 0x25ba8: 'b501260042000000' }],
  ['a first set by account infos', 'account-info', { 0x26f50: '25014dff42000000' }],
  ['a set by account infos', 'account-info', { 0x27260: 'b501260042000000' }],
];
const OUTPUTS = FITS['limits/outputs'];
/** A first set of more outputs than fit never comes so far: 6051 is in front. */
const asksFor = (title: string, name: string): boolean => name !== OUTPUTS || title.startsWith('a set');
const NAMES = Object.values(FITS);
const EACH = WRONG.flatMap(([title, area, bytes]) =>
  NAMES.filter((name) => asksFor(title, name)).map((name) => [title, `${area}/${name}`, bytes] as const),
);
const RULES = [...new Set(EACH.map(([, rule]) => rule))];

describe('What does not fit into a context', () => {
  test.each(RULES)('is refused by the published programs, with errors that are known of %s', async (rule) => {
    expect(await redIn(rule, 'systemProgram', {}, { known: KNOWN })).toBe(0);
  });

  test.each(EACH)(
    'is noticed in a program that passes over the error of %s, by %s',
    async (_title, rule, bytes) => {
      expect(
        await redIn(rule, 'systemProgram', bytes, { known: KNOWN, enough: OFTEN }),
      ).toBeGreaterThanOrEqual(OFTEN);
    },
  );
});
