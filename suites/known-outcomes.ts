// What rules are known to raise in place of what they demand: a sweep that meets it again, whatever else its plan breaks, has found nothing new.
import type { Witness } from '../spec/result';
import type { Verdict } from '../spec/verdict';
import { isDeviation } from './tally';

/** By rule, the outcomes of its known deviations. */
export type KnownOutcomes = ReadonlyMap<string, ReadonlySet<string>>;

export function knownOutcomes(known: readonly Witness[]): KnownOutcomes {
  const outcomes = new Map<string, Set<string>>();
  for (const { rule, observed } of known) outcomes.set(rule, (outcomes.get(rule) ?? new Set()).add(observed));
  return outcomes;
}

/**
 * The verdict with the first rule that the transaction exercises and that is known for what was raised. Acceptance
 * is never put down to another rule: what should have refused the plan has not.
 */
export function putDown(
  verdict: Verdict,
  exercised: ReadonlySet<string>,
  { known, isRefused }: { readonly known: KnownOutcomes; readonly isRefused: boolean },
): Verdict {
  if (!isDeviation(verdict) || !isRefused) return verdict;
  const knownBy = [...exercised].sort().find((rule) => known.get(rule)?.has(verdict.observed) === true);
  return knownBy === undefined ? verdict : { ...verdict, knownBy };
}
