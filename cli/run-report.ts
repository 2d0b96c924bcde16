// Makes the report of a finished run and the files of its folder.
import { arch, cpus, platform } from 'node:os';
import { COVERAGE } from '../spec/coverage';
import type { Baseline, BaselineEntry, ProgramHashes, Witness } from '../spec/result';
import type { BackendName } from '../spec/runtime';
import { LAWS } from '../spec/laws';
import { allNotApplicable, notApplicable } from '../spec/needs';
import { RULES } from '../spec/rules';
import type { FrozenCodes } from '../report/codes/frozen';
import type { Unasked } from '../report/baseline-update';
import { witnessPath } from '../report/file-names';
import { buildReport, type ReportInput } from '../report/report';
import type { Fault, Report } from '../report/report-types';
import type { NamedWitness } from '../suites/known-witnesses';
import { TOOL } from './tool';
import { errorsWithin } from './errors-within';
import { faultWitness } from './fault';
import type { PoolResult } from './pool';
import { reportFiles } from './report-files';
import type { RunOptions } from './run-options';
import type { Selection } from './select';

export type Finished = {
  readonly options: Pick<RunOptions, 'seed' | 'programs' | 'today'> & { readonly backend?: BackendName };
  readonly selection: Selection;
  readonly baseline: Baseline | null;
  readonly witnesses: readonly NamedWitness[];
  /** The states of codes that are frozen for the version. */
  readonly frozen: FrozenCodes | null;
  readonly pool: PoolResult;
  readonly programs: ProgramHashes;
};

type FaultFile = { readonly fault: Fault; readonly file: readonly [string, Witness] | null };

function faultFiles({ pool, programs, options }: Finished): readonly FaultFile[] {
  return pool.faults.map((fault) => {
    const witness = faultWitness(fault, programs, options.backend);
    const path = witness === null ? null : witnessPath(fault.claim, 'harness-fault', 1);
    return {
      fault: { claim: fault.claim, sentence: fault.sentence, witness: path },
      file: witness === null || path === null ? null : [path, witness],
    };
  });
}

const areaOf = new Map<string, string | undefined>([...RULES, ...LAWS].map(({ id, area }) => [id, area]));

/** Of a law about other pages than the default ones, theirs; of a sweep and any other law, the first half of its id. */
const areaIn = (claim: string): string => areaOf.get(claim) ?? claim.slice(0, claim.indexOf('/'));

const isOutside = ({ rule }: BaselineEntry, { outside }: Selection): boolean => outside.has(areaIn(rule));

/** The entries that the run can say something about, and those that it cannot. */
function parted(baseline: Baseline | null, selection: Selection): Pick<ReportInput, 'baseline' | 'outside'> {
  if (baseline === null) return { baseline };
  const outside = baseline.deviations.filter((entry) => isOutside(entry, selection));
  const deviations = baseline.deviations.filter((entry) => !isOutside(entry, selection));
  return { baseline: { ...baseline, deviations }, outside };
}

/** What a baseline that is made from the run leaves as it was. */
export const unaskedIn = ({ outside, unselected }: Selection): Unasked => ({
  isOutside: (claim) => outside.has(areaIn(claim)),
  unselected,
});

/** The report, and every file of the folder but run-info.json. */
export function finishReport(run: Finished): {
  readonly report: Report;
  readonly files: ReadonlyMap<string, string>;
} {
  const { options, selection, baseline, pool, programs } = run;
  const faults = faultFiles(run);
  const isAbout = ({ id }: { readonly id: string }): boolean => notApplicable(id, programs.version) === null;
  const isAsked = ({ area }: { readonly area?: string }): boolean => !selection.outside.has(area ?? '');
  const errors = errorsWithin(selection);
  const report = buildReport({
    tool: TOOL,
    programs,
    ...(options.backend && { backend: options.backend }),
    seed: options.seed,
    rules: RULES.filter((rule) => isAbout(rule) && isAsked(rule)),
    laws: LAWS.filter((law) => isAbout(law) && isAsked(law)),
    errors,
    coverage: COVERAGE.filter(({ about }) => about === undefined || isAbout({ id: about })),
    notApplicable: allNotApplicable(programs.version).map((id) => ({
      id,
      why: notApplicable(id, programs.version) ?? '',
    })),
    results: pool.results,
    faults: faults.map(({ fault }) => fault),
    ...parted(baseline, selection),
    frozen: run.frozen,
    selected: new Set(selection.claims.map(({ id }) => id)),
    complete: selection.complete,
    unselected: selection.unselected,
    ownBuild: options.programs.systemProgram !== undefined,
    ownCompression: options.programs.accountCompression !== undefined,
    today: options.today,
  });
  const files = reportFiles({
    report,
    results: pool.results,
    errors,
    baseline,
    known: run.witnesses,
    unasked: unaskedIn(selection),
    faults: faults.flatMap(({ file }) => (file === null ? [] : [file])),
  });
  return { report, files };
}

/** run-info.json: time and machine, which the report itself leaves out. */
export function runInfo(
  options: Pick<RunOptions, 'workers'>,
  started: number,
  mutants?: Readonly<Record<string, number | null>>,
): string {
  const info = {
    started: new Date(started).toISOString(),
    seconds: Math.round((Date.now() - started) / 100) / 10,
    workers: options.workers,
    ...(mutants && { secondsPerMutant: mutants }),
    node: process.version,
    platform: `${platform()} ${arch()}`,
    processor: cpus()[0]?.model ?? 'unknown',
  };
  return `${JSON.stringify(info, null, 2)}\n`;
}
