// A process that gets no core is told from one that does nothing, and is given more time, though not for ever.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpus } from 'node:os';
import type { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { isHang, POLL, silenceAfter, waitedBetween, waitsOf, type Silence } from './starved';

const LOOK = 1500; // milliseconds
const running: ChildProcess[] = [];
const start = (code: string): number | undefined => {
  const child = spawn(process.execPath, ['-e', code], { stdio: ['ignore', 'pipe', 'ignore'] });
  running.push(child);
  return child.pid;
};
const waitedBy = async (pid: number | undefined): Promise<number> => {
  const before = waitsOf(pid);
  await sleep(LOOK);
  return waitedBetween(before, waitsOf(pid));
};
afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
});

const onLinux = process.platform === 'linux' ? it : it.skip;

describe('How long a process waits for a core', () => {
  onLinux('is much where three processes want each of them', async () => {
    const [pid] = Array.from({ length: 3 * cpus().length }, () => start('for (;;) {}'));
    await sleep(LOOK);
    expect(await waitedBy(pid)).toBeGreaterThan(LOOK / 4);
  });

  onLinux('is nothing where it sleeps', async () => {
    const pid = start('setTimeout(() => process.stdout.write("up"), 500); setTimeout(() => {}, 60_000)');
    await once(running[0]?.stdout as Readable, 'data'); // starting up takes a core
    await sleep(LOOK);
    expect(await waitedBy(pid)).toBeLessThan(LOOK / 4);
  });

  it('is not known of a process that is gone', () => {
    expect(waitedBetween(waitsOf(undefined), waitsOf(undefined))).toBe(0);
  });
});

describe('A silence', () => {
  const waiting = (milliseconds: number) => new Map([['1', milliseconds]]);
  const none = () => waiting(0);
  const PATIENCE = 30_000;
  /** Looks at a worker that notes nothing, until the time is over. */
  const silentFor = (time: number, passed = POLL): Silence =>
    Array.from({ length: time / passed }).reduce<Silence>(
      (silence) => silenceAfter(silence, { passed, isNew: false, patience: PATIENCE }, none),
      { time: 0 },
    );

  it('is a hang behind the patience if a core was free, and later by the time in which none was', () => {
    expect(isHang(silentFor(29_750), PATIENCE, none)).toBe(false);
    expect(isHang(silentFor(30_250), PATIENCE, none)).toBe(true);
    expect(isHang(silentFor(40_000), PATIENCE, () => waiting(15_000))).toBe(false);
    expect(isHang(silentFor(45_250), PATIENCE, () => waiting(15_000))).toBe(true);
  });

  it('is one behind four times the patience, whatever happened', () => {
    expect(isHang(silentFor(120_250), PATIENCE, () => waiting(119_000))).toBe(true);
  });

  it('is short where the machine stood still, and over where anything was noted', () => {
    const look = { passed: 600_000, isNew: false, patience: PATIENCE };
    expect(silenceAfter({ time: 1000 }, look, none).time).toBe(1000 + 2 * POLL);
    expect(silenceAfter(silentFor(29_000), { ...look, isNew: true }, none)).toEqual({ time: 0 });
  });
});
