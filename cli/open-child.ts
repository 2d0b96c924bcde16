// Starts a worker and opens its engine; the validator is known to hang rarely at its start, so it gets more tries.
import type { ProgramHashes } from '../spec/result';
import { EXIT } from '../report/exit-code';
import { startChild, WorkerDeath, type Child, type ChildOptions } from './child';
import { carriedCode, Failure } from './failure';
import type { OpenOptions } from './protocol';

/** Milliseconds; `tries` counts the first one too. */
export type Patience = { readonly ready: number; readonly silence: number; readonly tries: number };

export const PATIENCE: Patience = { ready: 20_000, silence: 30_000, tries: 3 };

export type OpenInput = ChildOptions & {
  readonly open: OpenOptions;
  readonly patience: Patience;
  /** Told of each process, so that an interrupt can end it. */
  readonly onStart: (child: Child) => void;
  /** Whether an interrupt makes another try pointless. */
  readonly isStopped: () => boolean;
};

export type OpenChild = { readonly child: Child; readonly programs: ProgramHashes };

/** Each try is given twice the time of the one before: on a busy machine the first may only have been too short. */
async function once(input: OpenInput, tries: number): Promise<OpenChild> {
  const patience = input.patience.ready * 2 ** (input.patience.tries - tries);
  const child = startChild(input);
  input.onStart(child);
  try {
    const request = { type: 'open', options: input.open, progressFile: input.progressFile } as const;
    return { child, programs: await child.ask<'open'>(request, patience) };
  } catch (error) {
    child.kill();
    throw error;
  }
}

/**
 * A worker whose engine is open.
 * @throws Failure with exit code 3 when no try succeeds; the worker's own error when it reports one.
 */
export async function openChild(input: OpenInput, tries = input.patience.tries): Promise<OpenChild> {
  try {
    return await once(input, tries);
  } catch (error) {
    const fault = error instanceof WorkerDeath || carriedCode(error) === EXIT.fault;
    if (!fault || input.isStopped()) throw error;
    if (tries > 1) return openChild(input, tries - 1);
    const why = error instanceof WorkerDeath ? error.reason : (error as Error).message;
    throw new Failure(`The validator did not start in ${input.patience.tries} tries (${why}).`, EXIT.fault);
  }
}
