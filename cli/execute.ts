// Runs the selected claims in worker processes, with the progress shown; an interrupt ends it in an orderly way.
import { shownPath } from './command-name';
import { Failure } from './failure';
import { INTERRUPTED } from './interrupt';
import { PATIENCE } from './open-child';
import { runPool, type PoolResult } from './pool';
import { showProgress } from './progress';
import type { OpenOptions } from './protocol';
import type { ReportFolder } from './report-folder';
import type { RunOptions } from './run-options';
import type { Selection } from './select';
import { WORKER } from './tool';

export type Execution = {
  readonly options: RunOptions;
  readonly open: OpenOptions;
  readonly selection: Selection;
  readonly folder: ReportFolder;
};

/**
 * What came of the claims.
 * @throws Failure with exit code 130 on an interrupt, 3 where no worker can be started.
 */
export async function execute(
  { options, open, selection, folder }: Execution,
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
  });
  const cases = claims.reduce((sum, { defaultRuns }) => sum + (options.runs ?? defaultRuns), 0);
  const stop = showProgress(process.stderr, pool.state, { claims: claims.length, cases });
  try {
    return await pool.finished;
  } catch (error) {
    if (!signal.aborted) throw error;
    const done = pool.state().done.length;
    const kept = `the report in ${shownPath(folder.path)} is as it was`;
    throw new Failure(
      `Interrupted after ${done} of ${claims.length} claims: nothing was counted, ${kept}.`,
      INTERRUPTED,
    );
  } finally {
    stop();
  }
}
