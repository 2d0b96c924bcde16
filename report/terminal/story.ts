// Tells a deviation as a short story: what the document says, what the program did, what made the difference.
import type { DocumentedError } from '../../spec/error-table';
import type { Witness } from '../../spec/result';
import { diffPlans } from '../diff';
import type { FindingReport, Report, RuleReport } from '../report-types';
import { expectedText, observedText } from './names';
import type { Paint } from './paint';
import { differenceText } from './plan-text';
import { labelled, labelledWhole } from './text';

const SWEEP_STORIES = 5;

export type StoryContext = {
  readonly errors: readonly DocumentedError[];
  readonly paint: Paint;
  /** The witness behind a path in the report folder. */
  readonly witnessOf: (path: string) => Witness | undefined;
  /** The command that replays the witness at a path in the report folder. */
  readonly replayCommand: (path: string) => string;
};

const placesOf = (sources: RuleReport['sources']): string =>
  [...new Set(sources.map(({ document, section }) => `${document}, ${section}`))].join('; ');

/** `CPI_CONTEXT.md, 3. Non-Empty on Execute` for each source; what was only observed has none. */
export const sourceText = ({ sources }: Pick<RuleReport, 'sources'>): string =>
  sources.length === 0 ? 'no document: observed' : placesOf(sources);

/** How plan and twin differ; a sentence where there is no twin. */
export function twinText(witness: Witness | undefined): string {
  if (witness === undefined) return 'the witness file is missing';
  if (witness.twin === null) return 'there is no valid plan that this one was made from';
  const lines = differenceText(diffPlans(witness.twin, witness.plan));
  return lines.length === 0 ? 'none: the plan is its own twin' : lines.join('; ');
}

export type Telling = {
  readonly id: string;
  readonly rule: RuleReport | undefined;
  readonly finding: FindingReport;
};

const detailText = ({ detail }: FindingReport): string => (detail === '' ? '' : ` (${detail})`);

/** One deviation in about six lines. */
export function story({ id, rule, finding }: Telling, context: StoryContext): string {
  const { errors, paint, witnessOf, replayCommand } = context;
  const known = finding.listed ? paint('dim', ', known') : paint('red', ', not in the baseline');
  const says =
    rule === undefined
      ? 'A sweep: see the rules named in the witness.'
      : `${rule.statement} [${sourceText(rule)}]`;
  return [
    `${paint('bold', id)}: ${finding.verdict} in ${finding.count} cases${known}`,
    labelled('says', says),
    labelled('expected', expectedText(finding.expected, errors)),
    labelled('observed', `${observedText(finding.observed, errors)}${detailText(finding)}`),
    labelled('difference', twinText(witnessOf(finding.witness))),
    labelledWhole('replay', replayCommand(finding.witness)),
    '',
  ].join('\n');
}

const ruleTellings = (report: Report): readonly Telling[] =>
  report.rules.flatMap((rule) => rule.findings.map((finding) => ({ id: rule.id, rule, finding })));

/** Sweeps mostly repeat what the rules' own claims say more clearly, so only some of theirs are told. */
const sweepTellings = (report: Report): readonly Telling[] =>
  report.sweeps.flatMap(({ id, findings }) => findings.map((finding) => ({ id, rule: undefined, finding })));

const freshFirst = (all: readonly Telling[]): readonly Telling[] =>
  all.toSorted((a, b) => Number(a.finding.listed) - Number(b.finding.listed));

/** The deviations: those of rules, then some of sweeps; what the baseline does not list comes first. */
export function stories(report: Report, context: StoryContext): string {
  const sweeps = freshFirst(sweepTellings(report));
  const all = [...freshFirst(ruleTellings(report)), ...sweeps.slice(0, SWEEP_STORIES)];
  if (all.length === 0) return '';
  const left = sweeps.length - SWEEP_STORIES;
  const more = left > 0 ? [`${left} more deviations of sweeps are in report.json.`, ''] : [];
  const told = all.map((telling) => story(telling, context));
  return [context.paint('bold', 'Deviations'), '', ...told, ...more].join('\n');
}
