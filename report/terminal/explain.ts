// What `explain` prints about one rule: what is said where, what must be seen, and the smallest case that shows it.
import type { DocumentedError } from '../../spec/error-table';
import type { Rule } from '../../spec/rule';
import type { BaselineEntry, ProgramHashes, Witness } from '../../spec/result';
import { historyOf, type Run } from '../history';
import { expectsText } from './list';
import { expectedText, observedText } from './names';
import { needsText } from './not-applicable';
import type { Paint } from './paint';
import { otherProgramLines } from './programs-text';
import { historyText } from './history-text';
import { sourceText, twinText } from './story';
import { labelled, labelledWhole, wrap } from './text';

export type Explanation = {
  readonly rule: Rule;
  readonly errors: readonly DocumentedError[];
  readonly paint: Paint;
  /** The rule's entry in the baseline, if it is a known deviation. */
  readonly entry: BaselineEntry | undefined;
  /** The witness to show, and the file it is from. */
  readonly witness: { readonly file: string; readonly content: Witness } | undefined;
  /** What the witness did just now; null where it was not run. */
  readonly run: Run | null;
  /** The rule's place in the observed order. */
  readonly order?: readonly string[];
  readonly replayCommand: (file: string) => string;
  /** The programs that the case was run on just now; null where it was not run. */
  readonly loaded: ProgramHashes | null;
};

function raisedBy({ expects, area }: Rule): string {
  if (expects.kind === 'accepts') return 'nobody: whatever is chosen must be accepted';
  if (expects.kind === 'effect') return 'nobody: it holds in the world after an accepted transaction';
  if (expects.error !== null && area === 'cpi-guide') return 'the runtime, or a program of the call graph';
  return expects.error === null
    ? 'the documents name no error: any will do'
    : 'light-system, and no other program';
}

function knownText(
  { status, expected, observed, verdict, reason, fence }: BaselineEntry,
  errors: readonly DocumentedError[],
): string {
  const what = `${status}, ${verdict}: expected ${expectedText(expected, errors)}, observed ${observedText(observed, errors)}.`;
  return `${what} Reason: ${reason}.${fence === undefined ? '' : ` Fence: ${fence}.`}`.replace('..', '.');
}

/** An effect shows in a valid plan, which is made from no other. */
function differenceLine({ expects }: Rule, content: Witness): readonly string[] {
  if (expects.kind === 'effect' && content.twin === null) return [];
  return [labelled('difference', `from its twin, the valid plan it was made from: ${twinText(content)}`)];
}

function caseLines(explanation: Explanation): readonly string[] {
  const { rule, witness, run, errors, paint, replayCommand, loaded } = explanation;
  if (witness === undefined) {
    return [
      wrap(
        'No case to show: a run keeps one for each rule whose error appeared, and one for each deviation.',
        2,
        4,
      ),
    ];
  }
  const { file, content } = witness;
  const outcome = `expected ${expectedText(content.expected, errors)}, observed ${observedText(content.observed, errors)}`;
  return [
    labelled('case', `${content.kind}, ${content.verdict}: ${outcome}`),
    historyText({
      history: historyOf(content.plan, run),
      errors,
      paint,
      rule: rule.id,
      detail: content.detail,
    }),
    ...differenceLine(rule, content),
    ...otherProgramLines(content.programs, loaded),
    labelledWhole('replay', replayCommand(file)),
  ];
}

/** One rule in about twenty lines. */
export function explainRule(explanation: Explanation): string {
  const { rule, paint, entry, errors, order = [] } = explanation;
  return [
    paint('bold', rule.id),
    labelled('says', rule.statement),
    labelled('stands in', sourceText(rule)),
    labelled('expects', expectsText(rule)),
    labelled('raised by', raisedBy(rule)),
    ...(rule.needs === undefined ? [] : [labelled('versions', needsText(rule.needs))]),
    ...(rule.note === undefined ? [] : [labelled('note', rule.note)]),
    ...(entry === undefined ? [] : [labelled('known', knownText(entry, errors))]),
    ...order,
    ...caseLines(explanation),
    '',
  ].join('\n');
}

/** The head of an explanation of an error: its name, its cause, where it stands. */
export function explainError({ code, name, cause, documents, rules }: DocumentedError, paint: Paint): string {
  const covered =
    rules.length === 0 ? 'No rule stands for it: see list --documents.' : `Rules: ${rules.join(', ')}.`;
  return [
    paint('bold', code === null ? name : `${code} ${name}`),
    wrap(`${cause} [${documents.join(', ')}, error table]. ${covered}`, 2, 4),
    '',
  ].join('\n');
}
