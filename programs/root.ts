// Finds the project's own folder, from the TypeScript sources and from the compiled ones alike, and the one to write to.
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

/** The folder that holds package.json and the data files; `dist/` holds only compiled code. */
export function projectRoot(from: string = __dirname): string {
  if (existsSync(join(from, 'package.json'))) return from;
  const parent = dirname(from);
  if (parent === from) throw new Error('no package.json above the programs folder');
  return projectRoot(parent);
}

/** Whether this is a clone of the project, which sets itself up, or an installed package, in which nothing is written. */
export const isClone = (root: string = projectRoot()): boolean =>
  existsSync(join(root, 'tsconfig.build.json'));

type Environment = Readonly<Record<string, string | undefined>>;

/** Where a person's caches are, by the conventions of their system. */
function personal({ XDG_CACHE_HOME, LOCALAPPDATA }: Environment, home: string): string {
  if (XDG_CACHE_HOME) return XDG_CACHE_HOME;
  if (process.platform === 'darwin') return join(home, 'Library', 'Caches');
  return process.platform === 'win32' && LOCALAPPDATA ? LOCALAPPDATA : join(home, '.cache');
}

/**
 * The folder for what is downloaded and what is temporary: CPI_CONFORMANCE_CACHE if that is set, in a clone its own
 * `.cache`, and for an installed package `cpi-conformance` among the person's caches, never inside node_modules.
 */
export function cacheRoot(environment: Environment = process.env, root: string = projectRoot()): string {
  const chosen = environment['CPI_CONFORMANCE_CACHE'];
  if (chosen) return resolve(chosen);
  return isClone(root) ? join(root, '.cache') : join(personal(environment, homedir()), 'cpi-conformance');
}
