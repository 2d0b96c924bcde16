// The witnesses of a baseline's deviations, from the files that it names.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseWitness } from '../report/witness';
import type { Baseline, Witness } from '../spec/result';

/**
 * The witnesses whose files are there; `folder` is the baseline file's.
 * @throws BadFile with one sentence for a file that is no witness.
 */
export const knownWitnesses = (baseline: Baseline | null, folder: string): readonly Witness[] =>
  (baseline?.deviations ?? [])
    .flatMap(({ witness }) => (witness === null ? [] : [join(folder, witness)]))
    .filter((file) => existsSync(file))
    .map((file) => parseWitness(readFileSync(file, 'utf8'), file));
