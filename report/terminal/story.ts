// Tells a deviation as a short story: what the document says, what the program did, what made the difference.
import type { DocumentedError } from '../../spec/error-table';
import type { Law } from '../../spec/law';
import { lawById } from '../../spec/laws';
import { ruleById } from '../../spec/rules';
import type { Witness } from '../../spec/result';
import { freshFirst, guiltyOf } from '../guilt';
import { historyOf } from '../history';
import { ACCEPTED } from '../outcome-names';
import type { FindingReport, Report, RuleReport } from '../report-types';
import { differenceText } from './difference-text';
import { briefHistory, wholeSteps } from './history-text';
import { expectedText, observedText } from './names';
import type { Paint } from './paint';
import { headingText, inCases, labelled, labelledWhole, wrap } from './text';

const SWEEP_STORIES = 5;

export type StoryContext = {
  readonly errors: readonly DocumentedError[];
  readonly paint: Paint;
  /** The witness behind a path in the report folder. */
  readonly witnessOf: (path: string) => Witness | undefined;
  /** The command that replays the witness at a path in the report folder. */
  readonly replayCommand: (path: string) => string;
};

type Stated = Pick<RuleReport, 'statement' | 'sources'>;

const placesOf = (sources: RuleReport['sources']): string =>
  [...new Set(sources.map(({ document, section }) => `${document}, ${headingText(section)}`))].join('; ');

/** `CPI_CONTEXT.md, 3. Non-Empty on Execute` for each source; what was only observed has none. */
export const sourceText = ({ sources }: Pick<RuleReport, 'sources'>): string =>
  sources.length === 0 ? 'no document: observed' : placesOf(sources);

/** How plan and twin differ; a sentence where there is no twin. */
export function twinText(witness: Witness | undefined): string {
  if (witness === undefined) return 'the witness file is missing';
  if (witness.twin === null)
    return witness.expected === ACCEPTED
      ? 'none: this plan is valid itself'
      : 'there is no valid plan that this one was made from';
  const lines = differenceText(witness.twin, witness.plan);
  return lines.length === 0 ? 'none: the plan is its own twin' : lines.join('; ');
}

/** What sets a law's second road apart from the first. */
export function roadsText(law: Pick<Law, 'slot'>, witness: Witness): string {
  return law.slot === undefined ? twinText(witness) : `the same plan at slot ${law.slot}`;
}

/** The difference behind a deviation, of a law or of anything else. */
function differenceOf(id: string, witness: Witness | undefined): string {
  const law = lawById(id);
  return law === undefined || witness === undefined ? twinText(witness) : roadsText(law, witness);
}

export type Telling = {
  readonly id: string;
  /** The rule or the law; a sweep has neither. */
  readonly rule: Stated | undefined;
  readonly finding: FindingReport;
};

const detailText = ({ detail }: FindingReport): string => (detail === '' ? '' : ` (${detail})`);

/** What an unlisted deviation's witness does, in full where no twin shows what is wrong in it; the whole story is the replay command's. */
function stepLines(witness: Witness | undefined, { listed }: FindingReport): readonly string[] {
  if (witness === undefined || listed) return [];
  const steps = witness.twin === null ? wholeSteps : briefHistory;
  return steps(historyOf(witness.plan, null)).map((step, index) =>
    labelled(index === 0 ? 'steps' : '', step),
  );
}

const NAMED = 8;

/** The rules that a sweep's case is about: it has no statement of its own. */
function sweepSays({ because }: FindingReport): string {
  if (because.length === 0) return 'A sweep: no rule is broken, and nothing else is to be seen.';
  const [first = ''] = because;
  const only = because.length === 1 ? ruleById(first) : undefined;
  if (only !== undefined)
    return `A sweep; what is expected rests on ${first}: ${only.statement} [${sourceText(only)}]`;
  const left = because.length - NAMED;
  const more = left > 0 ? ` and ${left} more` : '';
  return `A sweep; what is expected rests on ${because.slice(0, NAMED).join(', ')}${more}.`;
}

/** One deviation in about seven lines. */
export function story({ id, rule, finding }: Telling, context: StoryContext): string {
  const { errors, paint, witnessOf, replayCommand } = context;
  const known = finding.listed ? paint('dim', ', known') : paint('red', ', not in the baseline');
  const witness = witnessOf(finding.witness);
  const says = rule === undefined ? sweepSays(finding) : `${rule.statement} [${sourceText(rule)}]`;
  return [
    `${paint('bold', id)}: ${finding.verdict} ${inCases(finding.count)}${known}`,
    labelled('says', says),
    labelled('expected', expectedText(finding.expected, errors)),
    labelled('observed', `${observedText(finding.observed, errors)}${detailText(finding)}`),
    ...stepLines(witness, finding),
    labelled('difference', differenceOf(id, witness)),
    labelledWhole('replay', replayCommand(finding.witness)),
    '',
  ].join('\n');
}

const ruleTellings = (report: Report): readonly Telling[] =>
  report.rules.flatMap((rule) => rule.findings.map((finding) => ({ id: rule.id, rule, finding })));

/** Sweeps mostly repeat what the rules' own claims say more clearly, so only some of theirs are told. */
const sweepTellings = (report: Report): readonly Telling[] =>
  report.sweeps.flatMap(({ id, findings }) => findings.map((finding) => ({ id, rule: undefined, finding })));

const lawTellings = (report: Report): readonly Telling[] =>
  report.laws.flatMap((law) => law.findings.map((finding) => ({ id: law.id, rule: law, finding })));

/** The rules that met what another one is about, a paragraph for each of those. */
function besideText(met: readonly Telling[], stated: readonly Telling[]): readonly string[] {
  const beside = new Map<string, Set<string>>();
  for (const telling of met) {
    const guilty = guiltyOf(telling, stated) ?? '';
    beside.set(guilty, (beside.get(guilty) ?? new Set()).add(telling.id));
  }
  return [...beside].flatMap(([guilty, ids]) => [
    wrap(
      `What ${guilty} is about was met in the cases of ${[...ids].join(', ')}, too, each with a witness in report.json.`,
    ),
    '',
  ]);
}

/** The deviations: what the baseline does not list, then the rest; of both, those of rules, of laws, then some of sweeps. */
export function stories(report: Report, context: StoryContext): string {
  const sweeps = sweepTellings(report).toSorted(freshFirst);
  // A law shows that two roads part, a rule says what is wrong: rules first.
  const stated = [...ruleTellings(report).toSorted(freshFirst), ...lawTellings(report).toSorted(freshFirst)];
  const isKnown = ({ finding }: Telling): boolean => finding.listed;
  const met = stated.filter((telling) => guiltyOf(telling, stated) !== undefined);
  const shown = [...stated.filter((one) => !met.includes(one)), ...sweeps.slice(0, SWEEP_STORIES)];
  const [fresh, known] = [shown.filter((telling) => !isKnown(telling)), shown.filter(isKnown)];
  if (shown.length === 0) return '';
  const left = sweeps.length - SWEEP_STORIES;
  const more = left > 0 ? [`${left} more deviations of sweeps are in report.json.`, ''] : [];
  const told = (some: readonly Telling[]): readonly string[] => some.map((one) => story(one, context));
  const lines = [...told(fresh), ...besideText(met, stated), ...told(known), ...more];
  return [context.paint('bold', 'Deviations'), '', ...lines].join('\n');
}
