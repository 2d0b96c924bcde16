// Several versions side by side: where each rule and law stands on each version, and which rows differ.
import { worstExit } from './exit-code';
import { isDeviation } from './findings';
import type { FindingReport, LawStatus, Report, RuleStatus } from './report-types';

/** `n.a.`: the statement is about something that the version does not have. */
export type CellStatus = RuleStatus | LawStatus | 'n.a.';
export type Cell = {
  readonly status: CellStatus;
  /** What was seen in the place of what is documented, each once, sorted; empty unless it deviates. */
  readonly observed: readonly string[];
};

export type MatrixRow = { readonly id: string; readonly differs: boolean; readonly cells: readonly Cell[] };

/** One version's run: its report; or null where nothing that was asked for is about it. */
export type VersionRun = { readonly version: string; readonly report: Report | null };

export type VersionSummary = {
  readonly version: string;
  readonly exitCode: number;
  readonly executed: number;
  /** How many documented rules have each status, those that are not applicable left out. */
  readonly rules: Readonly<Record<string, number>>;
  /** How many rows are about something that the version does not have: of what was asked for of any version. */
  readonly notApplicable: number;
  /** The gate's problems. */
  readonly problems: number;
};

export type VersionMatrix = {
  readonly formatVersion: 1;
  readonly seed: number;
  readonly exitCode: number;
  readonly versions: readonly VersionSummary[];
  readonly rows: readonly MatrixRow[];
};

const NOT_APPLICABLE: Cell = { status: 'n.a.', observed: [] };

const observedIn = (findings: readonly FindingReport[]): readonly string[] =>
  [...new Set(findings.filter(isDeviation).map(({ verdict, observed }) => `${verdict}: ${observed}`))].sort();

function cellOf(id: string, { report }: VersionRun): Cell {
  const row = [...(report?.rules ?? []), ...(report?.laws ?? [])].find((one) => one.id === id);
  return row === undefined ? NOT_APPLICABLE : { status: row.status, observed: observedIn(row.findings) };
}

const keyOf = ({ status, observed }: Cell): string => [status, ...observed].join('\n');

function rowOf(id: string, runs: readonly VersionRun[]): MatrixRow {
  const cells = runs.map((run) => cellOf(id, run));
  return { id, differs: new Set(cells.map(keyOf)).size > 1, cells };
}

function countsOf(report: Report): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { provenance, status } of report.rules)
    if (provenance === 'documented' && status !== 'not-selected') counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}

const NOTHING = { exitCode: 0, executed: 0, rules: {}, problems: 0 };

const summaryOf = ({ version, report }: VersionRun): Omit<VersionSummary, 'notApplicable'> =>
  report === null
    ? { version, ...NOTHING }
    : {
        version,
        exitCode: report.gate.exitCode,
        executed: report.executed,
        rules: countsOf(report),
        problems: report.gate.problems.length,
      };

const isAsked = ({ cells }: MatrixRow): boolean =>
  cells.some(({ status }) => status !== 'not-selected' && status !== 'n.a.');

/** The matrix of the runs, in the order given; `ids` are the rules and laws in the order of the rows. */
export function versionMatrix(
  runs: readonly VersionRun[],
  ids: readonly string[],
  seed: number,
): VersionMatrix {
  const rows = ids.map((id) => rowOf(id, runs)).filter(isAsked);
  const lackedBy = (at: number): number => rows.filter(({ cells }) => cells[at]?.status === 'n.a.').length;
  const versions = runs.map((run, at) => ({ ...summaryOf(run), notApplicable: lackedBy(at) }));
  return {
    formatVersion: 1,
    seed,
    exitCode: worstExit(versions.map(({ exitCode }) => exitCode)),
    versions,
    rows,
  };
}
