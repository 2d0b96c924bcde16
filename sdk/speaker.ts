// One version of the SDK in a process of its own: asks it, and bounds how long it may take.
import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { projectRoot } from '../programs/root';
import { sdkCache } from './fetch';
import type { Answer, Snippet } from './types';

export type Speaker = {
  /** Answers in the order of the snippets; `dead` where the version crashes or hangs, twice. */
  readonly ask: (snippets: readonly Snippet[]) => Promise<readonly Answer[]>;
  readonly close: () => void;
};

const PATIENCE = 60_000; // milliseconds

function start(entry: string): ChildProcess {
  const child = fork(join(projectRoot(), 'sdk', 'child.mjs'), [entry, sdkCache()], {
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
    const onExit = (code: number | null, signal: string | null): void =>
      die(`ended (${signal ?? `exit code ${code}`})`);
    const timer = setTimeout(() => {
      die(`did not answer within ${patience / 1000} s`);
      child.kill('SIGKILL');
    }, patience);
    child.on('message', onMessage).on('exit', onExit);
    child.send([...snippets], () => undefined);
  });
}

/** A version that died so often is not asked any more: the rest would only take as long again. */
const ENOUGH = 3;

const hasDied = (answers: readonly Answer[]): boolean => answers.some(({ kind }) => kind === 'dead');

/** `entry` is the path of the SDK's main file; `patience` in milliseconds. */
export function openSpeaker(entry: string, patience = PATIENCE): Speaker {
  let child: ChildProcess | undefined;
  let deaths = 0;
  let closed = false;
  const once = async (snippets: readonly Snippet[]): Promise<readonly Answer[]> => {
    child ??= start(entry);
    const answers = await exchange(child, snippets, patience);
    if (hasDied(answers)) {
      child = undefined;
      deaths += 1;
    }
    return answers;
  };
  const ask: Speaker['ask'] = async (snippets) => {
    if (snippets.length === 0 || closed) return [];
    const dead = snippets.map(() => ({
      kind: 'dead' as const,
      reason: 'ended or hung too often to be asked again',
    }));
    if (deaths >= ENOUGH) return dead;
    const first = await once(snippets);
    return hasDied(first) ? once(snippets) : first; // a machine under load deserves another try
  };
  const close = (): void => {
    closed = true;
    child?.kill();
  };
  return { ask, close };
}
