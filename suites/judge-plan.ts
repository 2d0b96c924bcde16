// Judges a whole plan: predicts each transaction from the world that the observed outcomes have led to.
import { cover } from '../model/coverage/cover';
import { NO_TRAILS, type Trails } from '../model/coverage/trail';
import type { ModelOptions } from '../model/options';
import { predictTransaction, type PredictedTransaction } from '../model/predict';
import { worldBefore, type ModelWorld } from '../model/world';
import { judgeTransaction } from '../report/judge';
import { leavesCompared } from '../report/judge-leaves';
import { DOCUMENTED_CODES, DOCUMENTED_INITIALIZATION_CODES, documentedCodesOf } from '../spec/error-table';
import type { Observation, TransactionOutcome } from '../spec/outcome';
import type { Prediction } from '../spec/prediction';
import type { Plan, PlannedTransaction } from '../spec/plan';
import type { Verdict } from '../spec/verdict';
import { putDown, type KnownOutcomes } from './known-outcomes';

export type JudgedPlan = {
  /** The first that is not a match, but for a wrong error that a later transaction outdoes; else the last rejection's, else the last. */
  readonly verdict: Verdict;
  readonly predictions: readonly Prediction[];
  /** Rules that some invocation exercises, as far as the plan was judged. */
  readonly exercised: ReadonlySet<string>;
  /** Labels of what the matching transactions covered, once for each time. */
  readonly covered: readonly string[];
  /** Labels of what transactions attempted that were refused as they must be, but with another error. */
  readonly attempted: readonly string[];
  /** Every transaction was predicted to be accepted, and was. */
  readonly accepted: boolean;
  /** Leaves that were compared with their hashes. */
  readonly leavesVerified: number;
};

export type DecidedPlan = JudgedPlan & {
  /** Of the exercised rules those that invocations of the transaction exercise which the verdict is about. */
  readonly exercisedThere: ReadonlySet<string>;
};

const NO_TRANSACTION: Verdict = {
  kind: 'harness-fault',
  transaction: 0,
  expected: 'a transaction',
  observed: 'none',
  detail: 'The plan has no transaction, or not every transaction was run.',
  because: [],
};

/** Of a plan that was not run to its end, or has none. */
const NOTHING_JUDGED = {
  verdict: NO_TRANSACTION,
  accepted: false,
  exercisedThere: new Set<string>(),
} as const;

/** The documents demand an error and there was one, if another: nothing has changed, and the plan can go on. */
const wasRejectedAnyhow = (
  prediction: Prediction,
  { kind }: Verdict,
  { raised }: TransactionOutcome,
): boolean =>
  raised !== null &&
  kind !== 'wrong-effect' &&
  prediction.kind === 'specified' &&
  prediction.alternatives.every((alternative) => alternative.kind === 'rejected');

type Step = {
  readonly verdict: Verdict;
  /** Index of the world that the plan goes on from; null where it cannot. */
  readonly next: number | null;
  readonly weight: number;
  /** Leaves that were compared with their hashes. */
  readonly leaves: number;
};

/** Of several transactions' verdicts the one that tells most decides: what stops the judging, another error, a change of what is only observed, an error, nothing. */
const WEIGHT = { accepted: 0, rejected: 1, observed: 2, otherError: 3, stops: 4 } as const;

type Ran = {
  readonly transaction: PlannedTransaction;
  readonly index: number;
  readonly prediction: Prediction;
  readonly outcome: TransactionOutcome;
};

/** Whether a transaction failed in a call graph. */
export const failedInCalls = (
  { instructions }: PlannedTransaction,
  { failedAt }: Pick<TransactionOutcome, 'failedAt'>,
): boolean => failedAt !== null && instructions[failedAt]?.kind === 'call';

/** The documented numbers of the instruction that failed. */
const codesOf = ({ transaction, outcome: { failedAt } }: Ran): ReadonlySet<number> => {
  const failed = failedAt === null ? undefined : transaction.instructions[failedAt];
  if (failed?.kind === 'initialize') return DOCUMENTED_INITIALIZATION_CODES;
  return failed?.kind === 'invocation' ? documentedCodesOf(failed.instruction) : DOCUMENTED_CODES;
};

const judgeStep = (ran: Ran): Step => {
  const { prediction, outcome, index } = ran;
  const inCalls = failedInCalls(ran.transaction, outcome);
  const input = { prediction, outcome, index, documentedCodes: codesOf(ran), inCalls };
  const { verdict, taken } = judgeTransaction(input);
  if (taken !== null && prediction.kind === 'specified') {
    const leaves = taken.kind === 'accepted' ? leavesCompared(taken.effects, outcome.after) : 0;
    const weight = verdict.kind === 'observed-changed' ? WEIGHT.observed : WEIGHT[taken.kind];
    return { verdict, next: prediction.alternatives.indexOf(taken), weight, leaves };
  }
  if (wasRejectedAnyhow(prediction, verdict, outcome))
    return { verdict, next: 0, weight: WEIGHT.otherError, leaves: 0 };
  return { verdict, next: null, weight: WEIGHT.stops, leaves: 0 };
};

const REPEATABLE: number = WEIGHT.rejected;
/** Among equals: the first deviation, the last match. */
const decides = (step: Step, before: Step): boolean =>
  step.weight > before.weight || (step.weight === before.weight && step.weight <= REPEATABLE);

type Covered = {
  readonly labels: readonly string[];
  readonly attempted: readonly string[];
  readonly trails: Trails;
};

/** What a transaction covered, and the trails behind it. Only what matches covers anything. */
const coveredBy = ({ paths }: PredictedTransaction, step: Step, trails: Trails): Covered => {
  const path = step.next === null ? undefined : paths[step.next];
  if (path === undefined) return { labels: [], attempted: [], trails };
  const { labels, trails: after } = cover(path, trails);
  return step.verdict.kind === 'match'
    ? { labels, attempted: [], trails: after }
    : { labels: [], attempted: labels, trails: after };
};

/** What one model has said of transactions: a plan that begins as its twin does is not predicted twice. */
export type Known = Map<
  PlannedTransaction,
  { readonly world: ModelWorld; readonly predicted: PredictedTransaction }
>;

/** By what a plan is judged; `known` is between plans that the same model judges, `outcomes` is what rules are known for. */
export type Oracle = {
  readonly model?: ModelOptions | undefined;
  readonly known?: Known;
  readonly outcomes?: KnownOutcomes | undefined;
};

/** What a rule is known for is an error like any that was due: it stands behind another one in the same plan. */
const settled = (step: Step, { exercised }: PredictedTransaction, ran: Ran, known?: KnownOutcomes): Step => {
  if (known === undefined) return step;
  const verdict = putDown(step.verdict, exercised, { known, isRefused: ran.outcome.raised !== null });
  return verdict.knownBy === undefined ? step : { ...step, verdict, weight: WEIGHT.rejected };
};

const predictedBy = (
  { model, known }: Oracle,
  world: ModelWorld,
  transaction: PlannedTransaction,
): PredictedTransaction => {
  const before = known?.get(transaction);
  if (before?.world === world) return before.predicted;
  const predicted = predictTransaction(world, transaction, model);
  known?.set(transaction, { world, predicted });
  return predicted;
};

/** The verdict on a plan and what was predicted on the way. */
export const judgePlan = (plan: Plan, observation: Observation, model?: ModelOptions): DecidedPlan =>
  judgeBy(plan, observation, { model });

/** The same, knowing what was predicted before. */
export const judgeBy = (plan: Plan, observation: Observation, oracle: Oracle): DecidedPlan => {
  let world = worldBefore(plan, oracle.model?.shape);
  let decisive: Step = { verdict: NO_TRANSACTION, next: null, weight: -1, leaves: 0 };
  const predictions: Prediction[] = [];
  const exercised = new Set<string>();
  let exercisedThere: ReadonlySet<string> = NOTHING_JUDGED.exercisedThere;
  const covered: string[] = [];
  const attempted: string[] = [];
  let trails = NO_TRAILS;
  let leavesVerified = 0;
  for (const [index, transaction] of plan.transactions.entries()) {
    const outcome = observation.transactions[index];
    if (outcome === undefined)
      return { ...NOTHING_JUDGED, predictions, exercised, covered, attempted, leavesVerified };
    const predicted = predictedBy(oracle, world, transaction);
    predictions.push(predicted.prediction);
    predicted.exercised.forEach((rule) => exercised.add(rule));
    const ran = { transaction, index, outcome, prediction: predicted.prediction };
    const step = settled(judgeStep(ran), predicted, ran, oracle.outcomes);
    const behind = coveredBy(predicted, step, trails);
    covered.push(...behind.labels);
    attempted.push(...behind.attempted);
    trails = behind.trails;
    leavesVerified += step.leaves;
    if (decides(step, decisive)) [decisive, exercisedThere] = [step, predicted.exercised];
    if (step.next === null) break;
    world = predicted.worlds[step.next] ?? world;
  }
  const { verdict } = decisive;
  const accepted =
    verdict.kind === 'match' && observation.transactions.every(({ raised }) => raised === null);
  const told = { predictions, exercised, exercisedThere, covered, attempted, leavesVerified };
  return { verdict, accepted, ...told };
};
