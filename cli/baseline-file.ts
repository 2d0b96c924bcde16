// Finds the baseline of a run: the one given, none, or the program version's own.
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { projectRoot } from '../programs/root';
import { parseBaseline } from '../report/baseline';
import type { Baseline } from '../spec/result';
import { checkedBaseline } from './baseline-check';
import { shownPath } from '../programs/command-name';
import { badInput } from './failure';
import { readGiven } from './given-file';
import type { OpenOptions } from './protocol';

export type BaselineFile = { readonly path: string; readonly folder: string; readonly content: Baseline };

/** The file of a version's own baseline, whether it exists or not. */
export const defaultBaseline = (version: string): string =>
  join(projectRoot(), 'baselines', `${version}.json`);

function read(path: string): BaselineFile {
  const text = readGiven(path, `The baseline ${shownPath(path)}`);
  return { path, folder: dirname(path), content: parseBaseline(text, shownPath(path)) };
}

/** What --baseline names, in full; `none` and no option stay. @throws Failure with exit code 2 for an empty name. */
export function baselinePath(option: string | undefined): string | undefined {
  if (option === '')
    throw badInput('--baseline names no file: give one, or `none`, or leave the option out.');
  return option === undefined || option === 'none' ? option : resolve(option);
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
