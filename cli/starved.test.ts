// A process that gets no core is told from one that does nothing, and is given more time, though not for ever.
import { spawn, type ChildProcess } from 'node:child_process';
import { cpus } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { isHang, waitedBetween, waitsOf } from './starved';

const LOOK = 1500; // milliseconds
const running: ChildProcess[] = [];
const start = (code: string): number | undefined => {
  const child = spawn(process.execPath, ['-e', code], { stdio: 'ignore' });
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
    const pid = start('setTimeout(() => {}, 60_000)');
    await sleep(LOOK);
    expect(await waitedBy(pid)).toBeLessThan(LOOK / 4);
  });

  it('is not known of a process that is gone', () => {
    expect(waitedBetween(waitsOf(undefined), waitsOf(undefined))).toBe(0);
  });
});

describe('A silence', () => {
  it('is a hang behind the patience if a core was free, and later by the time in which none was', () => {
    expect(isHang(30_001, 0, 30_000)).toBe(true);
    expect(isHang(29_999, 0, 30_000)).toBe(false);
    expect(isHang(40_000, 15_000, 30_000)).toBe(false);
    expect(isHang(45_001, 15_000, 30_000)).toBe(true);
  });

  it('is one behind four times the patience, whatever happened', () => {
    expect(isHang(120_001, 110_000, 30_000)).toBe(true);
  });
});
