// coverage.json: written in a fixed order of keys, so that the same coverage gives the same bytes.
import { keyRank, writeJson } from '../json';
import { schemaParser } from '../schema';
import coverageSchema from '../coverage.schema.json';
import type { BinaryCoverage } from './types';

const rank = keyRank(coverageSchema);
const parse = schemaParser(coverageSchema);

/** The text of coverage.json. */
export const writeCoverage = (coverage: BinaryCoverage): string => writeJson(coverage, rank);

/** @throws BadFile with one sentence when the text is not a coverage.json; `file` is only named in errors. */
export const parseCoverage = (text: string, file: string): BinaryCoverage =>
  parse(text, file) as BinaryCoverage;
