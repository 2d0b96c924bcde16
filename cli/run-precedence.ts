// The part of `run --all` that breaks two rules at once: its section, problems and files join the run's own.
import { EXIT } from '../report/exit-code';
import { withPrecedence } from '../report/precedence/outcome';
import { writeReport } from '../report/report';
import type { Report } from '../report/report-types';
import { Failure } from './failure';
import type { PairPoolResult } from './pair-pool';
import { judgePairs, runPairs, type Seen } from './precedence';
import { precedenceOptions } from './precedence-options';
import type { Job } from './run-job';
import type { RunIdentity } from './run-identity';
import { hasPart } from './shard/shard';
import type { Compared } from './shard/shard-file';

export type Performed = { readonly report: Report; readonly files: ReadonlyMap<string, string> };

/** Runs the parts of the pairs that belong to the run or shard and are not finished yet. */
export async function orderOf(
  { options, open, compared, folder, journal }: Job,
  signal: AbortSignal,
): Promise<PairPoolResult> {
  const { pairs, isPart, cases } = precedenceOptions({});
  return runPairs({
    pairs,
    isPart,
    cases,
    seed: options.seed,
    workers: options.workers,
    debug: options.debug,
    open: { ...open, fences: new Set() },
    baseline: compared.baseline,
    folder: folder.temporary,
    signal,
    ownBuild: options.programs.systemProgram !== undefined,
    isCompared: options.baseline !== 'none',
    kept: {
      isMine: (at) => hasPart(options.shard, at),
      ...(journal && { done: journal.done.parts, onPart: journal.addPart }),
    },
  });
}

export type Around = { readonly identity: RunIdentity; readonly compared: Compared };

/** The finished run with the precedence of all pairs, compared with what is frozen for the version. */
export async function withOrder(
  { report, files }: Performed,
  seen: Omit<Seen, 'programs'>,
  { identity, compared }: Around,
): Promise<Performed> {
  const { programs, seed, ownBuild, backend } = identity;
  if (seen.results.length + seen.faults.length === 0)
    throw new Failure('No pair of rules was run.', EXIT.fault);
  const { isPart, cases } = precedenceOptions({});
  const outcome = await judgePairs(
    { ...seen, programs },
    { seed, cases, isPart, ownBuild, backend, baseline: compared.baseline, frozen: compared.frozenOrder },
  );
  const both = withPrecedence(report, outcome);
  const more = [...outcome.files].filter(([path]) => path !== 'precedence.json');
  return { report: both, files: new Map([...files, ...more, ['report.json', writeReport(both)]]) };
}
