// What `list` prints: the rules by area, or the documents section by section.
import type { DocumentSection } from '../../spec/documents';
import type { Law } from '../../spec/law';
import { AREAS, type Rule } from '../../spec/rule';
import { needsText } from './not-applicable';
import type { Paint } from './paint';
import { sourceText } from './story';
import { headingText, plural, shorten, WIDTH, wrap } from './text';

/** What must be seen when the rule is exercised, in a few words. */
export function expectsText({ expects }: Rule): string {
  if (expects.kind !== 'rejects') return expects.kind === 'accepts' ? 'accepted' : 'effect';
  if (expects.error === null) return expects.code === null ? 'any error' : String(expects.code);
  return expects.code === null ? expects.error : `${expects.code} ${expects.error}`;
}

/** What a line holds besides the id and the text in brackets. */
const AROUND = 6;

const ruleLines = (rule: Rule, paint: Paint): readonly string[] => [
  `  ${paint('cyan', rule.id)}  ${paint('dim', `[${shorten(expectsText(rule), WIDTH - AROUND - rule.id.length)}]`)}`,
  wrap(rule.statement, 4),
  ...(rule.needs === undefined ? [] : [wrap(needsText(rule.needs), 4)]),
];

const lawLines = (law: Law, paint: Paint): readonly string[] => [
  `  ${paint('cyan', law.id)}  ${paint('dim', `[${sourceText(law)}]`)}`,
  wrap(law.statement, 4),
];

/** The laws, apart from the rules. */
export function lawList(laws: readonly Law[], paint: Paint): string {
  const lines = laws.flatMap((law) => lawLines(law, paint));
  return [paint('bold', 'laws'), ...lines, '', `${plural(laws.length, 'law')}.`].join('\n');
}

/** All rules: the documented ones area by area, then those that were only observed. */
export function ruleList(rules: readonly Rule[], paint: Paint): string {
  const documented = rules.filter(({ provenance }) => provenance === 'documented');
  const observed = rules.filter(({ provenance }) => provenance === 'observed');
  const block = (title: string, own: readonly Rule[]): readonly string[] =>
    own.length === 0 ? [] : [paint('bold', title), ...own.flatMap((rule) => ruleLines(rule, paint)), ''];
  const areas = AREAS.map((area) => [area, documented.filter((rule) => rule.area === area)] as const);
  return [
    ...areas.flatMap(([area, own]) => block(area, own)),
    ...block('observed: in no document, frozen as this version was seen to do it', observed),
    `${plural(documented.length, 'documented rule')}.`,
    ...(observed.length === 0 ? [] : [`${plural(observed.length, 'observed rule')}, not counted.`]),
  ].join('\n');
}

function sectionLines(
  { section, level, rules, laws, unchecked }: DocumentSection,
  paint: Paint,
): readonly string[] {
  const gap = rules.length + unchecked.length === 0;
  return [
    `${'  '.repeat(level - 1)}${paint('bold', headingText(section))}`,
    ...rules.map((id) => wrap(paint('cyan', id), 2 * level, 2 * level + 2)),
    ...laws.map((id) => wrap(`law: ${paint('cyan', id)}`, 2 * level, 2 * level + 2)),
    ...unchecked.map(({ what, why }) => wrap(`not checked: ${what}: ${why}.`, 2 * level, 2 * level + 2)),
    ...(gap ? [wrap('no rule of its own; see the sections below', 2 * level)] : []),
  ];
}

function totals(sections: readonly DocumentSection[]): string {
  const covered = sections.filter(({ rules }) => rules.length > 0).length;
  const gaps = sections.reduce((sum, { unchecked }) => sum + unchecked.length, 0);
  return `${covered} of ${plural(sections.length, 'section')} have rules; ${plural(gaps, 'statement')} not checked, each with its reason.`;
}

/** Both documents section by section: the rules that cover each, and what is not checked and why. */
export function documentList(sections: readonly DocumentSection[], paint: Paint): string {
  const documents = [...new Set(sections.map(({ document }) => document))];
  const blocks = documents.flatMap((document) => [
    paint('bold', `== ${document} ==`),
    ...sections
      .filter((section) => section.document === document)
      .flatMap((section) => sectionLines(section, paint)),
    '',
  ]);
  return [...blocks, totals(sections)].join('\n');
}
