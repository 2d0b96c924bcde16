// Who holds a lock: a number of a process is used again, and means another process in another container or behind a restart.
import { readFileSync, readlinkSync } from 'node:fs';

/** Of Linux's /proc, which other systems lack: there only the number is known, and the rest is empty. */
export type Holder = {
  readonly pid: number;
  /** When the process started, in clock ticks since the machine did. */
  readonly started: string;
  /** Which start of the machine. */
  readonly boot: string;
  /** In which container's numbering of processes. */
  readonly space: string;
};

/** Milliseconds for which a process that cannot be asked, in another container, is taken to be alive: no run is longer. */
const SILENT = 3_600_000;

const or = (read: () => string): string => {
  try {
    return read();
  } catch {
    return '';
  }
};

/** The 22nd field; the second is a name in brackets, which may hold spaces. */
const startOf = (pid: number): string =>
  or(() => {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  });

const bootId = (): string => or(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim());
const spaceId = (): string => or(() => readlinkSync('/proc/self/ns/pid'));

/** A process of this container. */
export const holderAt = (pid: number): Holder => ({
  pid,
  started: startOf(pid),
  boot: bootId(),
  space: spaceId(),
});

export const thisProcess = (): Holder => holderAt(process.pid);

/** As the text of a lock. */
export const writeHolder = (holder: Holder): string => `${JSON.stringify(holder)}\n`;

const FIELDS = ['started', 'boot', 'space'] as const;

/** Null for a text that is none: a lock that was cut short, or another version's. */
export function parseHolder(text: string): Holder | null {
  try {
    const value = JSON.parse(text) as Partial<Record<keyof Holder, unknown>> | null;
    const isHolder =
      Number.isInteger(value?.pid) && FIELDS.every((field) => typeof value?.[field] === 'string');
    return isHolder ? (value as Holder) : null;
  } catch {
    return null;
  }
}

function answers(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Whether the process that wrote a lock `age` milliseconds ago still runs; one of another container counts as such for an hour. */
export function isRunning({ pid, started, boot, space }: Holder, age: number): boolean {
  if (boot !== bootId()) return false;
  if (space !== spaceId()) return age < SILENT;
  return answers(pid) && started === startOf(pid);
}
