// Reads what the last run left in its report folder.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseReport } from '../report/report';
import type { Report } from '../report/report-types';
import { shownPath } from '../programs/command-name';
import { readGiven } from './given-file';

/**
 * The last run's report, or null where there is none.
 * @throws BadFile when the file found is not a report.
 */
export function lastReport(folder: string): Report | null {
  const path = join(folder, 'report.json');
  return existsSync(path) ? parseReport(readGiven(path), shownPath(path)) : null;
}
