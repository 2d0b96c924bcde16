// What became of all mutants of the model: refuted, explained, or neither; and what exit code that is.
import type { ModelMutationReport, MutantResult } from '../../spec/model-mutation';
import { EXIT } from '../exit-code';

/** `stale`: it is explained why nothing can refute it, and something has. */
export type Standing = 'refuted' | 'explained' | 'survived' | 'stale';

export const standingOf = ({ refutation, explained }: MutantResult): Standing => {
  if (refutation === null) return explained === null ? 'survived' : 'explained';
  return explained === null ? 'refuted' : 'stale';
};

/** How many mutants stand how; those that are stale are refuted as well. */
export const totalsOf = (mutants: readonly MutantResult[]): ModelMutationReport['totals'] => {
  const count = (standing: Standing): number =>
    mutants.filter((mutant) => standingOf(mutant) === standing).length;
  const stale = count('stale');
  return {
    mutants: mutants.length,
    refuted: count('refuted') + stale,
    explained: count('explained'),
    survived: count('survived'),
    stale,
  };
};

/** 0 where every mutant is refuted or explained, 1 where one is neither, 5 where an explanation is refuted. */
export const mutationExit = ({ totals }: Pick<ModelMutationReport, 'totals'>): number => {
  if (totals.survived > 0) return EXIT.nonconformance;
  return totals.stale > 0 ? EXIT.stale : EXIT.green;
};
