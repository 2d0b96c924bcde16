// The rows of a document's error tables: a number in the first cell, a name in the second.
import type { Sentence } from '../../spec/sentence';

export type DocumentRow = { readonly code: number; readonly name: string; readonly line: number };

const ROW = /^\|\s*`?(\d{4,5})`?\s*\|\s*`?([A-Z]\w+)`?\s*\|/;

/** Every row that names an error by number. */
export const rowsOf = (sentences: readonly Sentence[]): readonly DocumentRow[] =>
  sentences.flatMap(({ text, line }) => {
    const [, code, name] = ROW.exec(text.trim()) ?? [];
    return code === undefined || name === undefined ? [] : [{ code: Number(code), name, line }];
  });
