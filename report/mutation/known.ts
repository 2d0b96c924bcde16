// Reads the list of a version's mutants that are known to be equivalent.
import type { KnownMutant, TextCode } from '../../spec/mutation';
import schema from '../mutants.schema.json';
import { schemaParser } from '../schema';

export type KnownMutants = {
  readonly formatVersion: 1;
  readonly programVersion: string;
  /** sha256 of the program that the ids are about, hex. */
  readonly systemProgram: string;
  readonly mutants: readonly KnownMutant[];
  /** Functions that only make the text of log lines: no mutant is made of them. */
  readonly texts?: readonly TextCode[];
};

const parse = schemaParser(schema);

/** @throws BadFile with one sentence when the text is no such list. */
export const parseKnownMutants = (text: string, file: string): KnownMutants =>
  parse(text, file) as KnownMutants;
