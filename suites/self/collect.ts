// Runs cases of a rule once and keeps what happened, so that several models can judge the same observations.
import fc from 'fast-check';
import type { Generated } from '../../generators/breaking';
import type { Fences } from '../../generators/settings';
import type { ModelOptions } from '../../model/options';
import type { Observation } from '../../spec/outcome';
import type { VerdictKind } from '../../spec/verdict';
import { claimById } from '../claims';
import { judgePlan } from '../judge-plan';
import type { Runner } from '../runner';
import { seedOf } from '../claim-run';

export type Recorded = {
  readonly generated: Generated;
  readonly twin: Observation | null;
  readonly plan: Observation;
};

export type Wanted = { readonly claim: string; readonly runs: number; readonly fences: Fences };

/** Runs that many cases of a claim. */
export const collect = async (
  runner: Runner,
  { claim, runs, fences }: Wanted,
): Promise<readonly Recorded[]> => {
  const found = claimById(claim);
  if (found === undefined) throw new Error(`There is no claim ${claim}.`);
  const recorded: Recorded[] = [];
  for (const generated of fc.sample(found.cases(fences), { seed: seedOf(1, claim), numRuns: runs })) {
    const twin = generated.twin === null ? null : await runner.run(generated.twin);
    recorded.push({ generated, twin, plan: await runner.run(generated.plan) });
  }
  return recorded;
};

/** The verdicts of a model on recorded cases: `inconclusive` where the twin was not accepted. */
export const verdicts = (recorded: readonly Recorded[], model?: ModelOptions): readonly VerdictKind[] =>
  recorded.map(({ generated, twin, plan }) => {
    const failed =
      generated.twin !== null && twin !== null && !judgePlan(generated.twin, twin, model).accepted;
    return failed ? 'inconclusive' : judgePlan(generated.plan, plan, model).verdict.kind;
  });
