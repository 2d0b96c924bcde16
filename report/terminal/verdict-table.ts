// The verdict table: one line per rule, area by area.
import { AREAS, type Area } from '../../spec/rule';
import type { Report, RuleReport, RuleStatus, SweepReport } from '../report-types';
import { isShortSweep } from '../rule-status';
import type { Colour, Paint } from './paint';
import { plural, shorten, table, type Column } from './text';

const COLOURS: Readonly<Record<RuleStatus, Colour>> = {
  conforms: 'green',
  deviates: 'red',
  unreached: 'yellow',
  blocked: 'yellow',
  inconclusive: 'yellow',
  'under-sampled': 'yellow',
  'not-run': 'yellow',
  'not-selected': 'dim',
};

const COLUMNS: readonly Column[] = [
  { title: 'rule' },
  { title: 'error' },
  { title: 'status' },
  { title: 'violating', right: true },
  { title: 'twins', right: true },
  { title: 'failure rate below', right: true },
];
const STATUS_COLUMN = 2;

/** `1.00 %` from 0.00993; a dash where nothing can be said. */
export const percent = (rate: number | null): string =>
  rate === null ? '-' : `${(rate * 100).toFixed(2)} %`;

const isRun = ({ status }: RuleReport): boolean => status !== 'not-selected';

/** What the documents say must be seen, in one word. */
export function errorCell({ expects, code, error }: Pick<RuleReport, 'expects' | 'code' | 'error'>): string {
  if (expects !== 'rejects') return expects === 'accepts' ? 'accepted' : 'effect';
  return code === null ? (error ?? 'any error') : String(code);
}

function statusCell({ status, findings }: RuleReport): string {
  if (status !== 'deviates') return status;
  return findings.every(({ listed }) => listed) ? 'deviates (known)' : 'deviates';
}

const ruleRow = (rule: RuleReport): readonly string[] => [
  shorten(rule.id.slice(rule.area.length + 1) || rule.id, 42),
  shorten(errorCell(rule), 12),
  statusCell(rule),
  String(rule.violating),
  rule.expects === 'effect' && rule.twins === 0 ? '-' : String(rule.twins),
  percent(rule.bound95),
];

const isDocumented = ({ provenance }: RuleReport): boolean => provenance === 'documented';

function ruleTable(title: string, rules: readonly RuleReport[], paint: Paint): readonly string[] {
  const own = rules.filter(isRun);
  if (own.length === 0) return [];
  let row = 0;
  const dress = (cell: string, column: number): string => {
    const rule = own[column === COLUMNS.length - 1 ? row++ : row];
    return column === STATUS_COLUMN && rule !== undefined ? paint(COLOURS[rule.status], cell) : cell;
  };
  return [paint('bold', title), table(COLUMNS, own.map(ruleRow), dress), ''];
}

const areaTable = (area: Area, rules: readonly RuleReport[], paint: Paint): readonly string[] =>
  ruleTable(
    area,
    rules.filter((rule) => rule.area === area && isDocumented(rule)),
    paint,
  );

const OBSERVED = 'observed: in no document, frozen as this version was seen to do it';

const conformsBut = ({ putDown = [] }: SweepReport): string =>
  putDown.length === 0
    ? 'conforms'
    : `conforms, ${putDown.reduce((sum, { count }) => sum + count, 0)} put down to rules`;

function sweepStatus(sweep: SweepReport): string {
  const deviating = sweep.findings.reduce((total, { count }) => total + count, 0);
  if (sweep.findings.length > 0) return deviating > 0 ? `${deviating} deviate` : 'known witness deviates';
  return isShortSweep(sweep) ? 'under-sampled' : conformsBut(sweep);
}

const sweepRow = (sweep: SweepReport): readonly string[] => {
  return [
    sweep.id,
    sweepStatus(sweep),
    String(sweep.executed),
    String(sweep.inconclusive),
    String(sweep.unspecified),
  ];
};

function sweepTable(sweeps: readonly SweepReport[], paint: Paint): readonly string[] {
  if (sweeps.length === 0) return [];
  const columns: readonly Column[] = [
    { title: 'sweep' },
    { title: 'status' },
    { title: 'cases', right: true },
    { title: 'inconclusive', right: true },
    { title: 'unspecified', right: true },
  ];
  return [paint('bold', 'sweeps'), table(columns, sweeps.map(sweepRow)), ''];
}

const LEGEND = [
  'violating: cases that break (or exercise) the rule. twins: the same plans without what breaks it,',
  'accepted. failure rate below: what so many clean cases exclude with 95 % confidence.',
  '',
];

/** The tables of all areas that ran, and of the sweeps. */
export function verdictTables(report: Report, paint: Paint): string {
  const observed = report.rules.filter((rule) => !isDocumented(rule));
  const tables = [
    ...AREAS.flatMap((area) => areaTable(area, report.rules, paint)),
    ...ruleTable(OBSERVED, observed, paint),
  ];
  const left = report.rules.filter((rule) => !isRun(rule)).length;
  const rest = left === 0 ? [] : [`${plural(left, 'rule')} not selected.`, ''];
  return [
    ...(tables.length === 0 ? [] : LEGEND),
    ...tables,
    ...sweepTable(report.sweeps, paint),
    ...rest,
  ].join('\n');
}
