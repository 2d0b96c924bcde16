// Why nothing refutes a wrong model: the program does not keep the rule, which the baseline lists with a reason.
import type { MutantResult, OwnCases } from '../../spec/model-mutation';
import type { Baseline } from '../../spec/result';

/**
 * The baseline's reason where the program does something else than the rule in every case that breaks it, or never
 * raises its code; null where it lists nothing, or where some cases did what the document says.
 */
export const explainedBy = (
  baseline: Baseline | null,
  { rule, refutation }: Pick<MutantResult, 'rule' | 'refutation'>,
  { matching }: OwnCases,
): string | null => {
  if (baseline === null || refutation !== null) return null;
  const entry = baseline.deviations.find(
    (one) => one.rule === rule && (one.status === 'unreached' || matching === 0),
  );
  return entry === undefined ? null : `known deviation: ${entry.reason}`;
};
