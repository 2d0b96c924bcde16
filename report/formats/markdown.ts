// The report as a Markdown page for a CI job: the verdict, what is red, and how much was seen.
import { isDeviation } from '../findings';
import type { Problem, Report } from '../report-types';
import { resultOf } from '../terminal/summary';
import { claimRows, SUITES, type ClaimRow, type ClaimState } from './claims';

const PROBLEMS = 20;
const KNOWN = 60;
const DIGITS = 16;

/** Text in a table cell or a sentence: nothing in it is Markdown or HTML, and it stays on its line. */
export const escapeMarkdown = (text: string): string =>
  text
    .replace(/[\r\n]+/g, ' ')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/[\\`*_{}[\]#|~@!]/g, '\\$&');

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** A table with its empty line behind it; cells are escaped already. */
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] => [
  row(head),
  row(head.map(() => '---')),
  ...rows.map(row),
  '',
];

/** Numbers of claims by state, or nothing. */
const cell = (rows: readonly ClaimRow[], ...states: readonly ClaimState[]): string =>
  String(rows.filter(({ state }) => states.includes(state)).length || '');

function areaTable(rows: readonly ClaimRow[]): readonly string[] {
  const lines = SUITES.flatMap((name) => {
    const own = rows.filter(({ suite }) => suite === name);
    const cases = own.reduce((sum, { executed }) => sum + executed, 0);
    const cells = [
      name,
      cell(own, 'passed'),
      cell(own, 'known'),
      cell(own, 'failed', 'error'),
      String(cases),
    ];
    return own.length === 0 ? [] : [cells];
  });
  return table(['area', 'green', 'known', 'red', 'cases'], lines);
}

function problemLines(problems: readonly Problem[]): readonly string[] {
  if (problems.length === 0) return [];
  const lines = problems
    .slice(0, PROBLEMS)
    .map(({ kind, sentence }) => `- **${kind}**: ${escapeMarkdown(sentence)}`);
  const left = problems.length - PROBLEMS;
  return [
    '### What is red',
    '',
    ...lines,
    ...(left > 0 ? [`- and ${left} more, all in report.json`] : []),
    '',
  ];
}

const deviationRows = (rows: readonly ClaimRow[]): readonly (readonly string[])[] =>
  rows.flatMap(({ id, findings }) =>
    findings
      .filter(isDeviation)
      .map(({ expected, observed, count, listed }) => [
        escapeMarkdown(id),
        escapeMarkdown(expected),
        escapeMarkdown(observed),
        String(count),
        listed ? 'known' : '**new**',
      ]),
  );

function deviationLines(rows: readonly ClaimRow[]): readonly string[] {
  const all = deviationRows(rows).toSorted((a, b) => Number(a[4] === 'known') - Number(b[4] === 'known'));
  if (all.length === 0) return ['No deviation was seen.', ''];
  const left = all.length - KNOWN;
  return [
    `<details><summary>Deviations from the documents: ${all.length}</summary>`,
    '',
    ...table(['claim', 'documents say', 'program did', 'cases', ''], all.slice(0, KNOWN)),
    ...(left > 0 ? [`And ${left} more in report.json.`, ''] : []),
    '</details>',
    '',
  ];
}

/** summary.md. */
export function writeMarkdown(report: Report): string {
  const { gate, programs, seed, requested, executed } = report;
  const rows = claimRows(report);
  const verdict = resultOf(report);
  return [
    `## ${gate.exitCode === 0 ? '✅' : '❌'} ${verdict}`,
    '',
    `System program \`${programs.systemProgram.slice(0, DIGITS)}...\` and account-compression \`${programs.accountCompression.slice(0, DIGITS)}...\` with the fixtures of ${escapeMarkdown(programs.version)}: ${executed} of ${requested} cases ran, seed ${seed}, exit code ${gate.exitCode}.`,
    '',
    ...problemLines(gate.problems),
    ...areaTable(rows),
    ...deviationLines(rows),
    ...gate.notes.map((note) => `- ${escapeMarkdown(note)}`),
  ]
    .join('\n')
    .trimEnd()
    .concat('\n');
}
