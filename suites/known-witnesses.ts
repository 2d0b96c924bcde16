// The witnesses of a baseline's deviations, from the files that it names.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseWitness } from '../report/witness';
import type { Baseline, Witness } from '../spec/result';

/** A witness, and the name that its entry in the baseline gives it. */
export type NamedWitness = readonly [name: string, witness: Witness];

/**
 * The witnesses by name; `folder` is the baseline file's, and their files are there: the command line has looked.
 * @throws BadFile with one sentence for a file that is no witness.
 */
export const namedWitnesses = (baseline: Baseline | null, folder: string): readonly NamedWitness[] =>
  (baseline?.deviations ?? [])
    .flatMap(({ witness }) => (witness === null ? [] : [[witness, join(folder, witness)] as const]))
    .map(([name, file]) => [name, parseWitness(readFileSync(file, 'utf8'), file)] as const);

/** The same without their names. */
export const knownWitnesses = (baseline: Baseline | null, folder: string): readonly Witness[] =>
  namedWitnesses(baseline, folder).map(([, witness]) => witness);
