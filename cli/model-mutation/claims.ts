// Which claims are asked about a mutant: its own rule's first, then the other rules of its area and all sweeps.
import { notApplicable } from '../../spec/needs';
import type { ModelMutant } from '../../spec/model-mutation';
import { ruleById } from '../../spec/rules';
import type { Claim } from '../../suites/engine-types';
import { MUTANTS } from '../../suites/model-mutation/mutants';
import { selectClaims } from '../select';
import type { MutateModelOptions } from './options';

export type Chosen = {
  readonly mutants: readonly ModelMutant[];
  /** Rules that say nothing about the version, with the reason. */
  readonly notApplicable: Readonly<Record<string, string>>;
};

/**
 * The mutants of the rules that --rule and --area name; without either, of all documented rules.
 * @throws Failure with exit code 2 for an unknown name, and for a rule that is not about the version.
 */
export function chooseMutants(
  known: readonly Claim[],
  { rules, areas }: Pick<MutateModelOptions, 'rules' | 'areas'>,
  version: string,
): Chosen {
  const { claims } = selectClaims(known, { rules, areas, all: true, version });
  const ids = new Set(claims.map(({ id }) => id));
  const isAll = rules.length + areas.length === 0;
  const asked = MUTANTS.filter(
    ({ rule }) => ids.has(rule) || isAll || areas.includes(ruleById(rule)?.area ?? ''),
  );
  const reasons = asked.flatMap(({ rule }) => {
    const why = notApplicable(rule, version);
    return why === null ? [] : [[rule, why] as const];
  });
  return {
    mutants: asked.filter(({ rule }) => ids.has(rule)),
    notApplicable: Object.fromEntries(reasons),
  };
}

/** In the order of the claims; laws compare roads, and attempts at codes are judged without the model. */
export const elsewhere = (
  known: readonly Claim[],
  { rule }: Pick<ModelMutant, 'rule'>,
  version: string,
): readonly string[] => {
  const area = ruleById(rule)?.area;
  return known
    .filter(
      ({ id, kind, area: its }) =>
        id !== rule &&
        its !== 'codes' &&
        (kind === 'sweep' || (kind === 'rule' && its === area)) &&
        notApplicable(id, version) === null,
    )
    .map(({ id }) => id);
};
