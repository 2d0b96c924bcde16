// The top of a report page: the verdict in one sentence, the evidence in numbers, and what is red.
import { EXIT } from '../exit-code';
import type { Problem, Report, RuleReport } from '../report-types';
import { isDeviation } from '../findings';
import { resultOf } from '../terminal/summary';
import { percent } from '../terminal/verdict-table';
import { html, unless, type Html, type Part } from './html';
import { list, section, type Tone } from './parts';

type Figure = {
  readonly number: string;
  readonly label: string;
  readonly note: string;
  readonly tone: Tone;
  readonly to: string;
};

const TONES: Readonly<Record<number, Tone>> = { [EXIT.green]: 'good', [EXIT.nonconformance]: 'bad' };

export const verdictTone = ({ gate }: Pick<Report, 'gate'>): Tone => TONES[gate.exitCode] ?? 'warn';

const isRun = ({ status }: { readonly status: string }): boolean => status !== 'not-selected';

const countOf = (rules: readonly { readonly status: string }[], ...statuses: readonly string[]): number =>
  rules.filter(({ status }) => statuses.includes(status)).length;

function weakest(rules: readonly RuleReport[]): string {
  const bounds = rules.flatMap(({ status, bound95 }) => (status === 'conforms' ? (bound95 ?? []) : []));
  if (bounds.length === 0) return 'none has the evidence for it';
  return `each fails in less than ${percent(Math.max(...bounds))} of cases, with 95 % confidence`;
}

function ruleFigures(report: Report): readonly Figure[] {
  const rules = report.rules.filter((rule) => rule.provenance === 'documented' && isRun(rule));
  const hasNew = ({ findings }: Pick<RuleReport, 'findings'>): boolean =>
    findings.some((finding) => isDeviation(finding) && !finding.listed);
  const fresh = rules.filter(hasNew).length;
  const beside = [...report.sweeps, ...report.laws].filter(hasNew).length;
  const deviating = countOf(rules, 'deviates');
  const conforming = countOf(rules, 'conforms');
  const others = rules.length - deviating - conforming;
  const deviates: Figure = {
    number: String(deviating),
    label: 'deviate',
    note: [
      fresh === 0 ? 'all known in the baseline' : `${fresh} not in the baseline`,
      ...(beside === 0 ? [] : [`${beside} of the sweeps and laws with what is not`]),
    ].join('; '),
    tone: fresh + beside > 0 ? 'bad' : deviating > 0 ? 'warn' : 'good',
    to: 'deviations',
  };
  const conforms: Figure = {
    number: `${conforming} / ${rules.length}`,
    label: 'documented rules conform',
    note: weakest(rules),
    tone: conforming > 0 ? 'good' : 'warn',
    to: 'documents',
  };
  const rest: Figure = {
    number: String(others),
    label: 'undecided',
    note: 'unreached, blocked, or too little evidence',
    tone: others > 0 ? 'warn' : 'good',
    to: 'documents',
  };
  return [conforms, deviates, ...(others === 0 ? [] : [rest])];
}

function otherFigures(report: Report): readonly Figure[] {
  const { executed, requested, coverage } = report;
  const laws = report.laws.filter(isRun);
  const covered = countOf(coverage, 'covered');
  const missing = countOf(coverage, 'missing');
  const cases: Figure = {
    number: executed.toLocaleString('en-GB'),
    label: 'cases ran',
    note:
      executed === requested
        ? 'all that were asked for'
        : `of ${requested.toLocaleString('en-GB')} asked for`,
    tone: executed === requested ? 'good' : 'warn',
    to: 'matrix',
  };
  const lawFigure: Figure = {
    number: `${countOf(laws, 'holds')} / ${laws.length}`,
    label: 'laws hold',
    note: 'two roads that must be equal',
    tone: countOf(laws, 'holds') === laws.length ? 'good' : 'warn',
    to: 'laws',
  };
  const coverageFigure: Figure = {
    number: `${covered} / ${coverage.length}`,
    label: 'situations covered',
    note: missing === 0 ? 'the others are blocked by deviations' : `${missing} never seen`,
    tone: missing === 0 ? 'good' : 'warn',
    to: 'states',
  };
  return [
    cases,
    ...(laws.length === 0 ? [] : [lawFigure]),
    ...(coverage.length === 0 ? [] : [coverageFigure]),
  ];
}

const figureHtml = ({ number, label, note, tone, to }: Figure): Html =>
  html`<li class="figure ${tone}">
    <a href="#${to}"><strong>${number}</strong> <span>${label}</span></a
    ><small>${note}</small>
  </li> `;

const problemHtml = ({ kind, sentence }: Problem): Html => html`<strong>${kind}</strong>: ${sentence}`;

const PROBLEMS = 6;

function problemsHtml({ gate }: Report): Part {
  const { problems } = gate;
  const more = problems.slice(PROBLEMS);
  return unless(problems.length === 0, () => [
    html`<h3>What is red</h3> `,
    list(problems.slice(0, PROBLEMS).map(problemHtml)),
    unless(
      more.length === 0,
      () =>
        html`<details>
          <summary>${more.length} more problems</summary>
          ${list(more.map(problemHtml))}
        </details> `,
    ),
  ]);
}

const factsHtml = ({ programs, seed, tool, baseline }: Report): Html => {
  const facts: readonly (readonly [string, Part])[] = [
    ['system program', html`<code>${programs.systemProgram}</code>`],
    ['account-compression', html`<code>${programs.accountCompression}</code>`],
    ['fixtures', programs.version],
    ['baseline', baseline === null ? 'none' : baseline.programVersion],
    ['seed', seed],
    ['tool', tool],
  ];
  return html`<dl class="facts">
    ${facts.map(
      ([label, value]) =>
        html`<div>
          <dt>${label}</dt>
          <dd>${value}</dd>
        </div>`,
    )}
  </dl> `;
};

/** Verdict, figures, problems and notes. */
export function verdictSection(report: Report): Html {
  const { gate } = report;
  const tone = verdictTone(report);
  return section('verdict', 'Verdict', [
    html`<p class="verdict ${tone}">
      <strong>${resultOf(report)}</strong> <span>exit code ${gate.exitCode}</span>
    </p> `,
    html`<ul class="figures">
      ${[...ruleFigures(report), ...otherFigures(report)].map(figureHtml)}
    </ul> `,
    problemsHtml(report),
    list(gate.notes),
    factsHtml(report),
  ]);
}
