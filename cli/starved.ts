// How long the threads of a process wanted to run and got no core: silence on a busy machine is no hang.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Milliseconds that each thread has waited for a core since it began, by its number. Empty where the system does not tell. */
export type Waits = ReadonlyMap<string, number>;

const NANOSECONDS = 1e6; // in a millisecond

/** The second number of a thread's schedstat: nanoseconds spent waiting in a run queue. */
function waitOf(file: string): number {
  const [, waited] = readFileSync(file, 'utf8').split(' ');
  return Number(waited) / NANOSECONDS;
}

/** Of Linux; elsewhere, and of a process that has ended, nothing is known. */
export function waitsOf(pid: number | undefined): Waits {
  const folder = `/proc/${pid}/task`;
  try {
    return new Map(readdirSync(folder).map((thread) => [thread, waitOf(join(folder, thread, 'schedstat'))]));
  } catch {
    return new Map();
  }
}

/** The longest that one thread has waited between the two looks; threads that came or went in between do not count. */
export const waitedBetween = (before: Waits, after: Waits): number =>
  Math.max(0, ...[...after].map(([thread, waited]) => waited - (before.get(thread) ?? waited)));

/** However busy the machine is, the patience times this is enough. */
const AT_MOST = 4;

/** Whether a silence is too long, by the time of it in which a core was free. All in milliseconds. */
export const isHang = (silent: number, waited: number, patience: number): boolean =>
  silent > Math.min(patience + waited, AT_MOST * patience);
