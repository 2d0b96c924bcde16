// One worker process as the command sees it: ask, watch, kill.
import { fork, type ChildProcess } from 'node:child_process';
import { Failure } from './failure';
import type { Launcher } from './pin';
import { readProgress, type Progress } from './progress-file';
import type { Answers, Reply, Request } from './protocol';
import { isHang, POLL, silenceAfter, waitsOf, type Silence, type Waits } from './starved';

/** A worker that ended or was ended before it answered. */
export class WorkerDeath extends Error {
  override readonly name = 'WorkerDeath';
  constructor(
    /** `SIGSEGV`, `exit code 1`, `no answer for 30 s`. */
    readonly reason: string,
    readonly progress: Progress,
  ) {
    super(`a worker process died (${reason})`);
  }
}

export type ChildOptions = {
  readonly script: string;
  readonly progressFile: string;
  readonly launcher: Launcher;
  /** Shows the worker's standard error. */
  readonly debug: boolean;
};

export type Child = {
  /** Sends a request; rejects with WorkerDeath, or with the worker's own error. Silence is what `patience` bounds. */
  readonly ask: <T extends Request['type']>(
    request: Extract<Request, { type: T }>,
    patience: number,
  ) => Promise<Answers[T]>;
  readonly progress: () => Progress;
  readonly kill: () => void;
  /** Resolves when the process has ended and can write nothing more. */
  readonly gone: () => Promise<void>;
};

type Watched = { readonly pid: number | undefined; readonly read: () => Progress; readonly patience: number };

function start({ script, launcher, debug }: ChildOptions): ChildProcess {
  return fork(script, [], {
    execPath: launcher.execPath,
    execArgv: [...launcher.execArgv],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', debug ? 'inherit' : 'ignore', 'ipc'],
    env: { ...process.env, RUST_LOG: 'off' },
  });
}

type Settle = { readonly resolve: (value: unknown) => void; readonly reject: (error: Error) => void };

function settle(reply: Reply, { resolve, reject }: Settle): void {
  if (reply.type === 'done') {
    resolve(reply.value);
    return;
  }
  const error =
    reply.exitCode === null ? new Error(reply.message) : new Failure(reply.message, reply.exitCode);
  error.stack = reply.stack;
  reject(error);
}

/**
 * Calls `silent`, with how long it was, once the worker has noted no new case for `patience` milliseconds in which it
 * could run. Returns how to stop it.
 */
function watch({ pid, read, patience }: Watched, silent: (time: number) => void): () => void {
  const look = (): Waits => waitsOf(pid);
  let beat = -1;
  let last = Date.now();
  let silence: Silence = { time: 0 };
  const timer = setInterval(() => {
    const [now, { beat: noted }] = [Date.now(), read()];
    silence = silenceAfter(silence, { passed: now - last, isNew: noted !== beat, patience }, look);
    [beat, last] = [noted, now];
    if (isHang(silence, patience, look)) silent(silence.time);
  }, POLL);
  return () => clearInterval(timer);
}

/** Milliseconds that an exit may come behind a failed write. */
const EXIT_GRACE = 1000;

function exchange(
  child: ChildProcess,
  read: () => Progress,
  job: { request: Request; patience: number },
): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const die = (cause: string): void => finish(() => reject(new WorkerDeath(cause, read())));
    const onMessage = (reply: unknown): void => finish(() => settle(reply as Reply, { resolve, reject }));
    const onExit = (code: number | null, signal: string | null): void =>
      die(signal ?? `exit code ${code ?? 0}`);
    // A worker that dies while it is written to says why by its exit, which may come a moment later.
    const onError = (error: Error): void => void setTimeout(() => die(error.message), EXIT_GRACE).unref();
    const stop = watch({ pid: child.pid, read, patience: job.patience }, (time) => {
      child.kill('SIGKILL');
      die(`no answer for ${Math.round(time / 1000)} s`);
    });
    const finish = (act: () => void): void => {
      stop();
      child.off('message', onMessage).off('exit', onExit).off('error', onError);
      act();
    };
    child.on('message', onMessage).on('exit', onExit).on('error', onError);
    if (child.exitCode !== null || child.signalCode !== null) onExit(child.exitCode, child.signalCode);
    else child.send(job.request, (error) => void (error === null ? undefined : onError(error)));
  });
}

function gone(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null)
    return Promise.resolve();
  return new Promise((resolve) => void child.once('exit', () => resolve()));
}

/** Starts a worker process; it is ready for the request `open`. */
export function startChild(options: ChildOptions): Child {
  const child = start(options);
  child.on('error', () => undefined); // a worker may die between two requests; the next one says so
  const progress = (): Progress => readProgress(options.progressFile);
  return {
    ask: (request, patience) => exchange(child, progress, { request, patience }) as never,
    progress,
    kill: () => void child.kill('SIGKILL'),
    gone: () => gone(child),
  };
}
