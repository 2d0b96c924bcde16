// What a run tells a CI system: annotations in the log, and the summary on the job's page.
import { accessSync, appendFileSync, closeSync, constants, existsSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { annotation, annotations } from '../report/formats/annotations';
import { escapeMarkdown, writeMarkdown } from '../report/formats/markdown';
import type { Report } from '../report/report-types';
import { shownPath } from '../programs/command-name';
import type { GuidedOutcome } from './coverage/guided-exit';
import { badInput } from './failure';

export type CiOptions = {
  /** Whether problems become annotations of GitHub Actions. */
  readonly annotate: boolean;
  /** A file that the summary is appended to, such as $GITHUB_STEP_SUMMARY. */
  readonly summary: string | undefined;
};

/** A pipe that nobody reads would keep us waiting. */
const APPENDING = constants.O_WRONLY | constants.O_APPEND | constants.O_NONBLOCK;

const refused = (file: string, why: string): Error =>
  badInput(`The summary cannot be appended to ${shownPath(file)}: ${why}.`);

/** Throws Failure with exit code 2 where the summary could not be written after the run; creates nothing. */
export function requireSummary({ summary }: Pick<CiOptions, 'summary'>): void {
  if (summary === undefined) return;
  try {
    if (existsSync(summary)) closeSync(openSync(summary, APPENDING));
    else accessSync(dirname(summary), constants.W_OK);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EISDIR') throw refused(summary, 'it is a folder');
    if (code === 'ENXIO') throw refused(summary, 'it is a pipe that nobody reads');
    throw refused(summary, code === 'ENOENT' ? 'its folder does not exist' : 'it is not writable');
  }
}

/** Appends to the file of --summary. */
export function appendSummary(file: string | undefined, text: string): void {
  if (file === undefined) return;
  try {
    appendFileSync(file, text);
  } catch (error) {
    throw refused(file, (error as Error).message);
  }
}

/** Appends the summary and returns the annotations, a line each. */
export function tellCi(report: Report, { annotate, summary }: CiOptions): readonly string[] {
  appendSummary(summary, writeMarkdown(report));
  return annotate ? annotations(report) : [];
}

/** The same for guided plans, which the report does not speak of; no annotation where they change nothing. */
export function tellGuided(
  { sentence, isRed }: GuidedOutcome,
  { annotate, summary }: CiOptions,
): readonly string[] {
  appendSummary(summary, `\n${escapeMarkdown(sentence)}\n`);
  return annotate && isRed ? [annotation('error', 'guided', sentence)] : [];
}
