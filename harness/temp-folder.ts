// A private folder for what the validator leaves in the temp directory, removed when this process ends.
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { runInThisContext } from 'node:vm';
import { inTemporary, temporaryRoot } from '../programs/temporary';

/** The real process: a test runner's sandbox replaces `process` by a copy whose environment native code never sees. */
const real = runInThisContext('process') as NodeJS.Process;
const prefix = `${hostname()}-`;

function isAlive(pid: number): boolean {
  try {
    return real.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

const remove = (name: string): void => {
  rmSync(join(temporaryRoot(), name), { recursive: true, force: true });
};

/** Removes what processes of this machine left that died without cleaning up. */
function sweep(): void {
  for (const name of readdirSync(temporaryRoot()))
    if (name.startsWith(prefix) && !isAlive(Number(name.slice(prefix.length)))) remove(name);
}

/** On the real process, because a test runner may load this file several times in one. */
const MARK = Symbol.for('cpi-conformance/temp-folder');

/** This process's folder. The validator writes to it as long as the process lives, so that only the end removes it. */
export function privateFolder(): string {
  const name = `${prefix}${real.pid}`;
  const folder = join(temporaryRoot(), name);
  if (Reflect.get(real, MARK) === true) return folder;
  inTemporary(() => {
    rmSync(folder, { recursive: true, force: true }); // an earlier process may have had the same id
    mkdirSync(folder, { recursive: true });
  });
  sweep();
  Reflect.set(real, MARK, true);
  real.once('exit', () => remove(name));
  return folder;
}

/** Runs `work` while native code finds `variables` in the environment; puts the old values back. */
export async function withEnvironment<T>(
  variables: Record<string, string>,
  work: () => Promise<T>,
): Promise<T> {
  const before = Object.keys(variables).map((name) => [name, real.env[name]] as const);
  Object.assign(real.env, variables);
  try {
    return await work();
  } finally {
    for (const [name, value] of before) {
      if (value === undefined) Reflect.deleteProperty(real.env, name);
      else real.env[name] = value;
    }
  }
}
