// The end of a run's output: the evidence, the gate's problems, and what to do next.
import { CODE_OF, EXIT } from '../exit-code';
import { validPlansOf } from '../other-effects';
import type { Problem, Report, RuleReport } from '../report-types';
import { advice, faultReplay, isCommand, type NextContext } from './advice';
import type { Paint } from './paint';
import { plural, wrap } from './text';
import { percent } from './verdict-table';

/** Shown of each kind of problem; the first is enough to go on. */
const PROBLEMS_OF_A_KIND = 8;
const NAMED = 3;

const isDocumented = ({ provenance }: RuleReport): boolean => provenance === 'documented';

function statusCounts(rules: readonly { readonly status: string }[]): string {
  const counts = new Map<string, number>();
  for (const { status } of rules) counts.set(status, (counts.get(status) ?? 0) + 1);
  return [...counts].map(([status, count]) => `${count} ${status}`).join(', ');
}

function weakest(rules: readonly RuleReport[]): string {
  const bounds = rules.flatMap(({ status, bound95 }) => (status === 'conforms' ? (bound95 ?? []) : []));
  if (bounds.length === 0) return 'No rule conforms with the evidence of this run.';
  return `Rules that conform fail in less than ${percent(Math.max(...bounds))} of cases, with 95 % confidence each.`;
}

/** Per deviation, the claims whose twins it gets rejected; the full list is each row's `blockedBy`. */
function blockLines(report: Report): readonly string[] {
  const blocked = new Map<string, readonly string[]>();
  for (const { id, blockedBy } of [...report.rules, ...report.sweeps, ...report.laws]) {
    for (const blocker of blockedBy) blocked.set(blocker, [...(blocked.get(blocker) ?? []), id]);
  }
  return [...blocked].map(([blocker, ids]) => {
    const more = ids.length > NAMED ? ` and ${ids.length - NAMED} more` : '';
    const names = `${ids.slice(0, NAMED).join(', ')}${more}`;
    return wrap(`The deviation of ${blocker} blocks cases of ${names}.`, 2, 4);
  });
}

/** What sweeps met that rules are known for, the most frequent rules first; the full list is each row's `putDown`. */
function putDownLines({ sweeps }: Report): readonly string[] {
  const counts = new Map<string, number>();
  for (const { rule, count } of sweeps.flatMap(({ putDown = [] }) => putDown))
    counts.set(rule, (counts.get(rule) ?? 0) + count);
  const rules = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  if (rules.length === 0) return [];
  const total = rules.reduce((sum, [, count]) => sum + count, 0);
  const named = rules.slice(0, NAMED).map(([rule, count]) => `${rule} (${count})`);
  const more = rules.length > NAMED ? ` and ${plural(rules.length - NAMED, 'other')}` : '';
  const sentence = `${plural(total, 'case')} of sweeps ended as a rule that they exercise is known to: ${named.join(', ')}${more}.`;
  return [wrap(sentence, 2, 4)];
}

/** How much was run, and how sure that makes. */
export function evidence(report: Report, paint: Paint): string {
  const { version, systemProgram, accountCompression } = report.programs;
  const documented = report.rules.filter(isDocumented);
  const observed = report.rules.filter((rule) => !isDocumented(rule));
  const leaves = [...report.rules, ...report.sweeps].reduce((sum, row) => sum + row.leavesVerified, 0);
  return [
    paint('bold', 'Evidence'),
    wrap(
      `System program ${systemProgram.slice(0, 16)}... and account-compression ${accountCompression.slice(0, 16)}... with the fixtures of ${version}, seed ${report.seed}.`,
      2,
      4,
    ),
    wrap(`${plural(report.requested, 'case')} requested, ${report.executed} ran.`, 2),
    wrap(`Documented rules: ${statusCounts(documented)}.`, 2, 4),
    ...(observed.length === 0
      ? []
      : [wrap(`Observed rules, in no document and not counted above: ${statusCounts(observed)}.`, 2, 4)]),
    wrap(weakest(documented), 2, 4),
    ...(report.laws.length === 0 ? [] : [wrap(`Laws, counted apart: ${statusCounts(report.laws)}.`, 2, 4)]),
    ...(leaves === 0
      ? []
      : [wrap(`${leaves} appended leaves compared with the hash of their account.`, 2, 4)]),
    ...blockLines(report),
    ...putDownLines(report),
    ...report.gate.notes.map((note) => wrap(note, 2, 4)),
    '',
  ].join('\n');
}

const problemLine = ({ kind, sentence }: Problem): string => wrap(`${kind}: ${sentence}`, 2, 4);

function problemsOfAKind(kind: Problem['kind'], all: readonly Problem[]): readonly string[] {
  const own = all.filter((problem) => problem.kind === kind);
  const left = own.length - PROBLEMS_OF_A_KIND;
  const more = left > 0 ? [`  ${kind}: ... and ${left} more, all in report.json.`] : [];
  return [...own.slice(0, PROBLEMS_OF_A_KIND).map(problemLine), ...more];
}

/** The gate's problems, one sentence each; of each kind the first few. */
export function problems({ gate }: Report, paint: Paint): string {
  if (gate.problems.length === 0) return '';
  const kinds = [...new Set(gate.problems.map(({ kind }) => kind))];
  const lines = kinds.flatMap((kind) => problemsOfAKind(kind, gate.problems));
  return [paint('bold', 'Problems'), ...lines, ''].join('\n');
}

/** What each exit code means, in one sentence. */
export const RESULT: Readonly<Record<number, string>> = {
  [EXIT.green]: 'Conformant with its baseline.',
  [EXIT.nonconformance]: 'Not conformant.',
  [EXIT.fault]: 'The harness or the validator failed: no statement about the programs.',
  [EXIT.vacuous]: 'Too little evidence: no statement about the programs.',
  [EXIT.stale]: 'The baseline is stale.',
};

const OTHER_EFFECTS =
  'Too little evidence: no statement about the rules as a whole, but valid plans were accepted with another effect than documented.';

/** The result in one sentence; that evidence is lacking, or the tool failed, takes nothing from what was seen. */
export function resultOf(report: Pick<Report, 'gate' | 'rules' | 'sweeps'>): string {
  const { exitCode, problems } = report.gate;
  if (exitCode === EXIT.vacuous && validPlansOf(report).otherEffect) return OTHER_EFFECTS;
  const found = problems.filter(({ kind }) => CODE_OF[kind] === EXIT.nonconformance).length;
  if (exitCode !== EXIT.fault || found === 0) return RESULT[exitCode] ?? 'Failed.';
  return `The harness or the validator failed: no statement about the programs as a whole, but ${plural(found, 'problem')} of theirs ${found === 1 ? 'was' : 'were'} found, and ${found === 1 ? 'stands' : 'stand'}.`;
}

/** The result in one sentence, and the commands that lead on. */
export function nextSteps(report: Report, context: NextContext, paint: Paint): string {
  const { exitCode } = report.gate;
  const result = `${resultOf(report)} (exit code ${exitCode})`;
  return [
    paint(exitCode === EXIT.green ? 'green' : 'red', result),
    ...advice(report, context).map((line) => (isCommand(line, context) ? `  ${line}` : wrap(line, 2, 4))),
    ...faultReplay(report, context),
    wrap(`Everything is in ${context.folder}/report.json, a witness for every deviation beside it.`, 2, 4),
  ].join('\n');
}
