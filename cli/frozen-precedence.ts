// Finds, reads and writes what is frozen of the precedence for a program version: baselines/precedence/<version>.json.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { projectRoot } from '../programs/root';
import { parseFrozen, writeFrozen } from '../report/precedence/freeze';
import type { FrozenPrecedence } from '../spec/precedence';
import { shownPath } from '../programs/command-name';

export const frozenFile = (version: string): string =>
  join(projectRoot(), 'baselines', 'precedence', `${version}.json`);

/**
 * What is frozen for a version; null if nothing is.
 * @throws BadFile with one sentence when the file is wrong.
 */
export function loadFrozen(version: string): FrozenPrecedence | null {
  const file = frozenFile(version);
  return existsSync(file) ? parseFrozen(readFileSync(file, 'utf8'), shownPath(file)) : null;
}

/** Writes the file of its version. Returns its path. */
export function saveFrozen(frozen: FrozenPrecedence): string {
  const file = frozenFile(frozen.programVersion);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, writeFrozen(frozen));
  return file;
}
