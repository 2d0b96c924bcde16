// What the model is asked in each claim: the documents always, hashes where they pay, observed rules in their own claims, and fees in some more.
import { DOCUMENTS, type ModelOptions } from '../model/options';
import type { Claim } from './engine-types';
import type { Runner } from './runner';

/**
 * A hash costs half a millisecond and more: leaves are compared in every case of these claims, and in no other. In the
 * area `effects` the others look at what no leaf shows. These laws compare roads whose leaves need not be the same.
 */
const COMPARING_LEAVES: ReadonlySet<string> = new Set([
  'effects/outputs-created',
  'effects/execute-combines',
  'effects/outputs-hashed',
  'effects/dataless-output-from-context',
  'effects/v1-root',
  'effects/leaf-order',
  'effects/valid',
  'modes/sequence',
  'modes/interleaved',
  'initialization/ready-for-use',
  'laws/order-of-writers',
  'laws/forgotten-past',
  'laws/renaming',
]);

/** Fees need no hash: these claims ask what moves besides SOL, in histories and in contexts that a plan initialises too. */
const COMPARING_FEES: ReadonlySet<string> = new Set([
  'effects/valid',
  'effects/execute-combines',
  'effects/execute-clears',
  'effects/outputs-created',
  'effects/outputs-hashed',
  'effects/sol-moved',
  'effects/v1-root',
  'effects/write-returns-early',
  'modes/sequence',
  'modes/interleaved',
  'initialization/ready-for-use',
]);

/** In graphs of any shape, a callee's own error is compared with what was seen before. */
const CALLEE_ERRORS: ReadonlySet<string> = new Set(['cpi-guide/callee-error']);

const observedIn = ({ id, rule }: Pick<Claim, 'id'> & About): ReadonlySet<string> => {
  const own = rule?.provenance === 'observed' ? [id] : [];
  if (id === 'cpi-guide/graphs') return CALLEE_ERRORS;
  return new Set(COMPARING_FEES.has(id) ? [...own, 'effects/fees'] : own);
};

export type About = Pick<Claim, 'rule' | 'law'>;

/** Whether a claim is about what is handed on, and runs where that is recorded. */
export const isRecorded = ({ rule, law }: About): boolean => (rule ?? law)?.recorded === true;

/** The model for a claim on a runner; `model` is one that is wrong on purpose. */
export const askedIn = (
  claim: Pick<Claim, 'id'> & About,
  { facts }: Runner,
  model: ModelOptions = DOCUMENTS,
): ModelOptions => ({
  ...model,
  facts: facts ?? null,
  leaves: COMPARING_LEAVES.has(claim.id),
  recorded: isRecorded(claim),
  observed: observedIn(claim),
});
