// The report as JUnit XML: a suite for each area, a test for each claim; it fails exactly where the gate is red.
import type { Problem, Report } from '../report-types';
import { inCases } from '../terminal/text';
import { claimRows, knownText, SUITES, wholeProblems, type ClaimRow } from './claims';
import { writeSuites, type Suite, type Test } from './junit-suites';
import { element, escapeXml, type Attributes } from './xml';

const TAG = { failed: 'failure', error: 'error' } as const;

/** All problems of one test in one element: some readers take no more of them. */
function wrong(tag: 'failure' | 'error', problems: readonly Problem[], more: readonly string[]): string {
  const [first] = problems;
  const attributes: Attributes = { message: first?.sentence ?? '', type: first?.kind ?? '' };
  const lines = [...problems.map(({ kind, sentence }) => `${kind}: ${sentence}`), ...more];
  return element(tag, attributes, [escapeXml(lines.join('\n'))]);
}

const findingLines = ({ findings }: ClaimRow): readonly string[] =>
  findings.map(
    ({ verdict, expected, observed, count, witness }) =>
      `${verdict} ${inCases(count)}: expected ${expected}, observed ${observed}. Witness: ${witness}`,
  );

function bodyOf(row: ClaimRow): string {
  const { state, problems, statement } = row;
  if (state === 'passed') return '';
  if (state === 'known') return element('skipped', {}, [escapeXml(knownText(row))]);
  return wrong(TAG[state], problems, [`Says: ${statement}`, ...findingLines(row)]);
}

const testOf = (row: ClaimRow): Test => ({
  name: row.id,
  classname: `cpi-conformance.${row.suite}`,
  result: row.state === 'known' ? 'skipped' : row.state,
  body: bodyOf(row),
});

const gateTest = (problem: Problem, at: number): Test => {
  const result = problem.kind === 'fault' ? 'error' : 'failed';
  return {
    name: `${problem.kind} ${problem.claim ?? at + 1}`,
    classname: 'cpi-conformance.gate',
    result,
    body: wrong(TAG[result], [problem], []),
  };
};

const absentTest = ({ id, why }: Report['notApplicable'][number]): Test => ({
  name: id,
  classname: 'cpi-conformance.not-applicable',
  result: 'skipped',
  body: element('skipped', {}, [escapeXml(`Not applicable: ${why}`)]),
});

function suitesOf(report: Report): readonly Suite[] {
  const rows = claimRows(report);
  const claims = SUITES.map((name) => ({
    name,
    tests: rows.filter(({ suite }) => suite === name).map(testOf),
  }));
  return [
    { name: 'gate', tests: wholeProblems(report).map(gateTest) },
    ...claims,
    { name: 'not-applicable', tests: report.notApplicable.map(absentTest) },
  ].filter(({ tests }) => tests.length > 0);
}

const propertiesOf = ({ tool, programs, seed }: Report): Attributes => ({
  tool,
  programVersion: programs.version,
  systemProgram: programs.systemProgram,
  accountCompression: programs.accountCompression,
  seed,
});

/** junit.xml; see junit.xsd beside this file. A known deviation is a skipped test that says so. */
export const writeJunit = (report: Report): string => writeSuites(suitesOf(report), propertiesOf(report));
