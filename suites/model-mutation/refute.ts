// Judges what was seen once by many models: which of them say something else than what the documents say and the programs do.
import type { ModelOptions } from '../../model/options';
import type { ClaimRefutations, ModelMutant, Refutation } from '../../spec/model-mutation';
import type { Observation } from '../../spec/outcome';
import type { Plan } from '../../spec/plan';
import { ruleById } from '../../spec/rules';
import { judgePlan, type JudgedPlan } from '../judge-plan';
import { isDeviation, showsOwnCode } from '../tally';

/** A plan with what came of it. */
export type Travelled = { readonly plan: Plan; readonly observation: Observation };
/** A case of a claim, by its index there; `twin` is the valid plan that it was made from. */
export type Seen = { readonly index: number; readonly twin: Travelled | null; readonly plan: Travelled };

type Road = { readonly name: Refutation['road']; readonly travelled: Travelled; readonly true: JudgedPlan };

/** The roads of a case, each judged by the documents; a plan whose twin did not do what they say counts for nothing. */
const roadsOf = ({ twin, plan }: Seen, model: ModelOptions): readonly Road[] => {
  const judge = ({ plan: planned, observation }: Travelled): JudgedPlan =>
    judgePlan(planned, observation, model);
  const before = twin === null ? null : judge(twin);
  if (before !== null && !before.accepted) return [];
  const own: Road = { name: 'plan', travelled: plan, true: judge(plan) };
  return twin === null || before === null ? [own] : [own, { name: 'twin', travelled: twin, true: before }];
};

/** Whether the error of the claim's rule came in the plan. */
const isNamed = ({ plan: { observation } }: Seen, claim: string): boolean => {
  const rule = ruleById(claim) ?? null;
  return observation.transactions.some(({ raised }) => showsOwnCode(rule, { raised }));
};

const isMatch = ({ true: { verdict } }: Road): boolean => verdict.kind === 'match';

/** Without these the check of a rule decides alone whether it matters to a plan. */
const isEverywhere = ({ rule, mutation }: ModelMutant): boolean => {
  const known = ruleById(rule);
  return mutation === 'negated' || known?.expects.kind === 'effect' || known?.area === 'cpi-guide';
};

const refutationBy = (
  road: Road,
  mutant: ModelMutant,
  model: ModelOptions,
): Omit<Refutation, 'claim' | 'index'> | null => {
  if (!isEverywhere(mutant) && !road.true.exercised.has(mutant.rule)) return null;
  const { plan, observation } = road.travelled;
  const { kind, transaction, expected, observed } = judgePlan(plan, observation, model).verdict;
  const documents = road.true.verdict.kind;
  if (!isDeviation({ kind }) || kind === documents) return null;
  return { road: road.name, transaction, verdict: kind, expected, observed, documents };
};

/** Of one claim. */
export type RefuteInput = {
  readonly claim: string;
  readonly seen: readonly Seen[];
  /** What the documents say. */
  readonly model: ModelOptions;
  readonly mutants: readonly ModelMutant[];
  readonly modelOf: (mutant: ModelMutant) => ModelOptions;
};

type Judged = { readonly index: number; readonly roads: readonly Road[] };

/** The first case that refutes the mutant; one that the documents are right about, if there is any. */
const firstRefutation = (
  cases: readonly Judged[],
  { claim, modelOf }: Pick<RefuteInput, 'claim' | 'modelOf'>,
  mutant: ModelMutant,
): Refutation | null => {
  const model = modelOf(mutant);
  let other: Refutation | null = null;
  for (const { index, roads } of cases)
    for (const road of roads) {
      const refutation = refutationBy(road, mutant, model);
      if (refutation === null) continue;
      if (isMatch(road)) return { claim, index, ...refutation };
      other ??= { claim, index, ...refutation };
    }
  return other;
};

/** What the cases of a claim say about mutants; nothing is run. */
export const refute = ({ claim, seen, model, mutants, modelOf }: RefuteInput): ClaimRefutations => {
  const cases = seen.map((one): Judged => ({ index: one.index, roads: roadsOf(one, model) }));
  const refuted = mutants.flatMap((mutant) => {
    const refutation = firstRefutation(cases, { claim, modelOf }, mutant);
    return refutation === null ? [] : [[mutant.id, refutation] as const];
  });
  return {
    claim,
    executed: seen.length,
    matching: cases.filter(({ roads }) => roads.some((road) => road.name === 'plan' && isMatch(road))).length,
    named: seen.filter((one) => isNamed(one, claim)).length,
    exercised: [
      ...new Set(cases.flatMap(({ roads }) => roads).flatMap((road) => [...road.true.exercised])),
    ].toSorted(),
    refuted: Object.fromEntries(refuted),
  };
};
