// The witnesses of a baseline's deviations, from the files that it names.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BadFile } from '../report/bad-file';
import { parseWitness } from '../report/witness';
import type { Baseline, BaselineEntry, Witness } from '../spec/result';

/** A witness, and the name that its entry in the baseline gives it. */
export type NamedWitness = readonly [name: string, witness: Witness];

const SHARED = ['rule', 'verdict', 'expected', 'observed'] as const;

/** An entry's witness shows what the entry says: another one would be kept as a case of something else. */
function witnessOf(entry: BaselineEntry, file: string): Witness {
  const witness = parseWitness(readFileSync(file, 'utf8'), file);
  const apart = SHARED.find((field) => witness[field] !== entry[field]);
  if (apart !== undefined)
    throw new BadFile(
      `${file} has "${witness[apart]}" for ${apart}, and the entry of ${entry.rule} that names it "${entry[apart]}": name a witness of what the entry says, or write null.`,
    );
  return witness;
}

/**
 * The witnesses by name; `folder` is the baseline file's, and their files are there: the command line has looked.
 * @throws BadFile with one sentence for a file that is no witness, or one of something else than its entry says.
 */
export const namedWitnesses = (baseline: Baseline | null, folder: string): readonly NamedWitness[] =>
  (baseline?.deviations ?? []).flatMap((entry) =>
    entry.witness === null ? [] : [[entry.witness, witnessOf(entry, join(folder, entry.witness))] as const],
  );

/** The same without their names. */
export const knownWitnesses = (baseline: Baseline | null, folder: string): readonly Witness[] =>
  namedWitnesses(baseline, folder).map(([, witness]) => witness);
