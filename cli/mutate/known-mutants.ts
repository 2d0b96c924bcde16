// The mutants of a version that are known to be equivalent, each with the reason.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../programs/root';
import { parseKnownMutants, type KnownMutants } from '../../report/mutation/known';
import { shownPath } from '../command-name';

/** Of another program's bytes nothing is known. @throws BadFile with one sentence. */
export function knownMutants(version: string, systemProgram: string): ReadonlyMap<string, string> {
  const file = join(projectRoot(), 'baselines', 'mutants', `${version}.json`);
  if (!existsSync(file)) return new Map();
  const known: KnownMutants = parseKnownMutants(readFileSync(file, 'utf8'), shownPath(file));
  if (known.systemProgram !== systemProgram) return new Map();
  return new Map(known.mutants.map(({ id, reason }) => [id, reason]));
}
