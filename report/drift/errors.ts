// Compares the error tables of a document with the numbers and names that it had when the rules were written.
import { systemCode } from '../../spec/codes';
import { DOCUMENTED_ERRORS } from '../../spec/error-table';
import type { Sentence } from '../../spec/sentence';
import { rowsOf, type DocumentRow } from './table-rows';

export type ErrorDrift = { readonly sentence: string; readonly rules: readonly string[] };

/** `6021 CpiContextEmpty`: how a row is noted. */
export const rowKey = ({ code, name }: Pick<DocumentRow, 'code' | 'name'>): string => `${code} ${name}`;

function split(key: string): { readonly code: number; readonly name: string } {
  const [code = '', name = ''] = key.split(' ');
  return { code: Number(code), name };
}

/** The rules that stand for an error, by its number and its name. */
const rulesOf = (code: number, name: string): readonly string[] => [
  ...new Set(
    DOCUMENTED_ERRORS.filter((error) => error.code === code || error.name === name).flatMap(
      ({ rules }) => rules,
    ),
  ),
];

function lost(key: string, rows: readonly DocumentRow[]): readonly ErrorDrift[] {
  const { code, name } = split(key);
  if (rows.some((row) => rowKey(row) === key)) return [];
  const rules = rulesOf(code, name);
  const renamed = rows.find((row) => row.code === code);
  const renumbered = rows.find((row) => row.name === name);
  if (renamed !== undefined)
    return [
      {
        sentence: `line ${renamed.line}: ${code} is called ${renamed.name}, the rules know it as ${name}`,
        rules,
      },
    ];
  if (renumbered !== undefined)
    return [
      {
        sentence: `line ${renumbered.line}: ${name} is ${renumbered.code}, the rules know it as ${code}`,
        rules,
      },
    ];
  return [{ sentence: `${key} is in no error table any more`, rules }];
}

function gained({ code, name, line }: DocumentRow, known: readonly string[]): readonly ErrorDrift[] {
  if (known.some((key) => split(key).code === code || split(key).name === name)) return [];
  const rules = rulesOf(code, name);
  const whose = rules.length === 0 ? 'no rule is about it' : 'rules are about it from other documents';
  return [{ sentence: `line ${line}: ${code} ${name} is new here, ${whose}`, rules }];
}

/** What the tables say otherwise than when the rules were written; `known` are the rows of then. */
export function errorDrift(known: readonly string[], sentences: readonly Sentence[]): readonly ErrorDrift[] {
  const rows = rowsOf(sentences);
  return [...known.flatMap((key) => lost(key, rows)), ...rows.flatMap((row) => gained(row, known))];
}

/** Rows of `known` whose number the system program's list calls otherwise: the document has always contradicted the others. */
export const contradictions = (known: readonly string[], sentences: readonly Sentence[]): readonly string[] =>
  rowsOf(sentences).flatMap(({ code, name, line }) => {
    const own = systemCode(code);
    return own === undefined || own.name === name || !known.includes(rowKey({ code, name }))
      ? []
      : [`line ${line}: ${code} ${name}, elsewhere ${own.name}`];
  });
