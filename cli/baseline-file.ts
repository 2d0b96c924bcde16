// Finds the baseline of a run: the one given, none, or the program version's own.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { projectRoot } from '../programs/root';
import { parseBaseline } from '../report/baseline';
import type { Baseline } from '../spec/result';
import { checkedBaseline } from './baseline-check';
import { shownPath } from './command-name';
import { badInput } from './failure';
import type { OpenOptions } from './protocol';
import { refuseEndless } from './regular-file';

export type BaselineFile = { readonly path: string; readonly folder: string; readonly content: Baseline };

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder, and --baseline takes the file in it',
};

/** The file of a version's own baseline, whether it exists or not. */
export const defaultBaseline = (version: string): string =>
  join(projectRoot(), 'baselines', `${version}.json`);

function read(path: string): BaselineFile {
  try {
    refuseEndless(path);
    return {
      path,
      folder: dirname(path),
      content: parseBaseline(readFileSync(path, 'utf8'), shownPath(path)),
    };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error; // said by itself
    throw badInput(`The baseline ${shownPath(path)} cannot be read: ${REASONS[code] ?? code}.`);
  }
}

/**
 * The baseline to compare with; null for `none`, and where the version has none.
 * @throws Failure or BadFile with one sentence when the file is missing or wrong, or is another version's.
 */
export function loadBaseline(option: string | undefined, version: string): BaselineFile | null {
  if (option === 'none') return null;
  if (option !== undefined) return checkedBaseline(read(option), version);
  const own = defaultBaseline(version);
  return existsSync(own) ? checkedBaseline(read(own), version) : null;
}

/** For an engine: the errors that no document names, so that another one is a change; without a baseline, any is as good. */
export const frozenErrors = (baseline: BaselineFile | null): Pick<OpenOptions, 'frozen'> =>
  baseline === null ? {} : { frozen: baseline.content.observed };
