// Which of the machine's cores this process may keep its workers on: each is taken by one run at a time, so that two runs share none.
import { mkdirSync, readFileSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { runInThisContext } from 'node:vm';
import { cacheFolder } from '../programs/cache';
import { isRunning, parseHolder, thisProcess, writeHolder, type Holder } from './holder';

/** The real process: a test runner's sandbox replaces `process` by a copy that never ends. */
const real = runInThisContext('process') as NodeJS.Process;

/** One folder for all runs that share a cache. */
const shared = (): string => join(dirname(cacheFolder()), 'cores');

/** Whose it is; null for nobody's, or a process's that has ended. */
function holderOf(file: string): Holder | null {
  try {
    const holder = parseHolder(readFileSync(file, 'utf8'));
    return holder !== null && isRunning(holder, Date.now() - statSync(file).mtimeMs) ? holder : null;
  } catch {
    return null;
  }
}

const held: string[] = [];

/** At the end of the process; the folder goes with the last run that has a core. */
function release(): void {
  for (const file of held) rmSync(file, { force: true });
  try {
    rmdirSync(dirname(held[0] ?? ''));
  } catch {
    // another run has a core
  }
}

/** Creates the file, which only one process can; what a dead one left is taken over. */
function take(file: string): boolean {
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      writeFileSync(file, writeHolder(thisProcess()), { flag: 'wx' });
      held.push(file);
      if (held.length === 1) real.once('exit', release);
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || holderOf(file) !== null) return false;
      rmSync(file, { force: true });
    }
  }
  return false;
}

/** Not recursive: below /proc, that would never return. */
function isThere(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EEXIST';
  }
}

/** Too few for what was asked: others may have them. */
function giveBack(files: readonly string[]): readonly number[] {
  for (const file of files) {
    held.splice(held.indexOf(file), 1);
    rmSync(file, { force: true });
  }
  return [];
}

const own: number[] = [];
let used = 0;

/** Cores that this process has taken before, the one that was given out longest ago first. */
const inTurn = (cores: readonly number[], count: number): readonly number[] =>
  Array.from({ length: Math.min(count, cores.length) }, () => cores[used++ % cores.length] ?? 0);

/**
 * That many of these cores for workers, none of which another run has taken; empty where too few are left.
 * They are this process's until it ends: asked again, it gives free ones first, and then its own in turn.
 */
export function takeCores(allowed: readonly number[], count: number, folder = shared()): readonly number[] {
  if (!isThere(folder)) return []; // what cannot be agreed upon is not taken
  const fresh: number[] = [];
  for (const core of allowed) {
    if (fresh.length === count) break;
    if (!own.includes(core) && take(join(folder, String(core)))) fresh.push(core);
  }
  const again = inTurn(own, count - fresh.length);
  const chosen = [...fresh, ...again];
  if (chosen.length < count) return giveBack(fresh.map((core) => join(folder, String(core))));
  own.push(...fresh);
  return chosen;
}
