// The report as workflow commands of GitHub Actions, which a job's log turns into annotations.
import type { Problem, ProblemKind, Report } from '../report-types';

/** GitHub shows ten annotations of a level for a step, and drops the others without a word. */
const SHOWN = 10;

const escapeMessage = (text: string): string =>
  text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
const escapeProperty = (text: string): string =>
  escapeMessage(text).replace(/:/g, '%3A').replace(/,/g, '%2C');

/** Too little evidence says nothing against the programs, yet the gate is red. */
const WARNINGS: ReadonlySet<ProblemKind> = new Set(['under-sampled', 'vacuous']);

/** One annotation, as a line of the log. */
export const annotation = (level: string, title: string, message: string): string =>
  `::${level} title=${escapeProperty(title)}::${escapeMessage(message)}`;

function levelLines(level: string, problems: readonly Problem[]): readonly string[] {
  const room = problems.length > SHOWN ? SHOWN - 1 : SHOWN;
  const shown = problems
    .slice(0, room)
    .map(({ kind, claim, sentence }) =>
      annotation(level, claim === null ? kind : `${kind}: ${claim}`, sentence),
    );
  const left = problems.length - shown.length;
  return left === 0
    ? shown
    : [...shown, annotation(level, 'cpi-conformance', `${left} more problems are in the report.`)];
}

/** One line for each problem of the gate, at most ten of a level; no line where the gate is green. */
export function annotations({ gate }: Report): readonly string[] {
  const isWarning = ({ kind }: Problem): boolean => WARNINGS.has(kind);
  return [
    ...levelLines(
      'error',
      gate.problems.filter((problem) => !isWarning(problem)),
    ),
    ...levelLines('warning', gate.problems.filter(isWarning)),
  ];
}
