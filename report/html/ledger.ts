// The other tables of a report: errors reached or not, laws, sweeps, fences, codes, and what does not apply.
import { fenceOf } from '../../spec/fences';
import { SYSTEM_CODES } from '../../spec/codes/system';
import { CODE_COLUMNS } from '../../spec/codes/types';
import type { CodesReport } from '../codes/types';
import { isKnownEntry } from '../ledger';
import type { Report } from '../report-types';
import { isShortSweep } from '../rule-status';
import { namedError, SHORT_NAMES } from '../terminal/codes-table';
import { percent } from '../terminal/verdict-table';
import { statusBadge } from './documents';
import { html, joined, unless, type Html, type Part } from './html';
import { badge, fold, section, table } from './parts';

const right = (title: string): { title: string; right: true } => ({ title, right: true });
const left = (title: string): { title: string } => ({ title });

const insteadText = (instead: readonly { readonly observed: string; readonly count: number }[]): string =>
  instead.map(({ observed, count }) => `${observed} ×${count}`).join(', ');

/** A name of words without spaces may break between them. */
const breakable = (name: string): Part => joined(name.split(/(?<=[a-z])(?=[A-Z])/), html`<wbr />`);

function documentedHtml(report: Report): Html {
  const rows = report.ledger.documented.map((entry) => [
    breakable(`${entry.code ?? ''} ${entry.name}`.trim()),
    isKnownEntry(entry, report) ? badge('deviates (known)', 'warn') : badge(entry.status),
    entry.attempts,
    entry.raised,
    entry.status === 'conforms' ? '' : insteadText(entry.instead),
  ]);
  const columns = [
    left('documented error'),
    left('status'),
    right('attempts'),
    right('raised'),
    left('seen instead'),
  ];
  return table('Documented errors', columns, rows);
}

function undocumentedHtml({ ledger }: Report): Part {
  const rows = ledger.undocumented.map(({ raised, count, claims, witness }) => [
    namedError(raised),
    count,
    claims.length,
    html`<a href="${witness}">case<span class="hidden"> of ${raised}</span></a>`,
  ]);
  const columns = [left('error not in these documents'), right('seen'), right('claims'), left('witness')];
  const summary = html`<strong>Errors that the documents of this run do not name</strong>
    <span class="quiet">${rows.length}</span>`;
  return unless(rows.length === 0, () =>
    fold(summary, table('Errors not in these documents', columns, rows)),
  );
}

function codesHtml({ matrix }: CodesReport): Html {
  const columns = [left('code'), ...CODE_COLUMNS.map((column) => left(SHORT_NAMES[column]))];
  const rows = SYSTEM_CODES.map(({ code, name }) => [
    `${code} ${name}`,
    ...CODE_COLUMNS.map((column) => {
      const cell = matrix.find((one) => one.code === code && one.instruction === column);
      return cell === undefined ? '' : cell.state;
    }),
  ]);
  return fold(
    html`<strong>Every code under every instruction</strong> <span class="quiet">${rows.length} codes</span>`,
    table('Codes under instructions', columns, rows),
  );
}

/** Reached or not, error by error. */
export const ledgerSection = (report: Report): Html =>
  section('errors', 'Errors: reached or not', [
    documentedHtml(report),
    undocumentedHtml(report),
    report.codes === undefined ? null : codesHtml(report.codes),
  ]);

/** Laws and sweeps; nothing where none ran. */
export function lawsSection({ laws, sweeps }: Report): Part {
  const ran = laws.filter(({ status }) => status !== 'not-selected');
  const lawRows = ran.map((law) => [
    html`<span class="id">${law.id}</span><br /><span class="quiet">${law.statement}</span>`,
    statusBadge(law),
    law.compared,
    percent(law.bound95),
  ]);
  const sweepRows = sweeps.map((sweep) => {
    const deviates = sweep.findings.length > 0;
    const status = deviates ? 'deviates' : isShortSweep(sweep) ? 'under-sampled' : 'conforms';
    const isKnown = deviates && sweep.findings.every(({ listed }) => listed);
    const isPutDown = status === 'conforms' && sweep.putDown !== undefined;
    const shown = isKnown
      ? badge('deviates (known)', 'warn')
      : isPutDown
        ? badge('conforms, known of rules', 'warn')
        : badge(status);
    return [sweep.id, shown, sweep.executed, sweep.inconclusive, sweep.unspecified];
  });
  if (lawRows.length + sweepRows.length === 0) return null;
  const lawColumns = [left('law'), left('status'), right('compared'), right('failure rate below')];
  const sweepColumns = [
    left('sweep'),
    left('status'),
    right('cases'),
    right('inconclusive'),
    right('unspecified'),
  ];
  return section('laws', 'Laws and sweeps', [
    html`<p>
      Laws compare two roads that the documents make equal. Sweeps break no rule, one or several at once. Both
      are counted apart from rules.
    </p> `,
    unless(lawRows.length === 0, () => table('Laws', lawColumns, lawRows)),
    unless(sweepRows.length === 0, () => table('Sweeps', sweepColumns, sweepRows)),
  ]);
}

/** Where known deviations keep other plans, and what does not apply to the version. */
export function limitsSection({ fences, notApplicable, programs }: Report): Part {
  if (fences.length + notApplicable.length === 0) return null;
  const fenceRows = fences.map(({ fence, fenced }) => {
    const { field, keeps } = fenceOf(fence) ?? { field: fence, keeps: 'no such fence' };
    return [field, keeps, fenced];
  });
  const absent = notApplicable.map(({ id, why }) => [id, why]);
  return section('limits', 'Fences, and what does not apply', [
    unless(fenceRows.length === 0, () => [
      html`<p>
        A known deviation must not drown the rest: the plans of all other rules stay where documents and
        program agree.
      </p> `,
      table('Fences', [left('field'), left('kept at'), right('cases')], fenceRows),
    ]),
    unless(absent.length === 0, () => [
      html`<p>${programs.version} has nothing of what these are about: neither run nor counted.</p> `,
      table('Not applicable', [left('rule'), left('why')], absent),
    ]),
  ]);
}
