// Compares the error tables of a document with the numbers and names that the rules know.
import { SYSTEM_CODES } from '../../spec/codes/system';
import { DOCUMENTED_ERRORS } from '../../spec/error-table';
import type { DocumentName } from '../../spec/rule';
import type { Sentence } from '../../spec/sentence';
import { rowsOf, type DocumentRow } from './table-rows';

type Known = { readonly code: number; readonly name: string; readonly rules: readonly string[] };

const rulesOf = (name: string, code: number): readonly string[] =>
  DOCUMENTED_ERRORS.find((error) => error.name === name && error.code === code)?.rules ?? [];

/** INSTRUCTIONS.md lists every number; the other documents those of their own tables. */
function knownIn(document: DocumentName): readonly Known[] {
  if (document === 'INSTRUCTIONS.md')
    return SYSTEM_CODES.map(({ code, name }) => ({ code, name, rules: rulesOf(name, code) }));
  return DOCUMENTED_ERRORS.flatMap(({ code, name, documents, rules }) =>
    code !== null && documents.includes(document) ? [{ code, name, rules }] : [],
  );
}

export type ErrorDrift = { readonly sentence: string; readonly rules: readonly string[] };

function lost({ code, name, rules }: Known, rows: readonly DocumentRow[]): readonly ErrorDrift[] {
  if (rows.some((row) => row.code === code && row.name === name)) return [];
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
  return [{ sentence: `${code} ${name} is in no error table any more`, rules }];
}

function gained({ code, name, line }: DocumentRow, known: readonly Known[]): readonly ErrorDrift[] {
  if (known.some((one) => one.code === code || one.name === name)) return [];
  return [{ sentence: `line ${line}: ${code} ${name} is new, no rule is about it`, rules: [] }];
}

/** What the tables say otherwise than the rules; nothing for a document without numbers. */
export function errorDrift(document: DocumentName, sentences: readonly Sentence[]): readonly ErrorDrift[] {
  const known = knownIn(document);
  const rows = rowsOf(sentences);
  return [
    ...known.flatMap((one) => lost(one, rows)),
    ...rows.flatMap((row) => (known.length === 0 ? [] : gained(row, known))),
  ];
}
