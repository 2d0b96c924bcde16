// Everything about one number as text: what it means of whom, where it stands, what was tried, how to see it.
import { ACCOUNT_COMPRESSION_CODES } from '../../spec/codes/account-compression';
import { meaningOf, systemCode } from '../../spec/codes';
import type { CodeAttempt, CodeCell, CodesReport, PassingCode } from '../codes/types';
import { namedError } from './codes-table';
import type { Paint } from './paint';
import { labelledWhole, plural, wrap } from './text';

const FIRST = 6000;

/** The number's meanings, the system program's first; empty for a number that nobody defines. */
export function meaningsOf(code: number): readonly string[] {
  const own = systemCode(code);
  const others = ACCOUNT_COMPRESSION_CODES[code - FIRST];
  const passing = own === undefined ? meaningOf('light-system', code) : null;
  const solana = meaningOf('solana-system', code);
  return [
    ...(own === undefined ? [] : [`system program: ${own.name} (${own.meaning})`]),
    ...(others === undefined ? [] : [`account-compression: ${others}, which is another error`]),
    ...(passing === null ? [] : [`${passing.belongs}: ${passing.name}, which passes through`]),
    ...(solana === null ? [] : [`${solana.belongs}: ${solana.name}, which is another error`]),
  ];
}

const cameText = ({ came }: CodeAttempt): string =>
  came.map(({ observed, count }) => `${namedError(observed)} x${count}`).join(', ');

export type DetailContext = {
  readonly paint: Paint;
  /** What to type to run a file of the report folder again. */
  readonly replayOf: (path: string) => string;
};

const attemptLines = (attempt: CodeAttempt, { replayOf }: DetailContext): readonly string[] => [
  wrap(`${attempt.rule}: ${plural(attempt.count, 'case')}, came ${cameText(attempt)}`, 4, 6),
  ...(attempt.witness === null ? [] : [labelledWhole('', replayOf(attempt.witness), 8)]),
];

const headOf = ({ instruction, state, by, raised }: CodeCell): string => {
  const shadow = state === 'shadowed' && by !== null ? ` by ${namedError(by)}` : '';
  return `${instruction}: ${state}${shadow}${raised > 0 ? `, raised ${raised} times` : ''}`;
};

const cellLines = (cell: CodeCell, context: DetailContext): readonly string[] => [
  `  ${headOf(cell)}`,
  ...cell.attempts.flatMap((attempt) => attemptLines(attempt, context)),
];

const passingLine = ({ raised, instruction, count, claims }: PassingCode): string =>
  wrap(`${namedError(raised)} under ${instruction}, ${count} times, in ${claims.join(', ')}`, 2, 4);

const hasNumber =
  (code: number) =>
  ({ raised }: PassingCode): boolean =>
    raised.endsWith(`:${code}`);

/** What stopped without an error of its own, in the attempts and sweeps of the last report. */
export function panicsDetail(codes: CodesReport | undefined, paint: Paint): string {
  const lines = codes?.panics.map(passingLine) ?? [];
  return [
    paint('bold', 'panic'),
    '  The program stopped without an error of its own: a panic, a bad access, or no compute units left.',
    ...(codes === undefined ? ['  The last report has no attempts at codes: run with --all.'] : lines),
  ].join('\n');
}

/** The number under every instruction, and where other programs raised the same number. */
export function codeDetail(code: number, codes: CodesReport | undefined, context: DetailContext): string {
  const cells = codes?.matrix.filter((cell) => cell.code === code) ?? [];
  const others = codes?.passing.filter(hasNumber(code)) ?? [];
  return [
    context.paint('bold', String(code)),
    ...meaningsOf(code).map((meaning) => `  ${meaning}`),
    ...(codes === undefined ? ['  The last report has no attempts at codes: run with --all.'] : []),
    ...cells.flatMap((cell) => cellLines(cell, context)),
    ...others.map(passingLine),
  ].join('\n');
}
