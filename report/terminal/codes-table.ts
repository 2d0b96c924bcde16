// The matrix of codes as text: one row for each code, one letter for each instruction.
import { meaningOf } from '../../spec/codes';
import { SYSTEM_CODES } from '../../spec/codes/system';
import { CODE_COLUMNS, type CodeColumn } from '../../spec/codes/types';
import { LETTERS } from '../codes/frozen';
import type { CodeCell, CodesReport, CodeState, PassingCode } from '../codes/types';
import type { Report } from '../report-types';
import type { Colour, Paint } from './paint';
import { plural, shorten, table, type Column } from './text';

export const SHORT_NAMES: Readonly<Record<CodeColumn, string>> = {
  Invoke: 'Inv',
  InvokeCpi: 'Cpi',
  InvokeCpiWithReadOnly: 'RO',
  InvokeCpiWithAccountInfo: 'AI',
  InitializeCpiContextAccount: 'Init',
  ReInitCpiContextAccount: 'ReIn',
};

const COLOURS: Readonly<Record<string, Colour>> = { R: 'green', S: 'yellow', '?': 'red', '-': 'red' };

const TELLS: Readonly<Record<CodeState, string>> = {
  reached: 'reached',
  seen: 'seen, but not shown to come exactly then',
  shadowed: 'shadowed: always another error',
  elsewhere: 'reached under another instruction only',
  unreached: 'unreached',
  'not-attempted': 'not attempted',
};

const legend = (): string =>
  Object.entries(LETTERS)
    .map(([state, letter]) => `${letter} ${TELLS[state as CodeState]}`)
    .join('; ');

/** What a shadowed code is shadowed by, each once, the system program's own numbers bare. */
const shadows = (cells: readonly CodeCell[]): string =>
  [...new Set(cells.flatMap(({ state, by }) => (state === 'shadowed' && by !== null ? [by] : [])))]
    .map((by) => by.replace('light-system:', ''))
    .join(', ');

const row = (code: number, name: string, cells: readonly CodeCell[]): readonly string[] => [
  String(code),
  shorten(name, 44),
  ...CODE_COLUMNS.map((column) => {
    const cell = cells.find(({ instruction }) => instruction === column);
    return LETTERS[cell?.state ?? 'not-attempted'];
  }),
  shadows(cells),
];

const COLUMNS: readonly Column[] = [
  { title: 'code' },
  { title: 'name' },
  ...CODE_COLUMNS.map((column) => ({ title: SHORT_NAMES[column] })),
  { title: 'shadowed by' },
];
const LETTERS_FROM = 2;

const dress =
  (paint: Paint) =>
  (cell: string, at: number): string => {
    const colour = at >= LETTERS_FROM ? COLOURS[cell.trim()] : undefined;
    return colour === undefined ? cell : paint(colour, cell);
  };

const counts = ({ matrix }: CodesReport): string =>
  Object.keys(LETTERS)
    .map((state) => [state, matrix.filter((cell) => cell.state === state).length] as const)
    .filter(([, count]) => count > 0)
    .map(([state, count]) => `${count} ${state}`)
    .join(', ');

const PASSING: readonly Column[] = [
  { title: 'error of others' },
  { title: 'whose' },
  { title: 'name' },
  { title: 'under' },
  { title: 'seen', right: true },
];
const passingRow = ({ raised, belongs, name, instruction, count }: PassingCode): readonly string[] => [
  raised,
  belongs ?? 'unknown',
  shorten(name ?? '', 40),
  SHORT_NAMES[instruction],
  String(count),
];

const passing = ({ passing: codes, panics }: CodesReport): string =>
  codes.length + panics.length === 0
    ? 'No error of other programs or libraries was seen, and no panic.'
    : table(PASSING, [...codes, ...panics].map(passingRow));

/** Matrix, legend, and what passed through. */
export const codesText = (codes: CodesReport, paint: Paint): string => {
  const rows = SYSTEM_CODES.map(({ code, name }) =>
    row(
      code,
      name,
      codes.matrix.filter((cell) => cell.code === code),
    ),
  );
  return [
    paint('bold', 'Codes'),
    table(COLUMNS, rows, dress(paint)),
    `  ${legend()}`,
    `  ${plural(codes.matrix.length, 'cell')}: ${counts(codes)}.`,
    '',
    passing(codes),
    '',
  ].join('\n');
};

/** Nothing where no attempt ran. */
export const codesTable = ({ codes }: Report, paint: Paint): string =>
  codes === undefined ? '' : codesText(codes, paint);

/** `light-system:20001` with what its number means. */
export const namedError = (raised: string): string => {
  const [program = '', error = ''] = raised.split(':');
  const found = Number.isNaN(Number(error)) ? null : meaningOf(program, Number(error));
  return found === null ? raised : `${raised} (${found.belongs}: ${found.name})`;
};
