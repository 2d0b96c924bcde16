// Runs the selected claims in worker processes, with the progress shown; an interrupt ends it in an orderly way.
import { shownPath } from '../programs/command-name';
import { Failure } from './failure';
import { INTERRUPTED } from './interrupt';
import { PATIENCE } from './open-child';
import { runPool, type PoolInput, type PoolResult } from './pool';
import { showProgress } from './progress';
import type { OpenOptions } from './protocol';
import type { ReportFolder } from './report-folder';
import type { Journal } from './resume/journal';
import type { RunOptions } from './run-options';
import type { Selection } from './select';
import { WORKER } from './tool';

export type Execution = {
  readonly options: RunOptions;
  readonly open: OpenOptions;
  readonly selection: Selection;
  readonly folder: ReportFolder;
  /** What is finished already, and where to note what else is. */
  readonly journal?: Journal;
  /** In which order, and until when; left out, everything. */
  readonly rationed?: Rationed;
};

export type Rationed = Required<Pick<PoolInput, 'next' | 'enough'>>;

/**
 * What came of the claims.
 * @throws Failure with exit code 130 on an interrupt, 3 where no worker can be started.
 */
export async function execute(
  { options, open, selection, folder, journal, rationed }: Execution,
  signal: AbortSignal,
): Promise<PoolResult> {
  const { claims } = selection;
  const { workers, debug } = options;
  const pool = runPool({
    claims,
    open,
    workers,
    script: WORKER,
    folder: folder.temporary,
    patience: PATIENCE,
    debug,
    signal,
    ...(journal && { done: journal.done.results, onResult: journal.addResult }),
    ...rationed,
  });
  const cases = claims.reduce((sum, { defaultRuns }) => sum + (options.runs ?? defaultRuns), 0);
  const stop = showProgress(process.stderr, pool.state, { claims: claims.length, cases });
  try {
    return await pool.finished;
  } catch (error) {
    if (!signal.aborted) throw error;
    const done = pool.state().done.length;
    const kept = `the report in ${shownPath(folder.path)} is as it was`;
    const further = journal === undefined || done === 0 ? '' : '; with --resume a run goes on from there';
    throw new Failure(
      `Interrupted after ${done} of ${claims.length} claims: nothing was counted, ${kept}${further}.`,
      INTERRUPTED,
    );
  } finally {
    stop();
  }
}
