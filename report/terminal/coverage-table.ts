// What the run covered, group by group: each edge of the state machine or boundary, and how often.
import { COVERAGE_GROUPS } from '../../spec/coverage';
import type { CoverageReport, Report } from '../report-types';
import type { Paint } from './paint';
import { plural, shorten, table, WIDTH, wrap, type Column } from './text';

const COLUMNS: readonly Column[] = [{ title: 'what' }, { title: 'times', right: true }, { title: '' }];
const TEXT = 70;
/** Beside the text: indent, gaps and the count. */
const REST = 13;

function remark({ status, documented, count, otherwise }: CoverageReport): string {
  const other = `refused ${plural(otherwise, 'time')} with another code`;
  if (status === 'blocked') return otherwise === 0 ? 'blocked' : `blocked, ${other}`;
  if (status === 'missing') return 'never';
  if (count === 0) return 'the other reading';
  return documented ? '' : 'undocumented';
}

/** What the longest remark leaves. */
const roomFor = (items: readonly CoverageReport[]): number =>
  Math.min(TEXT, WIDTH - REST - Math.max(...items.map((item) => remark(item).length)));

const row = (item: CoverageReport, room: number): readonly string[] => [
  shorten(item.text, room),
  String(item.count),
  remark(item),
];

/** One line for each rule whose deviation blocks something. */
function blockers(items: readonly CoverageReport[]): readonly string[] {
  const rules = new Set(items.flatMap(({ blockedBy }) => blockedBy));
  return [...rules].map((rule) => {
    const own = items.filter(({ blockedBy }) => blockedBy.includes(rule));
    return wrap(`blocked by ${rule}: ${own.map(({ text }) => text).join('; ')}`, 2, 4);
  });
}

function groupTable(group: string, items: readonly CoverageReport[], paint: Paint): readonly string[] {
  let at = 0;
  const dress = (cell: string, column: number): string => {
    if (column !== 2) return cell;
    const status = items[at++]?.status;
    return status === 'missing' ? paint('red', cell) : paint('dim', cell);
  };
  return [
    paint('bold', COVERAGE_GROUPS[group] ?? group),
    table(
      COLUMNS,
      items.map((item) => row(item, roomFor(items))),
      dress,
    ),
    ...blockers(items),
    '',
  ];
}

/** In a run of some claims only, what they did not cover says nothing. */
const shownOf = ({ coverage, rules }: Report): readonly CoverageReport[] =>
  rules.some(({ status }) => status === 'not-selected')
    ? coverage.filter(({ count }) => count > 0)
    : coverage;

/** One table for each group; nothing where nothing of it was covered. */
export function coverageTables(report: Report, paint: Paint): string {
  const shown = shownOf(report);
  const groups = [...new Set(shown.map(({ group }) => group))];
  return groups
    .map((group) => shown.filter((item) => item.group === group))
    .filter((items) => items.some(({ count }) => count > 0))
    .flatMap((items) => groupTable(items[0]?.group ?? '', items, paint))
    .join('\n');
}
