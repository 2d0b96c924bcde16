// The whole output of a run, in reading order: tables, ledger, deviations, evidence, and what to do next.
import type { Report } from '../report-types';
import { codesTable } from './codes-table';
import { coverageTables } from './coverage-table';
import { fenceTable } from './fence-table';
import { ledgerTables } from './ledger-table';
import { lawTable } from './law-table';
import { notApplicableText } from './not-applicable';
import { matrixTable } from './matrix-table';
import { precedenceText } from './precedence-table';
import { runtimesText } from './runtimes-text';
import { stories, type StoryContext } from './story';
import type { NextContext } from './advice';
import { evidence, nextSteps, problems } from './summary';
import { verdictTables } from './verdict-table';

/** What a run prints to standard output. */
export function screen(report: Report, story: StoryContext, next: NextContext): string {
  const { paint } = story;
  return [
    verdictTables(report, paint),
    lawTable(report, paint),
    notApplicableText(report, paint),
    ledgerTables(report, paint),
    codesTable(report, paint),
    matrixTable(report, paint),
    stories(report, story),
    coverageTables(report, paint),
    precedenceText(report.precedence, paint),
    fenceTable(report, paint),
    runtimesText(report, paint),
    evidence(report, paint),
    problems(report, paint),
    nextSteps(report, { replayCommand: story.replayCommand, ...next }, paint),
  ]
    .filter((part) => part !== '')
    .join('\n');
}
