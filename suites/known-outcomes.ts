// What rules are known to raise in place of what they demand: a sweep that meets it again, whatever else its plan breaks, has found nothing new.
import type { Witness } from '../spec/result';
import type { Verdict } from '../spec/verdict';
import { isDeviation, signatureOf } from './tally';

export type KnownOutcomes = {
  /** By rule, the outcomes of its known deviations. */
  readonly ofRules: ReadonlyMap<string, ReadonlySet<string>>;
  /** Signatures of the deviations that are known of the sweep itself. */
  readonly own: ReadonlySet<string>;
};

/** What is known to a sweep. */
export function knownOutcomes(known: readonly Witness[], sweep: string): KnownOutcomes {
  const ofRules = new Map<string, Set<string>>();
  for (const { rule, observed } of known) ofRules.set(rule, (ofRules.get(rule) ?? new Set()).add(observed));
  const own = known
    .filter(({ rule }) => rule === sweep)
    .map(({ verdict, expected, observed }) => signatureOf({ kind: verdict, expected, observed }));
  return { ofRules, own: new Set(own) };
}

type Refused = { readonly known: KnownOutcomes; readonly isRefused: boolean };

/** Valid transactions, or such as may be. */
const MAY_BE_ACCEPTED = /(?:^|\|)accepted/;

/**
 * The verdict with the first rule that the transaction exercises and that is known for what was raised, unless the
 * sweep is known for it itself. Only another error than the one that is due is put down to a rule: neither that a
 * transaction is accepted, nor that a valid one is refused.
 */
export function putDown(
  verdict: Verdict,
  exercised: ReadonlySet<string>,
  { known: { ofRules, own }, isRefused }: Refused,
): Verdict {
  if (!isDeviation(verdict) || !isRefused || MAY_BE_ACCEPTED.test(verdict.expected)) return verdict;
  if (own.has(signatureOf(verdict))) return verdict;
  const knownBy = [...exercised].sort().find((rule) => ofRules.get(rule)?.has(verdict.observed) === true);
  return knownBy === undefined ? verdict : { ...verdict, knownBy };
}
