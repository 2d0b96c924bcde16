// A mutation run as mutation.json: the same run always gives the same bytes.
import type { MutationReport } from '../../spec/mutation';
import { keyRank, writeJson } from '../json';
import schema from '../mutation.schema.json';

const rank = keyRank(schema);

/** The report as JSON text, keys in the order of the schema. */
export const writeMutation = (report: MutationReport): string => writeJson(report, rank);
