// The report of the SDK validation as JUnit XML: a suite for each version of SDK and programs, a test for each check.
import { writeSuites, type Suite, type Test } from '../report/formats/junit-suites';
import { element, escapeXml } from '../report/formats/xml';
import { countsText } from './against';
import type { Known } from './known';
import { problemLine } from './matrix';
import { reproductionPath, type SdkReport } from './report';
import { FINE, type Cell, type Finding } from './types';

type Place = Pick<Cell, 'check' | 'program'>;

const isAt = (place: Place, { check, program }: Cell): boolean =>
  place.check === check && place.program === program;

/** What is red about a cell, a sentence each. */
const redLines = ({ problems, against, sdk }: SdkReport, cell: Cell): readonly string[] => [
  ...problems
    .filter((problem) => isAt(problem, cell) && problem.sdk.includes(cell.sdk))
    .map((problem) => problemLine(problem).replace(/\s+/g, ' ').trim()),
  ...(against?.changes ?? [])
    .filter((change) => change.kind === 'worse' && isAt(change, cell) && cell.sdk === sdk[0])
    .map(({ before, after }) => `worse: ${countsText(before)} before, ${countsText(after)} now`),
];

const findingsOf = ({ findings }: SdkReport, { check, sdk, program, counts }: Cell): readonly Finding[] =>
  findings.filter(
    (finding) =>
      finding.check === check &&
      finding.sdk.includes(sdk) &&
      finding.program.includes(program) &&
      (counts[finding.outcome] ?? 0) > 0,
  );

const findingLine = (finding: Finding): string =>
  `${finding.outcome}: ${finding.whys.join('; ')}${finding.reproduction === '' ? '' : ` (${reproductionPath(finding)})`}`;

const reasonsOf = ({ entries }: Known, { check, sdk, program }: Cell): readonly string[] =>
  entries
    .filter((entry) => entry.check === check && entry.sdk.includes(sdk) && entry.program.includes(program))
    .map(({ outcome, reason }) => `${outcome}, as listed: ${reason}`);

const left = (why: string): Pick<Test, 'result' | 'body'> => ({
  result: 'skipped',
  body: element('skipped', {}, [escapeXml(why)]),
});

/** What is known is left out with its reason, as is what a version does not offer. */
function resultOf(report: SdkReport, cell: Cell, known: Known): Pick<Test, 'result' | 'body'> {
  const red = redLines(report, cell);
  if (red.length > 0) {
    const lines = [...red, ...findingsOf(report, cell).map(findingLine)];
    const attributes = { message: red[0] ?? '', type: report.against === undefined ? 'sdk' : 'sdk-against' };
    return { result: 'failed', body: element('failure', attributes, [escapeXml(lines.join('\n'))]) };
  }
  if (cell.outcome === 'not-asked') return left('This version does not offer what the check is about.');
  if (FINE.has(cell.outcome)) return { result: 'passed', body: '' };
  const reasons = reasonsOf(known, cell);
  return left(reasons.length > 0 ? reasons.join('\n') : `As before: ${countsText(cell.counts)}.`);
}

/** The text of junit.xml; it fails exactly where the exit code is not 0. Of two builds that are compared, the first is tested. */
export function writeSdkJunit(report: SdkReport, known: Known): string {
  const tested = report.against === undefined ? report.sdk : report.sdk.slice(0, 1);
  const places = report.programs.flatMap((program) => tested.map((sdk) => ({ sdk, program })));
  const suites: readonly Suite[] = places.map(({ sdk, program }) => ({
    name: `${report.package} ${sdk} on programs ${program}`,
    tests: report.cells
      .filter((cell) => cell.sdk === sdk && cell.program === program)
      .map((cell) => ({
        name: cell.check,
        classname: `cpi-conformance.sdk.${sdk}.${program}`,
        ...resultOf(report, cell, known),
      })),
  }));
  return writeSuites(
    suites.filter(({ tests }) => tests.length > 0),
    { package: report.package, seed: report.seed, runs: report.runs },
  );
}
