// The states of codes that are frozen for a program version: read, written, and compared with what a run shows.
import { SYSTEM_CODES } from '../../spec/codes/system';
import { CODE_COLUMNS, type CodeColumn } from '../../spec/codes/types';
import type { Problem } from '../report-types';
import { BadFile } from '../bad-file';
import frozenSchema from './frozen.schema.json';
import { schemaParser } from '../schema';
import type { CodeCell, CodesReport, CodeState } from './types';

/** One letter a state, in the order of the columns. */
export const LETTERS: Readonly<Record<CodeState, string>> = {
  reached: 'R',
  seen: '?',
  shadowed: 'S',
  elsewhere: 'E',
  unreached: 'U',
  'not-attempted': '-',
};

export type FrozenCodes = {
  readonly formatVersion: 1;
  readonly programVersion: string;
  readonly systemProgram: string;
  readonly columns: readonly CodeColumn[];
  /** Code to letters. */
  readonly states: Readonly<Record<string, string>>;
};

const STATE_OF: ReadonlyMap<string, CodeState> = new Map(
  Object.entries(LETTERS).map(([state, letter]) => [letter, state as CodeState]),
);

const parse = schemaParser(frozenSchema);

const ROW = new RegExp(`^[RSEU]{${CODE_COLUMNS.length}}$`);
const isOfToday = ({ columns, states }: FrozenCodes): boolean =>
  columns.join() === CODE_COLUMNS.join() && SYSTEM_CODES.every(({ code }) => ROW.test(states[code] ?? ''));

/**
 * The frozen states in `text`; `file` is only named in errors.
 * @throws BadFile with one sentence when the text is not such a file.
 */
export function parseFrozen(text: string, file: string): FrozenCodes {
  const frozen = parse(text, file) as FrozenCodes;
  if (!isOfToday(frozen))
    throw new BadFile(
      `${file} does not have a state for each code and instruction: freeze the states again.`,
    );
  return frozen;
}

const lettersOf = (matrix: readonly CodeCell[], code: number): string =>
  CODE_COLUMNS.map((column) => {
    const cell = matrix.find((one) => one.code === code && one.instruction === column);
    return LETTERS[cell?.state ?? 'not-attempted'];
  }).join('');

/** Code to letters, as the file holds them. */
export const statesOf = (matrix: readonly CodeCell[]): FrozenCodes['states'] =>
  Object.fromEntries(SYSTEM_CODES.map(({ code }) => [String(code), lettersOf(matrix, code)]));

export const writeFrozen = (frozen: FrozenCodes): string => `${JSON.stringify(frozen, null, 2)}\n`;

const shownState = ({ state, by }: Pick<CodeCell, 'state' | 'by'>): string =>
  state === 'shadowed' && by !== null ? `shadowed by ${by}` : state;

/** The frozen state of a cell; undefined where the file is not about it. */
export const frozenState = (
  { states }: FrozenCodes,
  { code, instruction }: CodeCell,
): CodeState | undefined => STATE_OF.get(states[code]?.[CODE_COLUMNS.indexOf(instruction)] ?? '');

/** One problem for each cell that is no longer as it was frozen. */
export const changedStates = ({ matrix }: CodesReport, frozen: FrozenCodes): readonly Problem[] =>
  matrix
    .filter((cell) => frozenState(frozen, cell) !== cell.state)
    .map((cell) => ({
      kind: 'observed-changed',
      claim: null,
      sentence: `${cell.code} under ${cell.instruction} is frozen as ${frozenState(frozen, cell) ?? 'nothing'}, and is now ${shownState(cell)}.`,
    }));
