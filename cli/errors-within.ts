// The documented errors that a run can say something about: those of its own areas' rules and documents.
import { DOCUMENTED_ERRORS, type DocumentedError } from '../spec/error-table';
import type { DocumentName } from '../spec/rule';
import { RULES } from '../spec/rules';
import type { Selection } from './select';

const documentsOf = (isCited: (area: string) => boolean): ReadonlySet<DocumentName> =>
  new Set(
    RULES.filter(({ area }) => isCited(area)).flatMap(({ sources }) =>
      sources.map(({ document }) => document),
    ),
  );

/** Rows, rules and documents of areas that the run leaves out are left out. */
export function errorsWithin({ outside }: Pick<Selection, 'outside'>): readonly DocumentedError[] {
  if (outside.size === 0) return DOCUMENTED_ERRORS;
  const spokenOf = documentsOf((area) => !outside.has(area));
  const leftOut = documentsOf((area) => outside.has(area));
  const rules = new Set(RULES.filter(({ area }) => !outside.has(area)).map(({ id }) => id));
  return DOCUMENTED_ERRORS.map((row) => ({
    ...row,
    documents: row.documents.filter((name) => spokenOf.has(name) || !leftOut.has(name)),
    rules: row.rules.filter((id) => rules.has(id)),
  })).filter((row) => row.rules.length > 0);
}
