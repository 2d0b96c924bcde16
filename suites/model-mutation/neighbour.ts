// Of a rule's error the nearest other one in the same table of the documents.
import { DOCUMENTED_ERRORS } from '../../spec/error-table';
import type { Rule } from '../../spec/rule';
import { RULES } from '../../spec/rules';

export type TableError = { readonly code: number | null; readonly error: string };

/** The rows of the error tables of the rule's documents; of a document without a table, the errors that its rules name. */
const tableOf = ({ sources }: Rule): readonly TableError[] => {
  const documents = new Set(sources.map(({ document }) => document));
  const rows = DOCUMENTED_ERRORS.filter((row) => row.documents.some((name) => documents.has(name)));
  const named = RULES.filter(
    (rule) =>
      rule.provenance === 'documented' && rule.sources.some(({ document }) => documents.has(document)),
  ).flatMap(({ expects }) =>
    expects.kind === 'rejects' && expects.error !== null
      ? [{ code: expects.code, error: expects.error }]
      : [],
  );
  return rows.length > 1 ? rows.map(({ code, name }) => ({ code, error: name })) : named;
};

const nearest = (code: number, others: readonly (TableError & { readonly code: number })[]) =>
  others.toSorted((a, b) => Math.abs(a.code - code) - Math.abs(b.code - code) || a.code - b.code)[0];

const isNumbered = (row: TableError): row is TableError & { readonly code: number } => row.code !== null;

/** Null for a rule that names no error, or that has the only one. What it allows besides is no neighbour. */
export const neighbourOf = (rule: Rule): TableError | null => {
  const { expects, alsoAllows = [] } = rule;
  if (expects.kind !== 'rejects' || (expects.code === null && expects.error === null)) return null;
  const others = tableOf(rule).filter(
    ({ code, error }) => error !== expects.error && !alsoAllows.includes(code ?? error),
  );
  const numbered = others.filter(isNumbered);
  if (expects.code !== null) return nearest(expects.code, numbered) ?? others[0] ?? null;
  return others.find(({ code }) => code === null) ?? numbered[0] ?? null;
};
