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

/** That many cases of a claim. */
export const casesFor = ({ claim, runs, fences }: Wanted): Generated[] => {
  const found = claimById(claim);
  if (found === undefined) throw new Error(`There is no claim ${claim}.`);
  return fc.sample(found.cases(fences), { seed: seedOf(1, claim), numRuns: runs });
};

/** A case's twin, if it has one, and then the case itself. */
export const runCase = async (runner: Runner, generated: Generated): Promise<Recorded> => {
  const twin = generated.twin === null ? null : await runner.run(generated.twin);
  return { generated, twin, plan: await runner.run(generated.plan) };
};

/** Runs that many cases of a claim. */
export const collect = async (runner: Runner, wanted: Wanted): Promise<readonly Recorded[]> => {
  const recorded: Recorded[] = [];
  for (const generated of casesFor(wanted)) recorded.push(await runCase(runner, generated));
  return recorded;
};

/** The verdicts of a model on recorded cases: `inconclusive` where the twin was not accepted. */
export const verdicts = (recorded: readonly Recorded[], model?: ModelOptions): readonly VerdictKind[] =>
  recorded.map(({ generated, twin, plan }) => {
    const failed =
      generated.twin !== null && twin !== null && !judgePlan(generated.twin, twin, model).accepted;
    return failed ? 'inconclusive' : judgePlan(generated.plan, plan, model).verdict.kind;
  });
