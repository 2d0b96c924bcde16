// Makes index.html of a finished run: draws the graphs, runs the deviations' witnesses again, and puts it all on one page.
import { writePage } from '../report/html/page';
import type { PageInput, ShownOrder, ShownRun } from '../report/html/page-types';
import { stateMachineDot } from '../report/html/state-machine-dot';
import { writeDot } from '../report/precedence/dot';
import { frozenSection } from '../report/precedence/frozen-section';
import { drawSvg } from '../report/precedence/svg';
import type { Report } from '../report/report-types';
import { parseWitness } from '../report/witness';
import { DOCUMENTED_ERRORS } from '../spec/error-table';
import type { Baseline } from '../spec/result';
import type { Execution } from './execute';
import { loadFrozen } from './frozen-precedence';
import type { Performed } from './run-precedence';
import { formatFiles } from './report-formats';
import type { RunIdentity } from './run-identity';
import { namedRun, sameFlags } from './same-run';
import { storyRuns } from './story-runs';

/** What this run saw, else what is frozen for the same program; null where nobody has looked yet. */
async function orderOf({ precedence, programs }: Report): Promise<ShownOrder | null> {
  const frozen = precedence === undefined ? loadFrozen(programs.version) : null;
  const isSame = frozen?.systemProgram === programs.systemProgram;
  const section = precedence ?? (frozen !== null && isSame ? frozenSection(frozen) : null);
  if (section === null) return null;
  return { section, isFrozen: precedence === undefined, svg: await drawSvg(writeDot(section)) };
}

const replayCommand =
  (identity: Own) =>
  (path: string): string =>
    `npx cpi-conformance replay conformance-report/${path}${sameFlags(namedRun(identity))}`;

function witnessesIn(files: ReadonlyMap<string, string>): PageInput['witnessOf'] {
  return (path) => {
    const text = files.get(path);
    return text === undefined ? undefined : parseWitness(text, path);
  };
}

type Own = Pick<RunIdentity, 'ownBuild' | 'ownCompression' | 'baseline'>;

/** `open` is null where the programs are not at hand: then no witness is run again, and no context shown. */
type Around = Pick<Execution, 'folder'> & {
  readonly options: Pick<Execution['options'], 'debug'>;
  /** Whether coverage.html is written, too. */
  readonly isTraced?: boolean;
  readonly open: Execution['open'] | null;
  /** Why no witness is run again, where none is. */
  readonly without?: string;
  readonly identity: Own;
  readonly baseline: Baseline | null;
};

/** The text of index.html. Throws Failure on an interrupt. */
async function htmlReport(
  { report, files }: Performed,
  { open, ...around }: Around,
  signal: AbortSignal,
): Promise<string> {
  const { runs, untold } =
    open === null
      ? { runs: new Map<string, ShownRun>(), untold: around.without ?? null }
      : await storyRuns(report, files, { ...around, open, signal });
  return writePage({
    report,
    baseline: around.baseline,
    errors: DOCUMENTED_ERRORS,
    witnessOf: witnessesIn(files),
    runOf: (path) => runs.get(path),
    replayCommand: replayCommand(around.identity),
    untold,
    stateMachine: await drawSvg(stateMachineDot(report.coverage)),
    order: await orderOf(report),
    isTraced: around.isTraced === true,
  });
}

/** The files of a report folder that people and CI systems look at. Throws Failure on an interrupt. */
export async function shownFiles(
  performed: Performed,
  around: Around,
  signal: AbortSignal,
): Promise<readonly (readonly [string, string])[]> {
  const page = await htmlReport(performed, around, signal);
  return [['index.html', page], ...formatFiles(performed.report, around.baseline)];
}
