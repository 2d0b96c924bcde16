// Several versions on one page: a summary of each, the rows in which they differ, and a link to each one's own page.
import type { Cell, VersionMatrix, VersionSummary } from '../version-matrix';
import { html, type Html } from './html';
import { frame } from './page';
import { badge, fold, section, table } from './parts';

const summaryRow = ({
  version,
  exitCode,
  executed,
  rules,
  notApplicable,
  problems,
}: VersionSummary): readonly (string | number | Html)[] => {
  const { conforms = 0, deviates = 0, unreached = 0, ...others } = rules;
  const rest = Object.values(others).reduce((sum, count) => sum + count, 0);
  return [
    executed === 0 ? version : html`<a href="${version}/index.html">${version}</a>`,
    conforms,
    deviates,
    unreached,
    rest,
    notApplicable,
    problems,
    executed,
    exitCode,
  ];
};

const COUNTS = [
  'conforms',
  'deviates',
  'unreached',
  'other',
  'not applicable',
  'problems',
  'cases',
  'exit code',
];

const cellHtml = ({ status, observed }: Cell): Html =>
  html`${badge(status)}${observed.map((one) => html`<br><span class="quiet">${one}</span>`)}`;

const rowsTable = (label: string, { versions }: VersionMatrix, rows: VersionMatrix['rows']): Html =>
  table(
    label,
    [{ title: 'rule or law' }, ...versions.map(({ version }) => ({ title: version }))],
    rows.map(({ id, cells }) => [id, ...cells.map(cellHtml)]),
  );

/** index.html of a run over all versions. */
export function writeVersionsPage(matrix: VersionMatrix): string {
  const { versions, rows, exitCode, seed } = matrix;
  const differing = rows.filter(({ differs }) => differs);
  const same = rows.filter(({ differs }) => !differs);
  const columns = [{ title: 'version' }, ...COUNTS.map((title) => ({ title, right: true }))];
  return frame({
    title: 'Conformance of Light’s system program, version by version',
    lead: `Documented rules by status; seed ${seed}, exit code ${exitCode}.`,
    navigation: [
      { id: 'versions', title: 'Versions' },
      { id: 'matrix', title: 'Where they differ' },
    ],
    main: [
      section('versions', 'Versions', table('Versions', columns, versions.map(summaryRow))),
      section('matrix', 'Where they differ', [
        html`<p>${differing.length} of ${rows.length} rules and laws. n.a.: the version has nothing of what the statement is about.</p>\n`,
        rowsTable('Rules and laws that differ', matrix, differing),
        fold(
          html`<strong>The same on every version</strong> <span class="quiet">${same.length}</span>`,
          rowsTable('Rules and laws that are the same', matrix, same),
        ),
      ]),
    ],
    footer: 'Everything here is in matrix.json beside this page.',
  });
}
