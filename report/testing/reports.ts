// Builds a report from the samples, with everything that a test does not care about filled in.
import { buildReport, type ReportInput } from '../report';
import type { Report } from '../report-types';
import { ERRORS, PROGRAMS } from './samples';

/** A complete run of the given results, without a baseline. */
export function reportOf(input: Pick<ReportInput, 'rules' | 'results'> & Partial<ReportInput>): Report {
  return buildReport({
    tool: 'cpi-conformance 0.1.0',
    programs: PROGRAMS,
    seed: 1,
    errors: ERRORS,
    laws: [],
    coverage: [],
    faults: [],
    baseline: null,
    selected: new Set(input.results.map(({ claim }) => claim)),
    complete: true,
    ownBuild: false,
    ...input,
  });
}
