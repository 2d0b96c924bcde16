// The command `precedence`: which of two violated rules decides, for all pairs; compared with what is frozen, or frozen anew.
import { EXIT } from '../report/exit-code';
import { precedenceOutcome, type PrecedenceOutcome } from '../report/precedence/outcome';
import { precedenceText } from '../report/terminal/precedence-table';
import { paintFor } from '../report/terminal/paint';
import { wrap } from '../report/terminal/text';
import type { FrozenPrecedence } from '../spec/precedence';
import type { Baseline, ProgramHashes } from '../spec/result';
import type { BackendName } from '../spec/runtime';
import { withoutV2Trees } from '../spec/versions';
import { loadBaseline } from './baseline-file';
import { shownPath } from '../programs/command-name';
import { badInput, Failure } from './failure';
import { loadFrozen, saveFrozen } from './frozen-precedence';
import { INTERRUPTED, interruptible } from './interrupt';
import { runPairPool, type PairPoolInput, type PairPoolResult } from './pair-pool';
import type { PrecedenceOptions } from './precedence-options';
import { pinnedVersion, programFiles } from './program-options';
import type { OpenOptions } from './protocol';
import { openReportFolder } from './report-folder';
import { runInfo } from './run-report';

export type PrecedenceJob = Pick<
  PrecedenceOptions,
  'pairs' | 'isPart' | 'cases' | 'seed' | 'workers' | 'debug'
> & {
  readonly open: OpenOptions;
  readonly baseline: Baseline | null;
  /** An existing folder for progress files. */
  readonly folder: string;
  readonly signal: AbortSignal;
  readonly ownBuild: boolean;
  /** Compares with what is frozen for the version. */
  readonly isCompared: boolean;
  /** What is finished already, and what belongs here. */
  readonly kept?: Pick<PairPoolInput, 'done' | 'onPart' | 'isMine'>;
};

/** Runs the pairs. Throws Failure with exit code 130 on an interrupt. */
export async function runPairs({
  pairs,
  open,
  signal,
  kept,
  ...job
}: PrecedenceJob): Promise<PairPoolResult> {
  let done = 0;
  const onDone = (more: number): void => {
    done += more;
    if (process.stderr.isTTY) process.stderr.write(`\r\u001b[2K${done} of ${pairs.length} pairs`);
  };
  try {
    return await runPairPool({ ...job, ...kept, pairs, open, signal, onDone });
  } catch (error) {
    if (!signal.aborted) throw error;
    throw new Failure(
      `Interrupted after ${done} of ${pairs.length} pairs: nothing was counted.`,
      INTERRUPTED,
    );
  } finally {
    if (process.stderr.isTTY) process.stderr.write('\r\u001b[2K');
  }
}

export type Seen = Pick<PairPoolResult, 'results' | 'faults'> & { readonly programs: ProgramHashes };

/** Compares what pairs showed with what is frozen. */
export function judgePairs(
  { programs, results, faults }: Seen,
  job: Pick<PrecedenceJob, 'seed' | 'cases' | 'isPart' | 'ownBuild' | 'baseline'> & {
    readonly frozen: FrozenPrecedence | null;
    readonly backend?: BackendName;
  },
): Promise<PrecedenceOutcome> {
  const { seed, cases, isPart, ownBuild, baseline, frozen, backend } = job;
  return precedenceOutcome({
    results,
    programs,
    faults,
    frozen,
    baseline,
    seed,
    asked: cases,
    isPart,
    ownBuild,
    ...(backend && { backend }),
  });
}

function print({ section, gate }: PrecedenceOutcome, folder: string): void {
  const paint = paintFor(process.stdout.isTTY, process.env);
  const problems = gate.problems.map(({ kind, sentence }) =>
    wrap(`${paint('red', kind)}: ${sentence}`, 2, 4),
  );
  const notes = gate.notes.map((note) => wrap(note, 2, 4));
  const verdict =
    gate.exitCode === EXIT.green
      ? paint(
          'green',
          section.compared
            ? 'As frozen: the same rules win. What each raises alone is for `run` to say.'
            : 'Nothing is frozen for this version.',
        )
      : paint('red', `Not as frozen (exit code ${gate.exitCode}):`);
  const files = `Report: ${folder} (precedence.md, precedence.svg, witnesses/precedence).`;
  process.stdout.write(
    `${[precedenceText(section, paint), verdict, ...problems, ...notes, files].join('\n')}\n`,
  );
}

/** Runs the pairs on open programs' files and compares; the part of a run that `run --all` shares with the command. */
export async function observePrecedence(job: PrecedenceJob): Promise<PrecedenceOutcome> {
  const { programs, results, faults } = await runPairs(job);
  if (programs === null) throw new Failure('No worker was started.', EXIT.fault);
  const frozen = job.isCompared ? loadFrozen(programs.version) : null;
  return judgePairs({ programs, results, faults }, { ...job, frozen });
}

/** Before anything is fetched. Throws Failure with exit code 2 for a version that no pair can be asked of. */
function refuseOldTrees({ programs }: PrecedenceOptions): void {
  const why = withoutV2Trees(pinnedVersion(programs));
  if (why !== null) throw badInput(why);
}

/** What shows no order leaves nothing to freeze. */
const SAYS_NOTHING: ReadonlySet<string> = new Set(['fault', 'vacuous']);

async function perform(options: PrecedenceOptions, signal: AbortSignal): Promise<number> {
  const started = Date.now();
  refuseOldTrees(options);
  const files = await programFiles(options.programs);
  const baseline = loadBaseline(options.baseline, files.version)?.content ?? null;
  const folder = openReportFolder(options.report);
  try {
    const outcome = await observePrecedence({
      ...options,
      open: { ...files, seed: options.seed, fences: new Set() },
      baseline,
      folder: folder.temporary,
      signal,
      ownBuild: options.programs.systemProgram !== undefined,
      isCompared: options.baseline !== 'none',
    });
    const info = runInfo(options, started);
    folder.replace(new Map([...outcome.files, ['run-info.json', info]]));
    print(outcome, shownPath(folder.path));
    if (!options.update || outcome.gate.problems.some(({ kind }) => SAYS_NOTHING.has(kind)))
      return outcome.gate.exitCode;
    process.stdout.write(`Frozen in ${shownPath(saveFrozen(outcome.frozen))}.\n`);
    return EXIT.green;
  } finally {
    folder.close();
  }
}

/** Runs the pairs, writes the report and says what it means. Returns the exit code. */
export const precedence = (options: PrecedenceOptions): Promise<number> =>
  interruptible((signal) => perform(options, signal));
