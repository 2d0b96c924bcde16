// Judges a whole plan: predicts each transaction from the world that the observed outcomes have led to.
import { predictTransaction } from '../model/predict';
import type { ModelOptions } from '../model/options';
import { worldBefore } from '../model/world';
import { judgeTransaction } from '../report/judge';
import { leavesCompared } from '../report/judge-leaves';
import { DOCUMENTED_CODES } from '../spec/error-table';
import type { Observation, Prediction } from '../spec/outcome';
import type { Plan } from '../spec/plan';
import type { Verdict } from '../spec/verdict';

export type JudgedPlan = {
  /** The first verdict that is not a match, else the last transaction's. */
  readonly verdict: Verdict;
  readonly predictions: readonly Prediction[];
  /** Rules that some invocation exercises, as far as the plan was judged. */
  readonly exercised: ReadonlySet<string>;
  /** Every transaction was predicted to be accepted, and was. */
  readonly accepted: boolean;
  /** Leaves that were compared with their hashes. */
  readonly leavesVerified: number;
};

const NO_TRANSACTION: Verdict = {
  kind: 'harness-fault',
  transaction: 0,
  expected: 'a transaction',
  observed: 'none',
  detail: 'The plan has no transaction, or not every transaction was run.',
  because: [],
};

/** The verdict on a plan and what was predicted on the way. */
export const judgePlan = (plan: Plan, observation: Observation, model?: ModelOptions): JudgedPlan => {
  let world = worldBefore(plan);
  let verdict = NO_TRANSACTION;
  const predictions: Prediction[] = [];
  const exercised = new Set<string>();
  let leavesVerified = 0;
  for (const [index, transaction] of plan.transactions.entries()) {
    const outcome = observation.transactions[index];
    if (outcome === undefined)
      return { verdict: NO_TRANSACTION, predictions, exercised, accepted: false, leavesVerified };
    const predicted = predictTransaction(world, transaction, model);
    predictions.push(predicted.prediction);
    predicted.exercised.forEach((rule) => exercised.add(rule));
    const { prediction } = predicted;
    const judged = judgeTransaction({ prediction, outcome, index, documentedCodes: DOCUMENTED_CODES });
    verdict = judged.verdict;
    if (judged.taken?.kind === 'accepted')
      leavesVerified += leavesCompared(judged.taken.effects, outcome.after);
    if (judged.taken === null || prediction.kind === 'unspecified') break;
    world = predicted.worlds[prediction.alternatives.indexOf(judged.taken)] ?? world;
  }
  const accepted =
    verdict.kind === 'match' && observation.transactions.every(({ raised }) => raised === null);
  return { verdict, predictions, exercised, accepted, leavesVerified };
};
