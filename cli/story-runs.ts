// Runs the witnesses of a report once more, so that its page can tell what happened in them.
import { join } from 'node:path';
import type { ShownRun } from '../report/html/page-types';
import type { Report } from '../report/report-types';
import { parseWitness } from '../report/witness';
import { WorkerDeath } from './child';
import type { Execution } from './execute';
import { Failure } from './failure';
import { openChild, PATIENCE } from './open-child';
import { launchers, type Launcher } from './pin';
import { rerunOne } from './rerun';
import { WORKER } from './tool';

/** Those of deviations; what stopped the validator once is not tried again. */
function pathsOf({ rules, laws, sweeps }: Report): readonly string[] {
  const findings = [...rules, ...laws, ...sweeps].flatMap((row) => row.findings);
  return [
    ...new Set(findings.filter(({ verdict }) => verdict !== 'harness-fault').map(({ witness }) => witness)),
  ];
}

type Around = Pick<Execution, 'open' | 'folder'> & { readonly options: Pick<Execution['options'], 'debug'> };

async function runAll(
  paths: readonly string[],
  files: ReadonlyMap<string, string>,
  { open, folder, options, signal }: Around & { readonly signal: AbortSignal },
): Promise<ReadonlyMap<string, ShownRun>> {
  const runs = new Map<string, ShownRun>();
  const { child } = await openChild({
    script: WORKER,
    progressFile: join(folder.temporary, 'stories'),
    launcher: launchers(1)[0] as Launcher,
    debug: options.debug,
    open: { ...open, known: [] },
    patience: PATIENCE,
    isStopped: () => signal.aborted,
    onStart: (started) => signal.addEventListener('abort', started.kill),
  });
  try {
    for (const path of paths) {
      const text = files.get(path);
      if (text !== undefined) runs.set(path, await rerunOne({ child, content: parseWitness(text, path) }));
    }
  } finally {
    child.kill();
  }
  return runs;
}

/**
 * By path in the report folder, what each deviation's witness did; without those from the one on that stops the validator.
 * @throws Failure on an interrupt.
 */
export async function storyRuns(
  report: Report,
  files: ReadonlyMap<string, string>,
  around: Around & { readonly signal: AbortSignal },
): Promise<ReadonlyMap<string, ShownRun>> {
  const paths = pathsOf(report);
  if (paths.length === 0 || report.faults.length > 0) return new Map();
  try {
    return await runAll(paths, files, around);
  } catch (error) {
    const isFault = error instanceof WorkerDeath || error instanceof Failure;
    if (!isFault || around.signal.aborted) throw error;
    return new Map();
  }
}
