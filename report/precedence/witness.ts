// Writes and reads witness files of pairs.
import type { PairWitness } from '../../spec/precedence';
import { writeJson } from '../json';
import { KEY_ORDER } from '../key-order';
import { schemaParser } from '../schema';
import { revive } from '../witness';
import planSchema from '../witness.schema.json';
import pairSchema from './witness.schema.json';

const OWN = ['kind', 'first', 'second', 'scenario', 'winner', 'outcomes', 'base', 'both'];
const rank = new Map([...OWN, ...KEY_ORDER].map((key, index) => [key, index] as const));
const parse = schemaParser(pairSchema, planSchema);

/** The witness as file text: the same witness always gives the same bytes. */
export const writePairWitness = (witness: PairWitness): string => writeJson(witness, rank);

/** Whether a file's text is a witness of a pair rather than of one rule. */
export const isPairWitness = (text: string): boolean => /"kind":\s*"pair"/.test(text);

/**
 * The witness in `text`; `file` is only named in errors.
 * @throws BadFile with one sentence when the text is none.
 */
export const parsePairWitness = (text: string, file: string): PairWitness =>
  revive(parse(text, file)) as PairWitness;
