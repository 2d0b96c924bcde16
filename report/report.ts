// Builds the report of a run; the same inputs give the same bytes, on any machine and with any number of workers.
import type { DocumentedError } from '../spec/error-table';
import type { Baseline, BaselineEntry, ClaimResult, ProgramHashes } from '../spec/result';
import type { Law } from '../spec/law';
import type { BackendName } from '../spec/runtime';
import type { Rule } from '../spec/rule';
import type { CoverageItem } from '../spec/coverage-item';
import { codesReport } from './codes/build';
import type { FrozenCodes } from './codes/frozen';
import { coverageReports } from './coverage';
import { gate } from './gate';
import { keyRank, writeJson } from './json';
import { lawReport } from './law-report';
import { documentedLedger, undocumentedCodes } from './ledger';
import { sumMatrix } from './matrix';
import reportSchema from './report.schema.json';
import type { Fault, FenceReport, NotApplicable, Report, ReportBody } from './report-types';
import { ruleReport, sweepReport } from './rule-report';
import { disagreementReports, type AreaOf } from './runtimes';
import { schemaParser } from './schema';

export type ReportInput = {
  /** Name and version of this tool. */
  readonly tool: string;
  readonly programs: ProgramHashes;
  /** Left out, bankrun. */
  readonly backend?: BackendName;
  readonly seed: number;
  readonly rules: readonly Rule[];
  readonly laws: readonly Law[];
  readonly errors: readonly DocumentedError[];
  /** What a full run must have covered. */
  readonly coverage: readonly CoverageItem[];
  /** In claim order, whatever the order in which they finished. */
  readonly results: readonly ClaimResult[];
  /** Ids of rules, laws and sweeps that are not about the version: not among the rules and laws given. */
  readonly notApplicable?: readonly NotApplicable[];
  readonly faults: readonly Fault[];
  readonly baseline: Baseline | null;
  /** Its entries of areas that the run does not ask about: nothing is said of them, but their fences stand. */
  readonly outside?: readonly BaselineEntry[];
  /** The states of codes that are frozen for this version; left out: none are. */
  readonly frozen?: FrozenCodes | null;
  /** Ids of the claims that were to run, and whether that is all of them. */
  readonly selected: ReadonlySet<string>;
  readonly complete: boolean;
  /** Ids of the claims that there are and that were filtered out. */
  readonly unselected?: ReadonlySet<string>;
  /** The system program was given by path. */
  readonly ownBuild: boolean;
  readonly ownCompression?: boolean;
  /** The day of the run, as 2026-01-31; left out, no entry of the baseline expires. */
  readonly today?: string;
};

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

/** A fence has its rule's id; in that rule's own claim it stands for the twins only. */
function fences(input: ReportInput): readonly FenceReport[] {
  const { results, baseline, outside = [], notApplicable = [] } = input;
  const silent = new Set(notApplicable.map(({ id }) => id));
  const listed = baseline?.deviations ?? [];
  const held = (fence: string): number =>
    sum(results.map(({ claim, fenced }) => (claim === fence ? 0 : (fenced[fence] ?? 0))));
  const asked = listed.flatMap(({ fence }) => fence ?? []);
  const seen = results
    .flatMap(({ fenced }) => Object.keys(fenced))
    .filter((fence) => held(fence) > 0 && !silent.has(fence));
  return [...new Set([...asked, ...seen])].sort().map((fence) => ({
    fence,
    rules: [
      ...new Set([...listed, ...outside].filter((entry) => entry.fence === fence).map(({ rule }) => rule)),
    ].sort(),
    fenced: held(fence),
  }));
}

/** Faults that the harness itself reported as a case's verdict. */
const verdictFaults = (results: readonly ClaimResult[]): readonly Fault[] =>
  results.flatMap(({ claim, findings }) =>
    findings
      .filter(({ verdict }) => verdict === 'harness-fault')
      .map(({ witness }) => ({
        claim,
        sentence: `${claim}: the harness failed: ${witness.detail}`,
        witness: null,
      })),
  );

/** A rule says its area; a sweep or law begins with it. */
const areaIn = ({ rules }: ReportInput): AreaOf => {
  const areas = new Map(rules.map(({ id, area }) => [id, area] as const));
  return (claim) => areas.get(claim) ?? claim.slice(0, claim.indexOf('/'));
};

function bodyOf(input: ReportInput): ReportBody {
  const { results, baseline, programs, seed, errors, backend = 'bankrun' } = input;
  const rules = input.rules.map((rule) => ruleReport(rule, input));
  const codes = codesReport(rules, results);
  return {
    formatVersion: 1,
    tool: input.tool,
    programs,
    backend,
    baseline:
      baseline === null
        ? null
        : { programVersion: baseline.programVersion, systemProgram: baseline.systemProgram },
    seed,
    requested: sum(results.map(({ requested }) => requested)),
    executed: sum(results.map(({ executed }) => executed)),
    rules,
    sweeps: results.filter(({ kind }) => kind === 'sweep').map((result) => sweepReport(result, input)),
    laws: input.laws.map((law) => lawReport(law, input)),
    notApplicable: input.notApplicable ?? [],
    fences: fences(input),
    coverage: coverageReports(input.coverage, { results, rules }),
    matrix: sumMatrix(results.flatMap(({ matrix }) => matrix)),
    ledger: {
      documented: documentedLedger({ errors, rules, results }),
      undocumented: undocumentedCodes(errors, results),
    },
    ...(codes && { codes }),
    faults: [...input.faults, ...verdictFaults(results)],
    ...(backend !== 'bankrun' && { disagreements: disagreementReports(results, areaIn(input)) }),
  };
}

/** The report with its gate result; holds neither time nor machine. */
export function buildReport(input: ReportInput): Report {
  const body = bodyOf(input);
  return { ...body, gate: gate({ ...input, body }) };
}

const rank = keyRank(reportSchema);
const parse = schemaParser(reportSchema);

/** report.json's text. */
export function writeReport(report: Report): string {
  return writeJson(report, rank);
}

/**
 * The report in `text`; `file` is only named in errors.
 * @throws BadFile with one sentence when the text is not a report.
 */
export function parseReport(text: string, file: string): Report {
  return parse(text, file) as Report;
}
