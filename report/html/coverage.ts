// What the run covered: the state machine drawn with how often each edge was taken, and every item in tables.
import { COVERAGE_GROUPS } from '../../spec/coverage';
import type { CoverageReport } from '../report-types';
import { drawing } from './drawing';
import { html, unless, type Html, type Part } from './html';
import type { PageInput } from './page-types';
import { badge, fold, section, table, type Cell } from './parts';

const noteOf = ({ status, blockedBy, otherwise, documented }: CoverageReport): Part => [
  unless(status !== 'blocked', () => `by ${blockedBy.join(', ')}; refused with another code ×${otherwise}`),
  unless(documented, () => 'in no document'),
];

const cells = (item: CoverageReport): readonly Cell[] => [
  item.text,
  item.count,
  badge(item.status),
  noteOf(item),
];

const COLUMNS = [{ title: 'what' }, { title: 'times', right: true }, { title: 'status' }, { title: 'note' }];

function groupHtml(group: string, coverage: readonly CoverageReport[]): Html {
  const own = coverage.filter((item) => item.group === group);
  const title = COVERAGE_GROUPS[group] ?? group;
  const covered = own.filter(({ status }) => status === 'covered').length;
  const summary = html`<strong>${title}</strong>
    <span class="quiet">${covered} of ${own.length} covered</span>`;
  return fold(summary, table(title, COLUMNS, own.map(cells)));
}

/** The drawing and the tables. */
export function coverageSection({ report, stateMachine }: PageInput): Html {
  const { coverage } = report;
  const groups = [...new Set(coverage.map(({ group }) => group))];
  return section('states', 'The state machine, and what was covered', [
    html`<p>
      The states of a CPI context account, with how often each edge was taken as documented. Dashed: never taken, or only by what is refused, so that the state stays.
    </p> `,
    drawing(stateMachine, 'states-drawing', 'State machine of the CPI context account'),
    groups.map((group) => groupHtml(group, coverage)),
  ]);
}
