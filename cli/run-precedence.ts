// The part of `run --all` that breaks two rules at once: its section, problems and files join the run's own.
import { writeReport } from '../report/report';
import { withPrecedence } from '../report/precedence/outcome';
import type { Report } from '../report/report-types';
import type { BaselineFile } from './baseline-file';
import type { Execution } from './execute';
import { observePrecedence } from './precedence';
import { precedenceOptions } from './precedence-options';

export type Performed = { readonly report: Report; readonly files: ReadonlyMap<string, string> };

type Around = Execution & { readonly baseline: BaselineFile | null };

/** The finished run with the precedence of all pairs, compared with what is frozen for the version. */
export async function withOrder(
  { report, files }: Performed,
  { options, open, baseline, folder }: Around,
  signal: AbortSignal,
): Promise<Performed> {
  const { pairs, isPart, cases } = precedenceOptions({});
  const outcome = await observePrecedence({
    pairs,
    isPart,
    cases,
    seed: options.seed,
    workers: options.workers,
    debug: options.debug,
    open: { ...open, fences: new Set() },
    baseline: baseline?.content ?? null,
    folder: folder.temporary,
    signal,
    ownBuild: options.programs.systemProgram !== undefined,
    isCompared: options.baseline !== 'none',
  });
  const both = withPrecedence(report, outcome);
  const more = [...outcome.files].filter(([path]) => path !== 'precedence.json');
  return { report: both, files: new Map([...files, ...more, ['report.json', writeReport(both)]]) };
}
