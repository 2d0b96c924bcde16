// What every benchmark opens: the default release on a runtime, with a stopwatch for each stage where one is asked for.
import { openBackend, type Backend } from '../harness/backend';
import { newStages, type Stages } from '../harness/stages';
import { loadCaller } from '../programs/caller/load';
import { loadRelease } from '../programs/load';
import { FENCES } from '../spec/fences';
import type { RuntimeName } from '../spec/runtime';

export const VERSION = '0.28.3';
export const PROGRAMS = { version: VERSION, systemProgram: '', accountCompression: '', caller: '' };
export const ALL_FENCES: ReadonlySet<string> = new Set(FENCES.map(({ rule }) => rule));

export type Subject = { readonly runtime: RuntimeName; readonly backend: Backend };
/** A subject whose stages are timed, which costs some microseconds a transaction. */
export type TimedSubject = Subject & { readonly stages: Stages };

async function opened(runtime: RuntimeName, stages?: Stages): Promise<Backend> {
  const { systemProgram, accountCompression, noop, fixtures } = loadRelease(VERSION);
  const programs = { systemProgram, accountCompression, caller: loadCaller(), ...(noop && { noop }) };
  return openBackend({ programs, fixtures, runtime, ...(stages && { stages }) });
}

/** The default release on a runtime, as a run has it. */
export const openSubject = async (runtime: RuntimeName): Promise<Subject> => ({
  runtime,
  backend: await opened(runtime),
});

/** The same with a stopwatch for each stage. */
export async function openTimed(runtime: RuntimeName): Promise<TimedSubject> {
  const stages = newStages();
  return { runtime, backend: await opened(runtime, stages), stages };
}

export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
