// Reads the witnesses that `replay` is given: one file, or every witness in a folder and the folders below it.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseWitness } from '../report/witness';
import { shownPath } from './command-name';
import { badInput } from './failure';
import type { FoundWitness } from './find-witness';

/** Files of a report folder and of baselines/ that are no witnesses. */
const isOther = (name: string): boolean => /^(report|run-info)\.json$|^\d+\.\d+\.\d+.*\.json$/.test(name);

function filesIn(folder: string): readonly string[] {
  const entries = readdirSync(folder, { withFileTypes: true }).toSorted((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry) => {
    if (entry.isDirectory()) return filesIn(join(folder, entry.name));
    return entry.name.endsWith('.json') && !isOther(entry.name) ? [join(folder, entry.name)] : [];
  });
}

function filesAt(path: string): readonly string[] {
  try {
    return statSync(path).isDirectory() ? filesIn(path) : [path];
  } catch {
    throw badInput(`There is no file or folder ${path}.`);
  }
}

/**
 * The witnesses at a path, by file name.
 * @throws Failure or BadFile with one sentence when there is none, or a file is not a witness.
 */
export function readWitnesses(path: string): readonly FoundWitness[] {
  const files = filesAt(path);
  if (files.length === 0) throw badInput(`The folder ${path} holds no witness files.`);
  return files.map((file) => ({
    file: shownPath(file),
    content: parseWitness(readFileSync(file, 'utf8'), shownPath(file)),
  }));
}
