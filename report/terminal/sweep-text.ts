// What a sweep is, for people: the list of them, and one explained with its deviations and a case.
import type { DocumentedError } from '../../spec/error-table';
import type { BaselineEntry, ProgramHashes, Witness } from '../../spec/result';
import { historyOf, type Run } from '../history';
import { historyText } from './history-text';
import { expectedText, observedText } from './names';
import type { Paint } from './paint';
import { otherProgramLines } from './programs-text';
import { labelled, labelledWhole, plural, wrap } from './text';

export type SweepAbout = {
  readonly id: string;
  /** Present-tense sentence. */
  readonly title: string;
  /** What its cases are made of. */
  readonly draws?: string;
  /** Cases in a full run. */
  readonly defaultRuns: number;
};

const sweepLines = ({ id, title, draws, defaultRuns }: SweepAbout, paint: Paint): readonly string[] => [
  `  ${paint('cyan', id)}  ${paint('dim', `[${plural(defaultRuns, 'case')}]`)}`,
  wrap(`${title}.`, 4),
  ...(draws === undefined ? [] : [wrap(`draws: ${draws}`, 4, 6)]),
];

/** The sweeps, apart from rules and laws. */
export function sweepList(sweeps: readonly SweepAbout[], paint: Paint): string {
  const lines = sweeps.flatMap((sweep) => sweepLines(sweep, paint));
  const head = paint('bold', 'sweeps: plans that break no rule, one or several');
  return [head, ...lines, '', `${plural(sweeps.length, 'sweep')}.`].join('\n');
}

export type SweepExplanation = {
  readonly sweep: SweepAbout;
  readonly errors: readonly DocumentedError[];
  readonly paint: Paint;
  /** Its known deviations. */
  readonly entries: readonly BaselineEntry[];
  readonly witness: { readonly file: string; readonly content: Witness } | undefined;
  /** What the witness did just now; null where it was not run. */
  readonly run: Run | null;
  readonly replayCommand: (file: string) => string;
  /** The programs that the case was run on just now; null where it was not run. */
  readonly loaded: ProgramHashes | null;
};

const outcome = (
  { expected, observed }: BaselineEntry | Witness,
  errors: readonly DocumentedError[],
): string => `expected ${expectedText(expected, errors)}, observed ${observedText(observed, errors)}`;

function knownLines({ entries, errors }: SweepExplanation): readonly string[] {
  if (entries.length === 0) return [labelled('known', 'no deviation: the baseline lists none for it')];
  return entries.map((entry) =>
    labelled('known', `${entry.verdict}: ${outcome(entry, errors)}. Reason: ${entry.reason}`),
  );
}

function caseLines({
  sweep,
  witness,
  run,
  errors,
  paint,
  replayCommand,
  loaded,
}: SweepExplanation): readonly string[] {
  if (witness === undefined) return [wrap('No case to show: none could be run.', 2)];
  const { file, content } = witness;
  const history = historyOf(content.plan, run);
  return [
    labelled('case', `${content.verdict}: ${outcome(content, errors)}`),
    historyText({ history, errors, paint, rule: sweep.id, detail: content.detail }),
    ...otherProgramLines(content.programs, loaded),
    labelledWhole('replay', replayCommand(file)),
  ];
}

/** One sweep with a case. */
export function explainSweep(explanation: SweepExplanation): string {
  const { sweep, paint } = explanation;
  return [
    paint('bold', sweep.id),
    labelled('says', sweep.title),
    ...(sweep.draws === undefined ? [] : [labelled('draws', sweep.draws)]),
    labelled('cases', `${sweep.defaultRuns} in a full run`),
    ...knownLines(explanation),
    ...caseLines(explanation),
    '',
  ].join('\n');
}
