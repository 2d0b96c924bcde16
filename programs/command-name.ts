// How the person called this command, for the commands that the output suggests.
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import { projectRoot } from './root';

/** The folder in which, and below which, npx finds this package: the clone, or the project that it is installed in. */
export function npxFolder(root: string): string {
  const parts = root.split(sep);
  const at = parts.indexOf('node_modules');
  return at === -1 ? root : parts.slice(0, at).join(sep) || sep;
}

/** `npx cpi-conformance` where npx finds this package: elsewhere it would ask the registry for one of that name. */
export function commandName(root = projectRoot(), folder = process.cwd()): string {
  const away = relative(npxFolder(root), folder);
  const isBelow = away !== '..' && !away.startsWith(`..${sep}`) && !isAbsolute(away);
  return isBelow
    ? 'npx cpi-conformance'
    : `node ${shellWord(shownPath(join(root, 'cli', 'start.mjs'), folder))}`;
}

/** A path as the person in that folder would type it: relative below the folder, else in full. */
export function shownPath(path: string, folder = process.cwd()): string {
  const short = relative(folder, path) || '.';
  return short.startsWith('..') ? resolve(path) : short;
}

/** A word as a POSIX shell takes it, quoted only where it must be. */
export function shellWord(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
