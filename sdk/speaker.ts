// One version of the SDK in a process of its own: asks it, and bounds how long it may take.
import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { projectRoot } from '../programs/root';
import type { Answer, Snippet } from './types';

export type Speaker = {
  /** Answers in the order of the snippets. A version that crashes or hangs answers `dead`, and is started anew for the next ones. */
  readonly ask: (snippets: readonly Snippet[]) => Promise<readonly Answer[]>;
  readonly close: () => void;
};

const PATIENCE = 30_000; // milliseconds

function start(entry: string): ChildProcess {
  const child = fork(join(projectRoot(), 'sdk', 'child.mjs'), [entry], {
    execArgv: [],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  child.on('error', () => undefined); // the exit says it
  return child;
}

function exchange(
  child: ChildProcess,
  snippets: readonly Snippet[],
  patience: number,
): Promise<readonly Answer[]> {
  return new Promise((resolve) => {
    const finish = (answers: readonly Answer[]): void => {
      clearTimeout(timer);
      child.off('message', onMessage).off('exit', onExit);
      resolve(answers);
    };
    const die = (reason: string): void => finish(snippets.map(() => ({ kind: 'dead', reason })));
    const onMessage = (answers: unknown): void => finish(answers as readonly Answer[]);
    const onExit = (code: number | null, signal: string | null): void => die(signal ?? `exit code ${code}`);
    const timer = setTimeout(() => {
      die(`no answer for ${patience / 1000} s`);
      child.kill('SIGKILL');
    }, patience);
    child.on('message', onMessage).on('exit', onExit);
    child.send([...snippets], () => undefined);
  });
}

/** `entry` is the path of the SDK's main file. */
export function openSpeaker(entry: string, patience = PATIENCE): Speaker {
  let child: ChildProcess | undefined;
  const ask: Speaker['ask'] = async (snippets) => {
    if (snippets.length === 0) return [];
    child ??= start(entry);
    const answers = await exchange(child, snippets, patience);
    if (answers.some(({ kind }) => kind === 'dead')) child = undefined;
    return answers;
  };
  return { ask, close: () => void child?.kill() };
}
