// Why nothing refutes a wrong model: the program does not keep the rule, which the baseline lists with a reason.
import type { MutantResult, OwnCases } from '../../spec/model-mutation';
import type { Baseline } from '../../spec/result';

/**
 * The baseline's reason where the program does something else than the rule in every case that breaks it, or never
 * raises its code; null where it lists nothing, or where some cases did what the document says. Of a rule whose error
 * never came, though another one did that the documents allow, nobody can tell which error it has: that explains a
 * neighbour's alone.
 */
export const explainedBy = (
  baseline: Baseline | null,
  { rule, mutation, refutation }: Pick<MutantResult, 'rule' | 'mutation' | 'refutation'>,
  { matching, named }: OwnCases,
): string | null => {
  if (baseline === null || refutation !== null) return null;
  const isNoWitness = matching === 0 || (mutation === 'neighbour' && named === 0);
  const entry = baseline.deviations.find(
    (one) => one.rule === rule && (one.status === 'unreached' || isNoWitness),
  );
  return entry === undefined ? null : `known deviation: ${entry.reason}`;
};
