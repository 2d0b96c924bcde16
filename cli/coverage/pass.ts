// The pass behind a run that traces its plans: what of the compiled program they executed, and a guided run if asked for.
import { buildCoverage } from '../../report/binary/build';
import { writeCoverage } from '../../report/binary/json';
import { guidedReport, guidedWitnesses } from '../../report/binary/guided';
import { listingText } from '../../report/binary/listing';
import type { BinaryCoverage } from '../../report/binary/types';
import { writeBinaryPage } from '../../report/html/binary-page';
import { coverageText } from '../../report/terminal/binary-coverage';
import { plural } from '../../report/terminal/text';
import { paintFor } from '../../report/terminal/paint';
import { writeWitness } from '../../report/witness';
import type { GuidedResult, ProgramShape } from '../../spec/reach';
import type { BackendName } from '../../spec/runtime';
import { Failure } from '../failure';
import { INTERRUPTED } from '../interrupt';
import type { Job } from '../run-job';
import type { CoverageOptions } from './options';
import { shapeOfProgram } from './shape';
import { requireTraceable, seedsOf } from './traceable';
import { traceClaims, traceGuided, type TracePool } from './trace-pool';

export type Traced = {
  readonly files: readonly (readonly [path: string, text: string])[];
  readonly coverage: BinaryCoverage;
};

/** Smaller plans for each kept plan and each deviation: most shrink in fewer. */
const TRIES = 40;

const note = (text: string): void => void process.stderr.write(`${text}\n`);

/** A line now and then, so that a long pass is seen to go on. */
const TELLING = 25;

async function guidedOf(job: Job, pool: TracePool, executions: number): Promise<GuidedResult> {
  const claims = seedsOf(job.selection.claims);
  note(`Guided generation: ${executions} plans, and as many without guidance, on one worker ...`);
  return traceGuided(pool, { claims, executions, tries: TRIES });
}

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));

type Tried = { readonly traced: Traced | null; readonly failure: Error | null };

/** What was traced before stays where the guided part fails. */
async function guidedOrNot(
  job: Job,
  pool: TracePool,
  executions: number | null,
): Promise<{ readonly guided: GuidedResult | null; readonly failure: Error | null }> {
  if (executions === null) return { guided: null, failure: null };
  try {
    return { guided: await guidedOf(job, pool, executions), failure: null };
  } catch (error) {
    if (pool.signal.aborted) throw error;
    return { guided: null, failure: asError(error) };
  }
}

type Pass = {
  readonly coverage: BinaryCoverage;
  readonly shape: ProgramShape;
  readonly guided: GuidedResult | null;
  readonly backend: BackendName | undefined;
};

function filesOf({ coverage, shape, guided, backend }: Pass): Traced['files'] {
  const kept = guided === null ? [] : guidedWitnesses(guided, coverage.programs, backend);
  return [
    ['coverage.json', writeCoverage(coverage)],
    ['coverage.txt', listingText(coverage, shape)],
    ['coverage.html', writeBinaryPage(coverage, shape)],
    ...kept.map(([path, witness]): readonly [string, string] => [path, writeWitness(witness)]),
  ];
}

/**
 * Traces the claims of a run.
 * @throws Failure with exit code 3 when a worker dies, InputError for a program that cannot be read.
 */
async function tracePass(
  job: Job,
  { cases, guided: executions }: CoverageOptions,
  signal: AbortSignal,
): Promise<Tried> {
  const { options, open, selection, folder, identity, compared } = job;
  const shape = shapeOfProgram(open);
  const pool = { open, workers: options.workers, folder: folder.temporary, debug: options.debug, signal };
  const { claims } = selection;
  note(`Tracing ${plural(cases, 'case')} of ${plural(claims.length, 'claim')} on LiteSVM ...`);
  const reaches = await traceClaims(pool, {
    claims: claims.map(({ id }) => id),
    cases,
    onDone: (done) =>
      done % TELLING === 0 ? note(`  ${done} of ${claims.length} claims traced`) : undefined,
  });
  const { programs } = identity;
  const built = buildCoverage({ programs, seed: options.seed, cases, shape, claims, reaches });
  const { guided, failure } = await guidedOrNot(job, pool, executions);
  const coverage = guided === null ? built : { ...built, guided: guidedReport(guided, compared.baseline) };
  return {
    traced: { coverage, files: filesOf({ coverage, shape, guided, backend: open.backend }) },
    failure,
  };
}

/**
 * Refuses now, rather than behind the run, a program whose code cannot be read and claims that leave no traces.
 * @throws InputError or Failure in one sentence.
 */
export function requireReadable({
  options,
  open,
  selection,
}: Pick<Job, 'options' | 'open' | 'selection'>): void {
  if (options.coverage === null) return;
  requireTraceable(selection.claims, options.coverage);
  shapeOfProgram(open);
}

/**
 * Traces if that is asked for; a failure is handed back, so that what the run itself has found is not lost.
 * @throws Failure with exit code 130 on an interrupt.
 */
export async function traceOrNot(job: Job, signal: AbortSignal): Promise<Tried> {
  const { coverage } = job.options;
  if (coverage === null) return { traced: null, failure: null };
  try {
    return await tracePass(job, coverage, signal);
  } catch (error) {
    if (signal.aborted)
      throw new Failure(
        'Interrupted while plans were traced: the report is as it was; without --coverage and --guided, --resume goes on from there.',
        INTERRUPTED,
      );
    return { traced: null, failure: asError(error) };
  }
}

/** What the terminal is told. */
export const tracedText = ({ coverage }: Traced): string =>
  coverageText(coverage, paintFor(process.stdout.isTTY, process.env));
