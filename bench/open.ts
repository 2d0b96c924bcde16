// What every benchmark opens: the default release on a runtime, with a stopwatch for each stage.
import { openBackend, type Backend } from '../harness/backend';
import { newStages, type Stages } from '../harness/stages';
import { loadCaller } from '../programs/caller/load';
import { loadRelease } from '../programs/load';
import { FENCES } from '../spec/fences';
import type { RuntimeName } from '../spec/runtime';

export const VERSION = '0.28.3';
export const PROGRAMS = { version: VERSION, systemProgram: '', accountCompression: '', caller: '' };
export const ALL_FENCES: ReadonlySet<string> = new Set(FENCES.map(({ rule }) => rule));

export type Subject = { readonly runtime: RuntimeName; readonly backend: Backend; readonly stages: Stages };

/** The default release on a runtime. */
export async function openSubject(runtime: RuntimeName): Promise<Subject> {
  const { systemProgram, accountCompression, noop, fixtures } = loadRelease(VERSION);
  const programs = { systemProgram, accountCompression, caller: loadCaller(), ...(noop && { noop }) };
  const stages = newStages();
  return { runtime, backend: await openBackend({ programs, fixtures, runtime, stages }), stages };
}

export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
