// The versions side by side as text: a summary of each, and the rows in which they differ.
import type { Cell, MatrixRow, VersionMatrix, VersionSummary } from '../version-matrix';
import type { Paint } from './paint';
import { plural, shorten, table, wrap } from './text';

const NAME_WIDTH = 44;

/** What was seen, without what is said anyway. */
const brief = (observed: string): string =>
  observed
    .replace(/^[\w-]+: /, '')
    .replace(/^light-system:/, '')
    .replace(/^accepted, /, '');

/** `deviates 12011`; of several outcomes the first, and how many more. */
function cellText({ status, observed }: Cell): string {
  const [first] = observed;
  if (first === undefined) return status;
  const more = observed.length === 1 ? '' : ` +${observed.length - 1}`;
  return `${status} ${shorten(brief(first), 16)}${more}`;
}

function summaryRow({
  version,
  exitCode,
  executed,
  rules,
  notApplicable,
  problems,
}: VersionSummary): readonly string[] {
  const { conforms = 0, deviates = 0, unreached = 0, ...others } = rules;
  const rest = Object.values(others).reduce((sum, count) => sum + count, 0);
  return [
    version,
    ...[conforms, deviates, unreached, rest, notApplicable, problems, executed, exitCode].map(String),
  ];
}

const SUMMARY = [
  { title: 'version' },
  ...['conforms', 'deviates', 'unreached', 'other', 'n.a.', 'problems', 'cases', 'exit code'].map(
    (title) => ({
      title,
      right: true,
    }),
  ),
];

const COLOURS: readonly (readonly [RegExp, 'green' | 'red' | 'yellow' | 'dim'])[] = [
  [/^(conforms|holds)/, 'green'],
  [/^(deviates|broken)/, 'red'],
  [/^n\.a\./, 'dim'],
  [/./, 'yellow'],
];

const rowText = ({ id, cells }: MatrixRow): readonly string[] => [
  shorten(id, NAME_WIDTH),
  ...cells.map(cellText),
];

/** What a run over all versions prints at its end. */
export function versionMatrixText({ versions, rows, exitCode }: VersionMatrix, paint: Paint): string {
  const differing = rows.filter(({ differs }) => differs);
  const columns = [{ title: 'rule or law' }, ...versions.map(({ version }) => ({ title: version }))];
  const dress = (cell: string, column: number): string => {
    const colour = COLOURS.find(([pattern]) => pattern.test(cell.trim()))?.[1];
    return column === 0 || colour === undefined ? cell : paint(colour, cell);
  };
  return [
    paint('bold', 'Versions: documented rules by status'),
    table(SUMMARY, versions.map(summaryRow)),
    '',
    paint('bold', `Rules and laws in which the versions differ: ${differing.length} of ${rows.length}`),
    ...(differing.length === 0 ? [] : [table(columns, differing.map(rowText), dress)]),
    '',
    wrap(
      `n.a.: the statement is about something that the version does not have. ${plural(rows.length - differing.length, 'row')} the same on every version, all in matrix.json.`,
      2,
    ),
    `Exit code ${exitCode}: the weightiest of the versions' (3 fault, 2 bad input, 1 nonconformance, 5 stale, 4 too little evidence).`,
  ].join('\n');
}
