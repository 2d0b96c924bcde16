// The report in the formats of other tools, as files of the report folder.
import { writeJunit } from '../report/formats/junit';
import { writeMarkdown } from '../report/formats/markdown';
import { writeSarif } from '../report/formats/sarif';
import type { Report } from '../report/report-types';
import type { Baseline } from '../spec/result';

/** File name to text; `baseline` gives the reasons of what is known. */
export const formatFiles = (
  report: Report,
  baseline: Baseline | null,
): readonly (readonly [string, string])[] => [
  ['junit.xml', writeJunit(report)],
  ['report.sarif', writeSarif(report, baseline)],
  ['summary.md', writeMarkdown(report)],
];
