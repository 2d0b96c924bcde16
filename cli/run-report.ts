// Makes the report of a finished run and the files of its folder.
import { arch, cpus, platform } from 'node:os';
import { COVERAGE } from '../spec/coverage';
import { DOCUMENTED_ERRORS } from '../spec/error-table';
import type { Baseline, ProgramHashes, Witness } from '../spec/result';
import { LAWS } from '../spec/laws';
import { RULES } from '../spec/rules';
import { witnessPath } from '../report/file-names';
import { buildReport } from '../report/report';
import type { Fault, Report } from '../report/report-types';
import { TOOL } from './tool';
import { faultWitness } from './fault';
import type { PoolResult } from './pool';
import { reportFiles } from './report-files';
import type { RunOptions } from './run-options';
import type { Selection } from './select';

export type Finished = {
  readonly options: RunOptions;
  readonly selection: Selection;
  readonly baseline: Baseline | null;
  readonly pool: PoolResult;
  readonly programs: ProgramHashes;
};

type FaultFile = { readonly fault: Fault; readonly file: readonly [string, Witness] | null };

function faultFiles({ pool, programs }: Finished): readonly FaultFile[] {
  return pool.faults.map((fault) => {
    const witness = faultWitness(fault, programs);
    const path = witness === null ? null : witnessPath(fault.claim, 'harness-fault', 1);
    return {
      fault: { claim: fault.claim, sentence: fault.sentence, witness: path },
      file: witness === null || path === null ? null : [path, witness],
    };
  });
}

/** The report, and every file of the folder but run-info.json. */
export function finishReport(run: Finished): {
  readonly report: Report;
  readonly files: ReadonlyMap<string, string>;
} {
  const { options, selection, baseline, pool, programs } = run;
  const faults = faultFiles(run);
  const report = buildReport({
    tool: TOOL,
    programs,
    seed: options.seed,
    rules: RULES,
    laws: LAWS,
    errors: DOCUMENTED_ERRORS,
    coverage: COVERAGE,
    results: pool.results,
    faults: faults.map(({ fault }) => fault),
    baseline,
    selected: new Set(selection.claims.map(({ id }) => id)),
    complete: selection.complete,
    ownBuild: options.programs.systemProgram !== undefined,
  });
  const files = reportFiles({
    report,
    results: pool.results,
    errors: DOCUMENTED_ERRORS,
    baseline,
    faults: faults.flatMap(({ file }) => (file === null ? [] : [file])),
  });
  return { report, files };
}

/** run-info.json: time and machine, which the report itself leaves out. */
export function runInfo(options: Pick<RunOptions, 'workers'>, started: number): string {
  const info = {
    started: new Date(started).toISOString(),
    seconds: Math.round((Date.now() - started) / 100) / 10,
    workers: options.workers,
    node: process.version,
    platform: `${platform()} ${arch()}`,
    processor: cpus()[0]?.model ?? 'unknown',
  };
  return `${JSON.stringify(info, null, 2)}\n`;
}
