// The documents section by section: which rules check each, where they stand, and what is not checked and why.
import { DOCUMENT_SECTIONS, type DocumentSection } from '../../spec/documents';
import type { DocumentName } from '../../spec/rule';
import { documentLink } from '../document-link';
import type { LawReport, Report, RuleReport } from '../report-types';
import { headingText } from '../terminal/text';
import { errorCell, percent } from '../terminal/verdict-table';
import { html, unless, type Html, type Part } from './html';
import { badge, fold, list, section, sectionId, table, type Cell } from './parts';
import { storyId } from './stories';

const COLUMNS = [
  { title: 'rule' },
  { title: 'status' },
  { title: 'expects' },
  { title: 'violating', right: true },
  { title: 'twins', right: true },
  { title: 'failure rate below', right: true },
];

/** `deviates (known)` where the baseline lists all that deviates. */
export function statusBadge({ status, findings }: Pick<RuleReport | LawReport, 'status' | 'findings'>): Html {
  const isBad = status === 'deviates' || status === 'broken';
  return isBad && findings.every(({ listed }) => listed) ? badge(`${status} (known)`, 'warn') : badge(status);
}

const nameHtml = ({ id, statement, findings, exemplar }: RuleReport): Html => {
  const [first] = findings;
  const link =
    first !== undefined
      ? html` <a href="#${storyId(first.witness)}">story<span class="hidden"> of ${id}</span></a>`
      : exemplar !== null
        ? html` <a href="${exemplar}">case<span class="hidden"> of ${id}</span></a>`
        : null;
  return html`<span class="id">${id}</span>${link}<br /><span class="quiet">${statement}</span>`;
};

/** One rule as a row, for any table of rules. */
export const ruleCells = (rule: RuleReport): readonly Cell[] => [
  nameHtml(rule),
  statusBadge(rule),
  errorCell(rule),
  rule.violating,
  rule.expects === 'effect' && rule.twins === 0 ? '–' : rule.twins,
  percent(rule.bound95),
];

export const ruleTable = (label: string, rules: readonly RuleReport[]): Html =>
  table(label, COLUMNS, rules.map(ruleCells));

function lawsHtml(ids: readonly string[], { laws }: Report): Part {
  const own = laws.filter(({ id }) => ids.includes(id));
  return unless(own.length === 0, () => list(own.map((law) => html`${statusBadge(law)} ${law.id}`)));
}

function sectionHtml(
  { document, section: heading, level, rules, laws, unchecked }: DocumentSection,
  report: Report,
): Html {
  const own = report.rules.filter(({ id }) => rules.includes(id));
  const title = headingText(heading);
  const link = documentLink(document, heading);
  const out = link === null ? null : html` <a href="${link}" aria-label="${title} in ${document}">↗</a>`;
  return html`<div class="doc-section level-${level}" id="${sectionId(document, heading)}">
    <h3>${title}${out}</h3>
    ${unless(own.length === 0, () => ruleTable(`Rules of ${document}, ${title}`, own))}${lawsHtml(laws, report)}
    ${unless(
      unchecked.length === 0,
      () =>
        html`<p class="quiet">
          Not checked: ${unchecked.map(({ what, why }, at) => `${at === 0 ? '' : '; '}${what} (${why})`)}.
        </p>`,
    )}
  </div> `;
}

const countText = (rules: readonly RuleReport[]): string => {
  const counts = new Map<string, number>();
  for (const { status } of rules) counts.set(status, (counts.get(status) ?? 0) + 1);
  return [...counts].map(([status, count]) => `${count} ${status}`).join(', ');
};

/** Whether something of the run rests on it. */
const isCited = (document: DocumentName, { rules, laws }: Report): boolean =>
  [...rules, ...laws].some(
    ({ status, sources }) => status !== 'not-selected' && sources.some((one) => one.document === document),
  );

function documentHtml(document: DocumentName, report: Report): Part {
  const sections = DOCUMENT_SECTIONS.filter((one) => one.document === document);
  const ids = new Set(sections.flatMap(({ rules }) => rules));
  const rules = report.rules.filter(({ id, status }) => ids.has(id) && status !== 'not-selected');
  if (!isCited(document, report)) return null;
  const summary = html`<strong>${document}</strong>
    <span class="quiet">${sections.length} sections, ${rules.length} rules: ${countText(rules)}</span>`;
  return fold(
    summary,
    sections.map((one) => sectionHtml(one, report)),
  );
}

const LEAD =
  'Every heading, with the rules that check what stands under it. A rule that rests on several places stands at each. Violating: cases that break or exercise it. Twins: the same plans without what breaks it, accepted.';

/** Every document that a rule of this run cites, and what no document says. */
export function documentsSection(report: Report): Html {
  const names = [...new Set(DOCUMENT_SECTIONS.map(({ document }) => document))];
  const observed = report.rules.filter(
    ({ provenance, status }) => provenance === 'observed' && status !== 'not-selected',
  );
  return section('documents', 'The documents, section by section', [
    html`<p>${LEAD}</p>\n`,
    names.map((name) => documentHtml(name, report)),
    unless(observed.length === 0, () =>
      fold(
        html`<strong>In no document</strong>
          <span class="quiet"
            >${observed.length} observed rules, counted apart: ${countText(observed)}</span
          >`,
        ruleTable('Observed rules', observed),
      ),
    ),
  ]);
}
