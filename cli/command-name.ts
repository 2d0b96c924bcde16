// How the person called this command, for the commands that the output suggests.
import { isAbsolute, join, relative, resolve } from 'node:path';
import { projectRoot } from '../programs/root';

/** `npx cpi-conformance` where npx finds this package: in the clone's folder, or where it is installed. */
export function commandName(): string {
  const script = shownPath(join(projectRoot(), 'cli', 'start.mjs'));
  return isAbsolute(script) && !script.includes('node_modules')
    ? `node ${shellWord(script)}`
    : 'npx cpi-conformance';
}

/** A path as the person would type it: relative below the current folder, else in full. */
export function shownPath(path: string): string {
  const short = relative('', path) || '.';
  return short.startsWith('..') ? resolve(path) : short;
}

/** A word as a POSIX shell takes it, quoted only where it must be. */
export function shellWord(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
