// How long the threads of a process wanted to run and got no core: silence on a busy machine is no hang.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Milliseconds that each thread has waited for a core since it began, by its number. Empty where the system does not tell. */
export type Waits = ReadonlyMap<string, number>;

const NANOSECONDS = 1e6; // in a millisecond

/** The second number of a thread's schedstat: nanoseconds spent waiting in a run queue. */
function waitOf(file: string): number {
  const [, waited] = readFileSync(file, 'utf8').split(' ');
  return Number(waited) / NANOSECONDS;
}

/** Of Linux; elsewhere, and of a process that has ended, nothing is known; a thread that ends meanwhile is left out. */
export function waitsOf(pid: number | undefined): Waits {
  const folder = `/proc/${pid}/task`;
  const threads = existsSync(folder) ? readdirSync(folder) : [];
  return new Map(
    threads.flatMap((thread) => {
      try {
        return [[thread, waitOf(join(folder, thread, 'schedstat'))] as const];
      } catch {
        return [];
      }
    }),
  );
}

/** The longest that one thread has waited between the two looks; threads that came or went in between do not count. */
export const waitedBetween = (before: Waits, after: Waits): number =>
  Math.max(0, ...[...after].map(([thread, waited]) => waited - (before.get(thread) ?? waited)));

/** Of a worker that notes nothing: for how many milliseconds, and what its threads had waited when a quarter of the patience was over. */
export type Silence = { readonly time: number; readonly waits?: Waits };

/** One look at a worker: how long after the last one, and whether it has noted anything since. In milliseconds. */
export type Look = { readonly passed: number; readonly isNew: boolean; readonly patience: number };

/** Looks come this often; much later only if the machine stood still, and the worker with it. */
export const POLL = 250; // milliseconds

/** Threads that start or end do not count as waiting, so that the first look at them may come a while after the silence began. */
export function silenceAfter(
  before: Silence,
  { passed, isNew, patience }: Look,
  waits: () => Waits,
): Silence {
  const time = isNew ? 0 : before.time + Math.min(passed, 2 * POLL);
  return time > patience / 4 ? { time, waits: before.waits ?? waits() } : { time };
}

/** Of time in which the looks came in time: the patience times this is enough, however busy the machine is. */
const AT_MOST = 4;

/** Whether a silence is too long, by the time of it in which a core was free. */
export function isHang({ time, waits }: Silence, patience: number, now: () => Waits): boolean {
  if (time <= patience || waits === undefined) return false;
  return time > Math.min(patience + waitedBetween(waits, now()), AT_MOST * patience);
}
