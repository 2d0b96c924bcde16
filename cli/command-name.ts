// How the person called this command, for the commands that the output suggests.
import { join, relative, resolve } from 'node:path';
import { projectRoot } from '../programs/root';

/** `node cli/start.mjs` from inside a clone, `npx cpi-conformance` from an installed package. */
export function commandName(): string {
  const script = shownPath(join(projectRoot(), 'cli', 'start.mjs'));
  return script.includes('node_modules') ? 'npx cpi-conformance' : `node ${script}`;
}

/** A path as the person would type it: relative below the current folder, else in full. */
export function shownPath(path: string): string {
  const short = relative('', path) || '.';
  return short.startsWith('..') ? resolve(path) : short;
}
