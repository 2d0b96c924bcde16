// Runs cases of a claim once on the programs and judges them by the documents and by mutants of the model.
import fc from 'fast-check';
import type { Generated } from '../../generators/breaking';
import type { Fences } from '../../generators/settings';
import { DOCUMENTS } from '../../model/options';
import type { ClaimRefutations, ModelMutant } from '../../spec/model-mutation';
import { RULES } from '../../spec/rules';
import { askedIn, type About } from '../asked';
import { seedOf } from '../claim-run';
import { claimById } from '../claims';
import { allOn, isTooLarge, type Runner, type Tried } from '../runner';
import { EXPLAINED, togetherOf } from './explained';
import { MUTANTS, wrongModel } from './mutants';
import { refute, type Seen } from './refute';

export type MutationInput = {
  readonly runnerOf: (claim: About & { readonly id: string }) => Promise<Runner>;
  readonly seed: number;
  readonly fences: Fences;
  readonly beforeCase?: (claim: string, index: number) => void;
};

export type RefuteRequest = {
  readonly claim: string;
  readonly cases: number;
  /** Ids. */
  readonly mutants: readonly string[];
};

/** What an engine knows of wrong models. */
export type ModelMutationEngine = { readonly refute: (request: RefuteRequest) => Promise<ClaimRefutations> };

/** Cases with what came of them; one that no packet can carry says nothing. */
export const seenOf = (cases: readonly Generated[], tried: readonly Tried[]): readonly Seen[] => {
  const rest = [...tried];
  return cases.flatMap(({ plan, twin }, index): readonly Seen[] => {
    const before = twin === null ? null : rest.shift();
    const own = rest.shift();
    if (own === undefined || before === undefined) throw new Error('The runner lost a plan.');
    if (isTooLarge(own) || isTooLarge(before)) return [];
    const first = twin === null || before === null ? null : { plan: twin, observation: before };
    return [{ index, twin: first, plan: { plan, observation: own } }];
  });
};

const KNOWN: readonly ModelMutant[] = [...MUTANTS, ...EXPLAINED.map(togetherOf)];

const mutantsBy = (ids: readonly string[]): readonly ModelMutant[] => {
  const wanted = new Set(ids);
  return KNOWN.filter(({ id }) => wanted.has(id));
};

/** Judges by wrong models on the runner that each claim runs on. Of laws, and of attempts at codes, no model decides. */
export const modelMutationEngine = (input: MutationInput): ModelMutationEngine => ({
  refute: async ({ claim: id, cases, mutants }) => {
    const claim = claimById(id);
    if (claim === undefined) throw new Error(`There is no claim ${id}.`);
    const { runnerOf, seed, fences, beforeCase } = input;
    const runner = await runnerOf(claim);
    const generated = fc.sample(claim.cases(fences), { seed: seedOf(seed, id), numRuns: cases });
    const sent = generated.flatMap(({ plan, twin }) => (twin === null ? [plan] : [twin, plan]));
    const tried = await allOn(runner)(sent, (position) => beforeCase?.(id, position));
    const documents = { ...DOCUMENTS, rules: runner.rules ?? RULES };
    return refute({
      claim: id,
      seen: seenOf(generated, tried),
      model: askedIn(claim, runner, documents),
      mutants: mutantsBy(mutants),
      modelOf: (mutant) => askedIn(claim, runner, wrongModel(mutant, documents)),
    });
  },
});
