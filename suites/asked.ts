// What the model is asked in each claim: the documents always, hashes where they pay, observed rules only in their own claims.
import { DOCUMENTS, type ModelOptions } from '../model/options';
import type { Claim } from './engine-types';
import type { Runner } from './run-case';

/** Claims outside of the area `effects` that append many leaves in many ways. */
const HASHED = new Set(['modes/sequence']);

/** A hash costs half a millisecond and more: they are compared in every case of these claims, and in no other. */
const comparesLeaves = ({ area, id }: Pick<Claim, 'area' | 'id'>): boolean =>
  area === 'effects' || HASHED.has(id);

/** The model for a claim on a runner; `model` is one that is wrong on purpose. */
export const askedIn = (
  { area, id, rule }: Pick<Claim, 'area' | 'id' | 'rule'>,
  { facts }: Runner,
  model: ModelOptions = DOCUMENTS,
): ModelOptions => ({
  ...model,
  facts: facts ?? null,
  leaves: rule?.recorded !== true && comparesLeaves({ area, id }),
  recorded: rule?.recorded === true,
  observed: rule?.provenance === 'observed' ? new Set([id]) : new Set(),
});
