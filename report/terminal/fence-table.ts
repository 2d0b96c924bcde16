// The fences of a run: which fields other rules' plans keep on the side where documents and program agree.
import { fenceOf } from '../../spec/fences';
import type { Report } from '../report-types';
import type { Paint } from './paint';
import { shorten, table, type Column } from './text';

const COLUMNS: readonly Column[] = [
  { title: 'field' },
  { title: 'kept at' },
  { title: 'cases', right: true },
];

/** In a run of some claims only, those that were applied. */
const shownOf = ({ fences, rules }: Report): Report['fences'] =>
  rules.some(({ status }) => status === 'not-selected') ? fences.filter(({ fenced }) => fenced > 0) : fences;

/** One row for each fence; `cases` counts those that it narrowed outside of its own rule. */
export function fenceTable(report: Report, paint: Paint): string {
  const fences = shownOf(report);
  if (fences.length === 0) return '';
  const rows = fences.map(({ fence, fenced }) => {
    const { field, keeps } = fenceOf(fence) ?? { field: fence, keeps: 'no such fence' };
    return [shorten(field, 44), shorten(keeps, 38), String(fenced)];
  });
  const title = 'Fences: where known deviations keep the plans of all other rules';
  return [paint('bold', title), table(COLUMNS, rows, (cell) => cell), ''].join('\n');
}
