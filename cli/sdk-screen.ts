// What `sdk` prints: the matrix, the findings, and what the exit code rests on.
import type { Known } from '../sdk/known';
import { findingList, legend, matrix, problemLines } from '../sdk/matrix';
import type { SdkReport } from '../sdk/report';
import { plural, wrap } from '../report/terminal/text';
import { commandName, shellWord } from '../programs/command-name';

const counted = (report: SdkReport): string => {
  const cases = report.cells.reduce(
    (sum, { counts }) => sum + Object.values(counts).reduce((a, b) => a + b, 0),
    0,
  );
  return `${plural(report.sdk.length, 'version')} of ${report.package} on ${report.programs.join(', ')}: ${plural(report.checks.length, 'check')}, ${plural(cases, 'case')}, seed ${report.seed}`;
};

function verdict({ problems, findings }: SdkReport): string {
  if (problems.length > 0) return ['As listed: no', ...problemLines(problems)].join('\n');
  return findings.length === 0 ? 'Everything is the same.' : 'All findings are listed with a reason.';
}

/** What an unpinned build is, and what of its version's findings it does not show. */
function ownLines({ own }: SdkReport): readonly string[] {
  if (own === undefined) return [];
  const { version, hash, hashed, libraries, measuredBy, gone } = own;
  const about = `${version} is not pinned: sha256 ${hash} of ${hashed}. ${libraries}`;
  const less = gone.length === 0 ? 'none' : gone.join(', ');
  return [wrap(about, 0, 2), wrap(`Listed for ${measuredBy} and not seen in it: ${less}.`, 0, 2), ''];
}

/** The whole output for one report. */
export function showSdk(report: SdkReport, known: Known, folder: string): string {
  const matrices = report.programs.flatMap((program) => [
    `programs ${program}`,
    matrix(report.cells.filter((cell) => cell.program === program)),
    '',
  ]);
  const [first] = report.findings;
  const explain = first === undefined ? [] : [`  ${commandName()} sdk --explain ${shellWord(first.id)}`];
  return [
    counted(report),
    '',
    ...matrices,
    legend(),
    '',
    plural(report.findings.length, 'finding'),
    ...findingList(report.findings, known),
    '',
    ...(explain.length > 0 ? ['One in full, with lines that show it:', ...explain, ''] : []),
    ...ownLines(report),
    verdict(report),
    `The report is in ${folder}.`,
  ].join('\n');
}
