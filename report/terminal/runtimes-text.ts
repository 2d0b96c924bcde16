// Where the two runtimes differ, as text: apart from the verdicts, since no program is to blame.
import { RUNTIME_DIFFERENCES } from '../../spec/runtime-differences';
import type { Report } from '../report-types';
import { disagreementText } from '../runtimes';
import type { Paint } from './paint';
import { plural, wrap } from './text';

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

type Rows = NonNullable<Report['disagreements']>;

function knownLines(rows: Rows): readonly string[] {
  return RUNTIME_DIFFERENCES.flatMap(({ id, statement, reason }) => {
    const own = rows.filter(({ known }) => known === id);
    if (own.length === 0) return [];
    const met = plural(sum(own.map(({ count }) => count)), 'plan');
    return [wrap(`known: ${id}, met in ${met}. ${statement} ${reason}`, 2, 4)];
  });
}

const HEADS = {
  bankrun: '',
  litesvm: 'Run on LiteSVM, judged as on bankrun',
  both: 'Run on bankrun and on LiteSVM: the verdicts are about bankrun, and this is where LiteSVM differs',
} as const;

/** Nothing where bankrun alone ran. */
export function runtimesText({ backend = 'bankrun', disagreements = [] }: Report, paint: Paint): string {
  if (backend === 'bankrun') return '';
  const strange = disagreements.filter(({ known }) => known === null);
  const lines = strange.map((row) =>
    wrap(
      `${paint('red', 'runner-disagrees')}: ${row.claim}, ${plural(row.count, 'plan')}, ${disagreementText(row)}`,
      2,
      4,
    ),
  );
  const nothing = disagreements.length === 0 ? ['  Nowhere.'] : [];
  return [paint('bold', HEADS[backend]), ...lines, ...knownLines(disagreements), ...nothing, ''].join('\n');
}
