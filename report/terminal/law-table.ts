// The laws of a run as text, apart from the rules.
import type { LawReport, LawStatus, Report } from '../report-types';
import type { Colour, Paint } from './paint';
import { shorten, table, type Column } from './text';
import { percent } from './verdict-table';

const COLOURS: Readonly<Record<LawStatus, Colour>> = {
  holds: 'green',
  broken: 'red',
  blocked: 'yellow',
  inconclusive: 'yellow',
  'under-sampled': 'yellow',
  'not-run': 'yellow',
  'not-selected': 'dim',
};

const COLUMNS: readonly Column[] = [
  { title: 'law' },
  { title: 'status' },
  { title: 'compared', right: true },
  { title: 'accepted', right: true },
  { title: 'rejected', right: true },
  { title: 'failure rate below', right: true },
];
const STATUS_COLUMN = 1;
const PREFIX = 'laws/';

const statusCell = ({ status, findings }: LawReport): string =>
  status === 'broken' && findings.every(({ listed }) => listed) ? 'broken (known)' : status;

const row = (law: LawReport): readonly string[] => [
  shorten(law.id.slice(PREFIX.length), 42),
  statusCell(law),
  String(law.compared),
  String(law.accepted),
  law.needs === 'accepted' ? '-' : String(law.rejected),
  percent(law.bound95),
];

const dress =
  (paint: Paint) =>
  (cell: string, column: number): string => {
    const colour = COLOURS[(cell.trim().split(' ')[0] ?? '') as LawStatus] as Colour | undefined;
    return column === STATUS_COLUMN && colour !== undefined ? paint(colour, cell) : cell;
  };

const LEGEND = 'laws: two roads that the documents make equal, sent from the same world and compared';

/** The laws that ran, with how many cases of which kind were compared. */
export function lawTable({ laws }: Report, paint: Paint): string {
  const own = laws.filter(({ status }) => status !== 'not-selected');
  if (own.length === 0) return '';
  return [paint('bold', LEGEND), table(COLUMNS, own.map(row), dress(paint)), ''].join('\n');
}
