// Where the two runtimes differ, as a section of the page.
import { RUNTIME_DIFFERENCES } from '../../spec/runtime-differences';
import type { DisagreementReport, Report } from '../report-types';
import { disagreementText } from '../runtimes';
import { html, unless, type Html, type Part } from './html';
import { list, section } from './parts';

const reasonOf = (id: string): string => {
  const known = RUNTIME_DIFFERENCES.find((one) => one.id === id);
  return known === undefined ? id : `${known.statement} ${known.reason}`;
};

const rowHtml = (row: DisagreementReport): Html =>
  html`<strong>${row.known === null ? 'runner-disagrees' : 'known'}</strong> ${row.claim}, ${row.count} times,
    ${disagreementText(row)}. ${row.known === null ? '' : reasonOf(row.known)} <code>${row.witness}</code>`;

/** Nothing where bankrun alone ran. */
export function runtimesSection({ backend = 'bankrun', disagreements = [] }: Report): Part {
  return unless(backend === 'bankrun', () =>
    section('runtimes', 'Runtimes', [
      html`<p>
        ${
          backend === 'both'
            ? 'Each plan ran on bankrun and on LiteSVM; the verdicts are about bankrun. No program is to blame for what stands here.'
            : 'The plans ran on LiteSVM; where it has another name for the same refusal, it is judged by bankrun’s.'
        }
      </p> `,
      disagreements.length === 0
        ? html`<p>The runtimes differ nowhere.</p> `
        : list(disagreements.map(rowHtml)),
    ]),
  );
}
