// Tests of how runs on one machine keep off each other's cores.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { takeCores } from './cores';

const folder = mkdtempSync(join(tmpdir(), 'cores-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const ENDED = 999_999_999;
const holds = (core: number, pid: number): void => writeFileSync(join(folder, String(core)), String(pid));

describe('the cores of a run', () => {
  it('are none that another run has, and again its own where none is free', () => {
    holds(0, process.ppid);
    expect(takeCores([0, 1, 2, 3], 2, folder)).toEqual([1, 2]);
    expect(readFileSync(join(folder, '1'), 'utf8')).toBe(String(process.pid));
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
