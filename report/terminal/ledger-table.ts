// The reachability ledger as text: every documented error, and every other error that was seen.
import { isKnownEntry } from '../ledger';
import type { LedgerEntry, LedgerStatus, Report, UndocumentedCode } from '../report-types';
import type { Colour, Paint } from './paint';
import { plural, shorten, table, type Column } from './text';

const KNOWN = 'deviates (known)';

const COLOURS: Readonly<Record<LedgerStatus | typeof KNOWN, Colour>> = {
  conforms: 'green',
  deviates: 'red',
  [KNOWN]: 'yellow',
  unreached: 'yellow',
  'under-sampled': 'yellow',
  'not-tried': 'dim',
};

const DOCUMENTED: readonly Column[] = [
  { title: 'code', right: true },
  { title: 'documented error' },
  { title: 'status' },
  { title: 'attempts', right: true },
  { title: 'raised', right: true },
  { title: 'seen instead' },
];
const STATUS_COLUMN = 2;

const insteadText = ({ status, instead }: LedgerEntry): string =>
  status === 'conforms' ? '' : instead.map(({ observed, count }) => `${observed} x${count}`).join(', ');

const entryRow = (entry: LedgerEntry, report: Report): readonly string[] => [
  String(entry.code ?? '-'),
  entry.name,
  isKnownEntry(entry, report) ? KNOWN : entry.status,
  String(entry.attempts),
  String(entry.raised),
  shorten(insteadText(entry), 60),
];

const dress =
  (paint: Paint) =>
  (cell: string, column: number): string => {
    const colour = COLOURS[cell.trim() as keyof typeof COLOURS] as Colour | undefined;
    return column === STATUS_COLUMN && colour !== undefined ? paint(colour, cell) : cell;
  };

const strangerRow = ({ raised, count, claims, witness }: UndocumentedCode): readonly string[] => [
  raised,
  String(count),
  String(claims.length),
  witness,
];

function strangers(report: Report): readonly string[] {
  const codes = report.ledger.undocumented;
  if (codes.length === 0) return ['No error was seen that these documents do not name.'];
  const columns: readonly Column[] = [
    { title: 'error not in these documents' },
    { title: 'seen', right: true },
    { title: 'claims', right: true },
    { title: 'witness' },
  ];
  return [table(columns, codes.map(strangerRow))];
}

/** In a run of some claims only, errors that no claim tried to raise are counted and not listed. */
function documented(report: Report, paint: Paint): readonly string[] {
  const { ledger, rules } = report;
  const filtered = rules.some(({ status }) => status === 'not-selected');
  const shown = ledger.documented.filter(({ status }) => !filtered || status !== 'not-tried');
  const left = ledger.documented.length - shown.length;
  return [
    ...(shown.length === 0
      ? []
      : [
          table(
            DOCUMENTED,
            shown.map((entry) => entryRow(entry, report)),
            dress(paint),
          ),
        ]),
    ...(left === 0 ? [] : [`${plural(left, 'documented error')} not tried in this selection.`]),
  ];
}

/** Both halves of the ledger. */
export const ledgerTables = (report: Report, paint: Paint): string =>
  [paint('bold', 'Reachability'), ...documented(report, paint), '', ...strangers(report), ''].join('\n');
