// The deviations as stories: what the documents say, what the program did, what made the difference, step by step.
import { lawById } from '../../spec/laws';
import type { Witness } from '../../spec/result';
import { diffPlans } from '../diff';
import { fileStem } from '../file-names';
import { entriesOf, sameOutcome } from '../findings';
import { freshFirst } from '../guilt';
import { historyOf } from '../history';
import { ACCEPTED } from '../outcome-names';
import type { FindingReport, Report, RuleReport } from '../report-types';
import { showValue } from '../show';
import { expectedText, observedText } from '../terminal/names';
import { inCases, plural } from '../terminal/text';
import { html, unless, type Html, type Part } from './html';
import type { PageInput } from './page-types';
import { badge, fold, placesHtml, section, table } from './parts';
import { stepsHtml } from './steps';

type Stated = Pick<RuleReport, 'statement' | 'sources'>;
export type Told = {
  readonly id: string;
  /** The rule or the law; a sweep has neither. */
  readonly stated: Stated | null;
  readonly finding: FindingReport;
};

/** Every finding, those that the baseline does not list first; of them, what rules show before sweeps, what a rule is about before what it met. */
export function toldIn({ rules, laws, sweeps }: Report): readonly Told[] {
  const stated = [...rules, ...laws].flatMap((row) =>
    row.findings.map((finding) => ({ id: row.id, stated: row, finding })),
  );
  const swept = sweeps.flatMap(({ id, findings }) =>
    findings.map((finding) => ({ id, stated: null, finding })),
  );
  const all = [...stated.toSorted(freshFirst), ...swept.toSorted(freshFirst)];
  return all.toSorted((a, b) => Number(a.finding.listed) - Number(b.finding.listed));
}

/** Where on the page the story of a witness stands. */
export const storyId = (witness: string): string => `story-${fileStem(witness.replace(/\.json$/, ''))}`;

const DIFFERENCES = 12;

function differenceHtml(id: string, { twin, plan, expected }: Witness): Part {
  if (twin === null)
    return expected === ACCEPTED
      ? html`<p class="quiet">This plan is valid itself.</p> `
      : html`<p class="quiet">There is no valid plan that this one was made from.</p> `;
  const slot = lawById(id)?.slot;
  if (slot !== undefined) return html`<p>The same plan at slot ${slot}.</p> `;
  const all = diffPlans(twin, plan);
  if (all.length === 0) return html`<p class="quiet">The plan is its own twin.</p> `;
  const rows = all
    .slice(0, DIFFERENCES)
    .map(({ place, twin: was, plan: is }) => [html`<code>${place}</code>`, showValue(was), showValue(is)]);
  const names = lawById(id) === undefined ? ['accepted twin', 'this plan'] : ['first road', 'second road'];
  const columns = ['where', ...names].map((title) => ({ title }));
  const left = all.length - rows.length;
  return [
    table('What differs', columns, rows),
    unless(
      left <= 0,
      () => html`<p class="quiet">And ${plural(left, 'more difference')}, in the witness.</p> `,
    ),
  ];
}

function historiesHtml(told: Told, witness: Witness, page: PageInput): Part {
  const { id, finding } = told;
  const shown = page.runOf(finding.witness);
  const steps = { errors: page.errors, rule: id, detail: finding.detail };
  const history = historyOf(witness.plan, shown?.run ?? null);
  if (shown?.first == null || witness.twin === null) return stepsHtml({ ...steps, history });
  const first = historyOf(witness.twin, shown.first);
  return [
    html`<h3>First road</h3>`,
    stepsHtml({ ...steps, detail: '', history: first }),
    html`<h3>Second road</h3>`,
    stepsHtml({ ...steps, history }),
  ];
}

function sidesHtml({ finding }: Told, { errors }: PageInput): Html {
  const { expected, observed, detail } = finding;
  return html`<dl class="sides">
    <div>
      <dt>Expected</dt>
      <dd>${expectedText(expected, errors)}</dd>
    </div>
    <div class="bad">
      <dt>Observed</dt>
      <dd>${observedText(observed, errors)}${unless(detail === '', () => ` (${detail})`)}</dd>
    </div>
  </dl> `;
}

function reasonHtml({ id, finding }: Told, { baseline }: PageInput): Part {
  const entry = entriesOf(baseline, id).find((one) => sameOutcome(one, finding));
  return entry === undefined ? null : html`<p><strong>Known because:</strong> ${entry.reason}</p> `;
}

const saysHtml = ({ stated, finding }: Told): Html => {
  if (stated !== null)
    return html`<blockquote>
      ${stated.statement}
      <span class="quiet"
        >${stated.sources.length === 0 ? 'In no document: observed.' : placesHtml(stated.sources)}</span
      >
    </blockquote> `;
  const { because } = finding;
  return html`<p>
    A sweep${unless(because.length === 0, () => `: what is expected rests on ${because.join(', ')}`)}.
  </p> `;
};

function storyBody(told: Told, page: PageInput): Html {
  const path = told.finding.witness;
  const witness = page.witnessOf(path);
  return html`<div id="${storyId(path)}">
    ${saysHtml(told)}${sidesHtml(told, page)}${reasonHtml(told, page)}
    ${
      witness === undefined
        ? html`<p>The witness file is missing.</p>`
        : [
            html`<h3>What made the difference</h3> `,
            differenceHtml(told.id, witness),
            html`<h3>Step by step</h3> `,
            historiesHtml(told, witness, page),
          ]
    }
    <p class="quiet">
      Again: <code class="command">${page.replayCommand(path)}</code> ·
      <a href="${path}">the witness as JSON</a>
    </p>
  </div> `;
}

function storyHtml(told: Told, page: PageInput): Html {
  const { verdict, count, listed, expected, observed } = told.finding;
  const summary = html`${badge(listed ? 'known' : 'new')} <strong>${told.id}</strong>
    <span class="brief">${expectedText(expected, page.errors)} → ${observedText(observed, page.errors)}</span>
    <span class="quiet">${verdict} ${inCases(count)}</span>`;
  return fold(summary, storyBody(told, page), !listed);
}

const LEAD =
  'Each is the smallest case found. The plan is told step by step, with the decoded context accounts before and after; what changed is underlined.';

/** All deviations. */
export function storiesSection(page: PageInput): Html {
  const all = toldIn(page.report);
  const fresh = all.filter(({ finding }) => !finding.listed).length;
  const head =
    all.length === 0
      ? html`<p>No deviation was seen.</p> `
      : html`<p>${fresh} new, ${all.length - fresh} known in the baseline. ${LEAD}</p> `;
  const { untold = null } = page;
  const gap = all.length === 0 || untold === null ? [] : [html`<p><strong>${untold}</strong></p> `];
  return section('deviations', 'Deviations', [head, gap, all.map((told) => storyHtml(told, page))]);
}
