// The file that freezes the states of codes of a program version, beside the baselines.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { projectRoot } from '../programs/root';
import { parseFrozen, writeFrozen, type FrozenCodes } from '../report/codes/frozen';
import { shownPath } from '../programs/command-name';

/** Whether it exists or not. */
export const frozenPath = (version: string): string =>
  join(projectRoot(), 'baselines', 'codes', `${version}.json`);

/**
 * The frozen states; null where the version has none.
 * @throws BadFile with one sentence for a file that is something else.
 */
export const loadFrozen = (version: string): FrozenCodes | null => {
  const path = frozenPath(version);
  return existsSync(path) ? parseFrozen(readFileSync(path, 'utf8'), shownPath(path)) : null;
};

/** Writes the states; returns where. */
export const saveFrozen = (frozen: FrozenCodes): string => {
  const path = frozenPath(frozen.programVersion);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, writeFrozen(frozen));
  return path;
};
