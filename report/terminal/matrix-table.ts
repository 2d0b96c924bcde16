// Expected against observed, as a list of the pairs that occurred, deviations first.
import type { MatrixEntry } from '../../spec/result';
import type { VerdictKind } from '../../spec/verdict';
import type { Report } from '../report-types';
import type { Paint } from './paint';
import { shorten, table, type Column } from './text';

const LIMIT = 40;

const COLUMNS: readonly Column[] = [
  { title: 'expected' },
  { title: 'observed' },
  { title: 'verdict' },
  { title: 'cases', right: true },
];

const isGreen = ({ verdict }: MatrixEntry): boolean => verdict === 'match';

const row = ({ expected, observed, verdict, count }: MatrixEntry): readonly string[] => [
  shorten(expected, 34),
  shorten(observed, 38),
  verdict,
  String(count),
];

const NEUTRAL: ReadonlySet<string> = new Set<VerdictKind>(['match', 'unspecified']);

/** The pairs by verdict and frequency; the last ones are left to report.json. */
export function matrixTable({ matrix }: Report, paint: Paint): string {
  const ordered = matrix.toSorted((a, b) => Number(isGreen(a)) - Number(isGreen(b)) || b.count - a.count);
  const shown = ordered.slice(0, LIMIT);
  const dress = (cell: string, column: number): string =>
    column === 2 && cell.trim() !== '' ? paint(NEUTRAL.has(cell.trim()) ? 'dim' : 'red', cell) : cell;
  const left = matrix.length - shown.length;
  const more = left === 0 ? [] : [`  ${left} more pairs are in report.json.`];
  return [paint('bold', 'Expected x observed'), table(COLUMNS, shown.map(row), dress), ...more, ''].join(
    '\n',
  );
}
