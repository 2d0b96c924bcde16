// Reads the witnesses that `replay` is given: one file, or every witness in a folder and the folders below it.
import { readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { isPairWitness, parsePairWitness } from '../report/precedence/witness';
import { parseWitness } from '../report/witness';
import { commandName, shownPath } from '../programs/command-name';
import { badInput } from './failure';
import type { FoundWitness } from './find-witness';
import { readGiven, whyUnread } from './given-file';
import type { FoundPair } from './replay-pairs';

/** Files of a report folder and of baselines/ that are no witnesses. */
const isOther = (name: string): boolean =>
  /^(report|run-info|precedence|diff|coverage)\.json$|^\d+\.\d+\.\d+.*\.json$/.test(name);

/** A witness may have any name, so only what is no witness is told by it. */
function requireWitness(one: string, text: string): void {
  const name = basename(one);
  if (!isOther(name) || /"plan"\s*:/.test(text)) return;
  throw badInput(
    `${shownPath(one)} is no witness: give one of the files in the folder witnesses, or that folder.`,
  );
}

function filesIn(folder: string): readonly string[] {
  const entries = readdirSync(folder, { withFileTypes: true }).toSorted((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry) => {
    if (entry.isDirectory()) return filesIn(join(folder, entry.name));
    return entry.name.endsWith('.json') && !isOther(entry.name) ? [join(folder, entry.name)] : [];
  });
}

function filesAt(path: string): readonly string[] {
  if (path === '') throw badInput('The name of the witness file or folder is empty: give one.');
  try {
    return statSync(path).isDirectory() ? filesIn(path) : [path];
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT')
      throw badInput(`There is no file or folder ${path}.`);
    throw badInput(`${path} cannot be read: ${whyUnread(error)}.`);
  }
}

export type Found = {
  readonly witnesses: readonly FoundWitness[];
  /** Cases of two broken rules. */
  readonly pairs: readonly FoundPair[];
};

/**
 * The witnesses at a path, by file name.
 * @throws Failure or BadFile with one sentence when there is none, or a file is not a witness.
 */
export function readWitnesses(path: string): Found {
  const files = filesAt(path);
  if (files.length === 0) throw badInput(`The folder ${path} holds no witness files.`);
  const witnesses: FoundWitness[] = [];
  const pairs: FoundPair[] = [];
  for (const one of files) {
    const [text, file] = [readGiven(one), shownPath(one)];
    requireWitness(one, text);
    if (isPairWitness(text)) pairs.push({ file, content: parsePairWitness(text, file) });
    else witnesses.push({ file, content: parseWitness(text, file) });
  }
  return { witnesses, pairs };
}

/** @throws Failure for a case of a rule, sweep or law that does not exist. */
export function requireKnownRules(witnesses: readonly FoundWitness[], known: ReadonlySet<string>): void {
  const stranger = witnesses.find(({ content }) => !known.has(content.rule));
  if (stranger === undefined) return;
  const { file, content } = stranger;
  throw badInput(
    `${file} is a case of the rule "${content.rule}", which does not exist: \`${commandName()} list\` shows all.`,
  );
}
