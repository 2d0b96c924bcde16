// Says how far a run came that was over by its budget.
import { writeReport } from '../../report/report';
import type { Report } from '../../report/report-types';
import type { ClaimResult } from '../../spec/result';
import type { Claim } from '../../suites/engine-types';
import { isInFull } from './ration';
import type { Performed } from '../run-precedence';

export type Reached = {
  readonly claims: readonly Claim[];
  readonly results: readonly ClaimResult[];
  readonly runs: number | undefined;
  /** Milliseconds. */
  readonly budget: number;
  /** Pairs of rules belong to the run and were not all run. */
  readonly isWithoutOrder: boolean;
};

const NAMED = 5;

function named(ids: readonly string[]): string {
  const more = ids.length > NAMED ? ` and ${ids.length - NAMED} more` : '';
  return ids.length === 0 ? '' : ` (${ids.slice(0, NAMED).join(', ')}${more})`;
}

/** One sentence; null where everything that was asked for ran, and time made no difference. */
export function reachedText({ claims, results, runs, budget, isWithoutOrder }: Reached): string | null {
  const byId = new Map(results.map((result) => [result.claim, result] as const));
  const full = claims.filter((claim) => isInFull(claim, byId.get(claim.id), runs));
  if (full.length === claims.length && !isWithoutOrder) return null;
  const some = claims.filter((claim) => byId.has(claim.id) && !full.includes(claim)).map(({ id }) => id);
  const none = claims.filter(({ id }) => !byId.has(id)).map(({ id }) => id);
  const order = isWithoutOrder ? '; the pairs of rules were not run' : '';
  return `The budget of ${budget / 1000} s was over with ${full.length} of ${claims.length} claims in full, ${some.length} with too few cases${named(some)} and ${none.length} not begun${named(none)}${order}.`;
}

/** The same run with a note on what it reached; red for want of evidence even where no claim is short of any. */
export function withNote({ report, files }: Performed, note: string, emptyExit: number): Performed {
  const { gate } = report;
  const exitCode = gate.exitCode === 0 ? emptyExit : gate.exitCode;
  const problems: Report['gate']['problems'] =
    gate.exitCode === 0 ? [{ kind: 'under-sampled', claim: null, sentence: note }] : gate.problems;
  const notes = gate.exitCode === 0 ? gate.notes : [...gate.notes, note];
  const noted: Report = { ...report, gate: { exitCode, problems, notes } };
  return { report: noted, files: new Map([...files, ['report.json', writeReport(noted)]]) };
}
