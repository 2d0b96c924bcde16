// The errors that the SDK's interface description lists, against the program's own numbers and names.
import fc from 'fast-check';
import { SYSTEM_CODES } from '../../spec/codes/system';
import type { Check } from '../check';
import type { Dialect } from '../dialect';
import { SDK, type Snippet } from '../types';

const descriptionOf = ({ coder }: Dialect): string => (coder === 'anchor' ? 'LightSystemIDL' : 'IDL');

const listed = (dialect: Dialect): Snippet => {
  const name = descriptionOf(dialect);
  return {
    from: { [SDK]: [name] },
    lines: [],
    result: `${name}.errors.map(({ code, name }) => \`\${code} \${name}\`).join('\\n')`,
  };
};

const TABLE = SYSTEM_CODES.map(({ code, name }) => `${code} ${name}`);
const KNOWN: ReadonlySet<string> = new Set(TABLE);

const fine = { outcome: 'same', why: '' } as const;

const checkOf = (
  row: Pick<Check, 'id' | 'says'>,
  other: (printed: readonly string[]) => { outcome: 'differs' | 'inexpressible' | 'same'; why: string },
): Check => ({
  ...row,
  cases: 'one',
  make: () =>
    fc.constant((dialect) => ({
      said: listed(dialect),
      expected: TABLE.join('\n'),
      other: (printed) => Promise.resolve(other(printed.split('\n'))),
    })),
});

export const ERROR_CHECKS: readonly Check[] = [
  checkOf(
    { id: 'errors/named-alike', says: 'Every error of the description has the program’s number and name.' },
    (printed) => {
      const wrong = printed.filter((line) => !KNOWN.has(line));
      return wrong.length === 0 ? fine : { outcome: 'differs', why: `names ${wrong.join(', ')}` };
    },
  ),
  checkOf({ id: 'errors/complete', says: 'Every error of the program is in the description.' }, (printed) => {
    const codes = new Set(printed.map((line) => line.split(' ')[0]));
    const missing = SYSTEM_CODES.filter(({ code }) => !codes.has(`${code}`)).map(({ code }) => code);
    const why = `lists none of ${missing.length} errors, ${missing[0]} to ${missing.at(-1)}`;
    return missing.length === 0 ? fine : { outcome: 'inexpressible', why };
  }),
];
