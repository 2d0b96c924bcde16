// Tests of how runs on one machine keep off each other's cores.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { takeCores } from './cores';
import { holderAt, isRunning, parseHolder, thisProcess, writeHolder } from './holder';

const folder = mkdtempSync(join(tmpdir(), 'cores-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const ENDED = 999_999_999;
const holds = (core: number, pid: number): void =>
  writeFileSync(join(folder, String(core)), writeHolder(holderAt(pid)));

describe('the cores of a run', () => {
  it('are none that another run has, and again its own where none is free', () => {
    holds(0, process.ppid);
    expect(takeCores([0, 1, 2, 3], 2, folder)).toEqual([1, 2]);
    expect(readFileSync(join(folder, '1'), 'utf8')).toBe(writeHolder(thisProcess()));
    expect(takeCores([0, 1, 2], 1, folder)).toEqual([1]);
    expect(takeCores([0, 1, 2], 1, folder)).toEqual([2]);
    expect(takeCores([0, 1, 2, 3], 2, folder)).toEqual([3, 1]);
  });

  it('are none at all where other runs leave too few', () => {
    for (const core of [10, 11]) holds(core, process.ppid);
    expect(takeCores([10, 11], 4, folder)).toEqual([]);
    expect(takeCores([10], 1, '/proc/nowhere')).toEqual([]);
  });

  it('are given back where they are too few', () => {
    const alone = mkdtempSync(join(tmpdir(), 'cores-test-'));
    expect(takeCores([31], 9, alone)).toEqual([]);
    expect(existsSync(join(alone, '31'))).toBe(false);
    rmSync(alone, { recursive: true });
  });

  it('are also those that a run had that has ended', () => {
    holds(20, ENDED);
    expect(takeCores([20], 1, folder)).toEqual([20]);
  });
});

describe('the holder of a core', () => {
  const alive = thisProcess();
  const HOUR = 3_600_000;

  it('runs as long as its process does, and reads back as it was written', () => {
    expect(isRunning(alive, 9 * HOUR)).toBe(true);
    expect(isRunning(holderAt(ENDED), 0)).toBe(false);
    expect(parseHolder(writeHolder(alive))).toEqual(alive);
  });

  it('has ended where its number is another process now, or the machine has started again', () => {
    expect(isRunning({ ...alive, started: '1' }, 0)).toBe(false);
    expect(isRunning({ ...alive, boot: 'another' }, 0)).toBe(false);
  });

  it('is believed for an hour where it runs in another container, whose numbers mean other processes', () => {
    const elsewhere = { ...alive, space: 'pid:[1]', started: '1' };
    expect(isRunning(elsewhere, HOUR / 2)).toBe(true);
    expect(isRunning(elsewhere, 2 * HOUR)).toBe(false);
  });

  it.each(['', '17', '{"pid":17', 'null', '{"pid":"17"}'])('is nobody in a lock that says %j', (text) => {
    expect(parseHolder(text)).toBeNull();
  });
});
