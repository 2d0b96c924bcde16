// Runs the witnesses of a report once more, so that its page can tell what happened in them.
import { join } from 'node:path';
import type { ShownRun } from '../report/html/page-types';
import type { Report } from '../report/report-types';
import { parseWitness } from '../report/witness';
import { WorkerDeath } from './child';
import type { Execution } from './execute';
import { Failure } from './failure';
import { INTERRUPTED } from './interrupt';
import { openChild, PATIENCE, type OpenChild } from './open-child';
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

export type StoryRuns = {
  /** By path in the report folder, what each witness did. */
  readonly runs: ReadonlyMap<string, ShownRun>;
  /** Why some of them did not run, in a sentence; null where all did. */
  readonly untold: string | null;
};

type Signalled = Around & { readonly signal: AbortSignal };

const openStories = ({ open, folder, options, signal }: Signalled): Promise<OpenChild> =>
  openChild({
    script: WORKER,
    progressFile: join(folder.temporary, 'stories'),
    launcher: launchers(1)[0] as Launcher,
    debug: options.debug,
    open: { ...open, known: [] },
    patience: PATIENCE,
    isStopped: () => signal.aborted,
    onStart: (started) => signal.addEventListener('abort', started.kill),
  });

/** One witness after the other, into `runs`. */
async function runAll(
  paths: readonly string[],
  files: ReadonlyMap<string, string>,
  { runs, around }: { readonly runs: Map<string, ShownRun>; readonly around: Signalled },
): Promise<void> {
  const { child } = await openStories(around);
  try {
    for (const path of paths) {
      const text = files.get(path);
      if (text !== undefined) runs.set(path, await rerunOne({ child, content: parseWitness(text, path) }));
    }
  } finally {
    child.kill();
  }
}

/** On standard error, and for the page. */
function without(runs: ReadonlyMap<string, ShownRun>, count: number, why: string): StoryRuns {
  const untold = `What happened in ${count - runs.size} of ${count} deviations is not told: ${why}; \`replay\` runs each witness by itself.`;
  process.stderr.write(`index.html: ${untold}\n`);
  return { runs, untold };
}

const STOPPED =
  'Interrupted while the deviations were run again for index.html: the report is as it was; with --resume a run goes on from there.';
const NOTHING: StoryRuns = { runs: new Map(), untold: null };

/**
 * What each deviation's witness did; of those from the one on that stops the validator, only why they did not run.
 * @throws Failure on an interrupt.
 */
export async function storyRuns(
  report: Report,
  files: ReadonlyMap<string, string>,
  around: Signalled,
): Promise<StoryRuns> {
  const paths = pathsOf(report);
  const runs = new Map<string, ShownRun>();
  if (paths.length === 0) return NOTHING;
  try {
    await runAll(paths, files, { runs, around });
    return { runs, untold: null };
  } catch (error) {
    if (around.signal.aborted) throw new Failure(STOPPED, INTERRUPTED);
    if (!(error instanceof WorkerDeath || error instanceof Failure)) throw error;
    const why = error instanceof WorkerDeath ? error.reason : error.message.replace(/\.$/, '');
    return without(runs, paths.length, `the validator stopped when they were run again (${why})`);
  }
}
