// Judges a whole plan: predicts each transaction from the world that the observed outcomes have led to.
import { cover } from '../model/coverage/cover';
import { NO_TRAILS, type Trails } from '../model/coverage/trail';
import { predictTransaction, type PredictedTransaction } from '../model/predict';
import type { ModelOptions } from '../model/ruling';
import { worldBefore } from '../model/world';
import { judgeTransaction } from '../report/judge';
import { DOCUMENTED_CODES } from '../spec/error-table';
import type { Alternative, Observation, Prediction } from '../spec/outcome';
import type { Plan } from '../spec/plan';
import type { Verdict } from '../spec/verdict';

export type JudgedPlan = {
  /** The first verdict that is not a match, else the last transaction's. */
  readonly verdict: Verdict;
  readonly predictions: readonly Prediction[];
  /** Rules that some invocation exercises, as far as the plan was judged. */
  readonly exercised: ReadonlySet<string>;
  /** Labels of what the matching transactions covered, once for each time. */
  readonly covered: readonly string[];
  /** Every transaction was predicted to be accepted, and was. */
  readonly accepted: boolean;
};

const NO_TRANSACTION: Verdict = {
  kind: 'harness-fault',
  transaction: 0,
  expected: 'a transaction',
  observed: 'none',
  detail: 'The plan has no transaction, or not every transaction was run.',
  because: [],
};

/** What a transaction covered whose outcome is the alternative `taken`, and the trails behind it. */
const coveredBy = (
  { prediction, paths }: PredictedTransaction,
  taken: Alternative,
  trails: Trails,
): { readonly labels: readonly string[]; readonly trails: Trails } => {
  const path = prediction.kind === 'specified' ? paths[prediction.alternatives.indexOf(taken)] : undefined;
  return path === undefined ? { labels: [], trails } : cover(path, trails);
};

/** The verdict on a plan and what was predicted on the way. */
export const judgePlan = (plan: Plan, observation: Observation, model?: ModelOptions): JudgedPlan => {
  let world = worldBefore(plan);
  let verdict = NO_TRANSACTION;
  const predictions: Prediction[] = [];
  const exercised = new Set<string>();
  const covered: string[] = [];
  let trails = NO_TRAILS;
  for (const [index, transaction] of plan.transactions.entries()) {
    const outcome = observation.transactions[index];
    if (outcome === undefined)
      return { verdict: NO_TRANSACTION, predictions, exercised, covered, accepted: false };
    const predicted = predictTransaction(world, transaction, model);
    predictions.push(predicted.prediction);
    predicted.exercised.forEach((rule) => exercised.add(rule));
    const { prediction } = predicted;
    const judged = judgeTransaction({ prediction, outcome, index, documentedCodes: DOCUMENTED_CODES });
    verdict = judged.verdict;
    if (judged.taken === null || prediction.kind === 'unspecified') break;
    const { labels, trails: after } = coveredBy(predicted, judged.taken, trails);
    covered.push(...labels);
    trails = after;
    world = predicted.worlds[prediction.alternatives.indexOf(judged.taken)] ?? world;
  }
  const accepted =
    verdict.kind === 'match' && observation.transactions.every(({ raised }) => raised === null);
  return { verdict, predictions, exercised, covered, accepted };
};
