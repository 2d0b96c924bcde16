// One worker process for a command that needs the programs for a moment: opened, used, ended, its folder removed.
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { inTemporary } from '../programs/temporary';
import type { ProgramHashes } from '../spec/result';
import type { Child } from './child';
import { Failure } from './failure';
import { INTERRUPTED, interruptible } from './interrupt';
import { openChild, PATIENCE } from './open-child';
import { launchers, type Launcher } from './pin';
import type { OpenOptions } from './protocol';
import { WORKER } from './tool';

export type Session = { readonly child: Child; readonly programs: ProgramHashes };
export type SessionOptions = {
  readonly open: OpenOptions;
  readonly debug: boolean;
  /** Of several sessions at once, which one: each has a core of its own, where there are enough. */
  readonly lane?: number;
};

const scratchFolder = (): string => inTemporary((root) => mkdtempSync(join(root, 'session-')));

const openIn = (
  folder: string,
  { open, debug, lane = 0 }: SessionOptions,
  signal: AbortSignal,
): Promise<Session> =>
  openChild({
    script: WORKER,
    progressFile: join(folder, 'progress'),
    launcher: launchers(lane + 1)[lane] as Launcher,
    debug,
    open,
    patience: PATIENCE,
    isStopped: () => signal.aborted,
    onStart: (child) => signal.addEventListener('abort', child.kill),
  });

const STOPPED = 'Interrupted: nothing was written.';

/**
 * Runs `work` with a worker whose engine is open.
 * @throws Failure with exit code 130 on an interrupt.
 */
export async function withSession<T>(
  options: SessionOptions,
  work: (session: Session) => Promise<T>,
): Promise<T> {
  const folder = scratchFolder();
  try {
    return await interruptible(async (signal) => {
      try {
        const session = await openIn(folder, options, signal);
        return await work(session).finally(session.child.kill);
      } catch (error) {
        // An interrupt kills the worker, whose death is then no fault.
        throw signal.aborted ? new Failure(STOPPED, INTERRUPTED) : error;
      }
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
