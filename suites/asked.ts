// What the model is asked in each claim: the documents always, hashes where they pay, observed rules in their own claims, and fees in some more.
import { DOCUMENTS, type ModelOptions } from '../model/options';
import { FAMILY_AREAS, type Area, type Rule } from '../spec/rule';
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
  'sol/conserved',
  'sol/histories',
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

/** Observed rules that every claim about addresses asks about. */
const ALWAYS_IN_ADDRESSES = ['addresses/derived-as-logged', 'addresses/noted'] as const;

const observedIn = ({ id, rule }: Pick<Claim, 'id'> & About): ReadonlySet<string> => {
  const own = rule?.provenance === 'observed' ? [id] : [];
  if (areaOf(id) === 'addresses') return new Set([...own, ...ALWAYS_IN_ADDRESSES]);
  return new Set(COMPARING_FEES.has(id) || areaOf(id) === 'sol' ? [...own, 'effects/fees'] : own);
};

/** Areas whose rules are about InvokeCpi too and say more than the default run asks: models of other areas go without. */
const ASKED_APART: ReadonlySet<string> = new Set<Area>(['sol', 'addresses']);
const areaOf = (id: string): string => id.split('/')[0] ?? id;

const apart = new WeakMap<readonly Rule[], readonly Rule[]>();
const rulesFor = (id: string, rules: readonly Rule[]): readonly Rule[] => {
  if (FAMILY_AREAS.some((area) => area === areaOf(id))) return rules;
  const known = apart.get(rules) ?? rules.filter(({ area }) => !ASKED_APART.has(area));
  apart.set(rules, known);
  return known;
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
  rules: rulesFor(claim.id, model.rules),
  facts: facts ?? null,
  leaves: COMPARING_LEAVES.has(claim.id),
  recorded: isRecorded(claim),
  observed: observedIn(claim),
});
