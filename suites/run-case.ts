// Runs one case: the twin first, which must be accepted, then the plan; both from the same world.
import { PlanTooLarge } from '../harness/errors';
import type { ModelOptions } from '../model/ruling';
import type { Observation, Raised } from '../spec/outcome';
import type { Plan } from '../spec/plan';
import type { Case, Verdict } from '../spec/verdict';
import { judgePlan, type JudgedPlan } from './judge-plan';

/** What runs plans: the real programs in a validator, or something wrong on purpose. */
export type Runner = { readonly run: (plan: Plan) => Promise<Observation> };

export type CaseOutcome = {
  readonly verdict: Verdict;
  readonly twinAccepted: boolean | null;
  readonly exercised: ReadonlySet<string>;
  /** What the transaction that decided has raised. */
  readonly raised: Raised | null;
  readonly observation: Observation;
  readonly judged: JudgedPlan;
};

const inconclusive = (twin: JudgedPlan): Verdict => ({
  ...twin.verdict,
  kind: 'inconclusive',
  detail: `The valid plan that this case was made from was not accepted: ${twin.verdict.detail}`,
});

const lastRaised = (observation: Observation, index: number): Raised | null =>
  observation.transactions[index]?.raised ?? null;

const runBoth = async (runner: Runner, { plan, twin }: Case, model?: ModelOptions): Promise<CaseOutcome> => {
  const twinJudged = twin === null ? null : judgePlan(twin, await runner.run(twin), model);
  const observation = await runner.run(plan);
  const judged = judgePlan(plan, observation, model);
  const failed = twinJudged !== null && !twinJudged.accepted;
  const verdict = failed ? inconclusive(twinJudged) : judged.verdict;
  return {
    verdict,
    twinAccepted: twinJudged === null ? null : twinJudged.accepted,
    exercised: judged.exercised,
    raised: lastRaised(observation, judged.verdict.transaction),
    observation,
    judged,
  };
};

/** A plan that no packet can carry was never sent: it says nothing, and is counted as such. */
const notSent = ({ message }: PlanTooLarge): CaseOutcome => {
  const verdict: Verdict = {
    kind: 'unspecified',
    transaction: 0,
    expected: 'unspecified',
    observed: 'not sent',
    detail: message,
    because: [],
  };
  const judged: JudgedPlan = { verdict, predictions: [], exercised: new Set(), accepted: false };
  const observation: Observation = { transactions: [] };
  return { verdict, twinAccepted: null, exercised: new Set(), raised: null, observation, judged };
};

/** @throws what the runner throws, but for plans that fit into no packet. */
export const runCase = async (
  runner: Runner,
  generated: Case,
  model?: ModelOptions,
): Promise<CaseOutcome> => {
  try {
    return await runBoth(runner, generated, model);
  } catch (error) {
    if (error instanceof PlanTooLarge) return notSent(error);
    throw error;
  }
};
