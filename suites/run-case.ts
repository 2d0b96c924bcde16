// Runs one case: the twin first, which must be accepted, then the plan; both from the same world.
import { PlanTooLarge } from '../harness/errors';
import type { ModelOptions } from '../model/ruling';
import type { Observation, Raised } from '../spec/outcome';
import type { Plan } from '../spec/plan';
import type { Case, Verdict } from '../spec/verdict';
import { judgePlan, type JudgedPlan } from './judge-plan';

type Tried = Observation | PlanTooLarge;

/** What runs plans: the real programs in a validator, or something wrong on purpose. */
export type Runner = {
  readonly run: (plan: Plan) => Promise<Observation>;
  /** Many at once, if that is faster; `before` is told each plan's position just before it is sent. */
  readonly runAll?: (
    plans: readonly Plan[],
    before?: (position: number) => void,
  ) => Promise<readonly Tried[]>;
};

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

const isTooLarge = (tried: Tried | null | undefined): tried is PlanTooLarge => tried instanceof PlanTooLarge;

type Ran = { readonly case: Case; readonly twin: Tried | null; readonly plan: Tried };

const outcomeOf = ({ case: { plan, twin }, ...ran }: Ran, model?: ModelOptions): CaseOutcome => {
  if (isTooLarge(ran.plan)) return notSent(ran.plan);
  if (isTooLarge(ran.twin)) return notSent(ran.twin);
  const twinJudged = twin === null || ran.twin === null ? null : judgePlan(twin, ran.twin, model);
  const judged = judgePlan(plan, ran.plan, model);
  const failed = twinJudged !== null && !twinJudged.accepted;
  const verdict = failed ? inconclusive(twinJudged) : judged.verdict;
  return {
    verdict,
    twinAccepted: twinJudged === null ? null : twinJudged.accepted,
    exercised: judged.exercised,
    raised: lastRaised(ran.plan, judged.verdict.transaction),
    observation: ran.plan,
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
  const judged: JudgedPlan = { verdict, predictions: [], exercised: new Set(), covered: [], accepted: false };
  const observation: Observation = { transactions: [] };
  return { verdict, twinAccepted: null, exercised: new Set(), raised: null, observation, judged };
};

const tryOne = async (runner: Runner, plan: Plan): Promise<Tried> => {
  try {
    return await runner.run(plan);
  } catch (error) {
    if (isTooLarge(error as Tried)) return error as PlanTooLarge;
    throw error;
  }
};

const oneByOne =
  (runner: Runner): NonNullable<Runner['runAll']> =>
  async (plans, before) => {
    const tried: Tried[] = [];
    for (const [position, plan] of plans.entries()) {
      before?.(position);
      tried.push(await tryOne(runner, plan));
    }
    return tried;
  };

export type Batch = {
  readonly cases: readonly Case[];
  readonly model?: ModelOptions;
  /** Told the position of each case just before something of it is sent. */
  readonly before?: (position: number) => void;
};

/**
 * Runs cases one after the other, each twin in front of its plan.
 * @throws what the runner throws, but for plans that fit into no packet.
 */
export const runCases = async (runner: Runner, batch: Batch): Promise<readonly CaseOutcome[]> => {
  const { cases, model, before } = batch;
  const sent = cases.flatMap(({ plan, twin }, position) =>
    (twin === null ? [plan] : [twin, plan]).map((one) => ({ one, position })),
  );
  const runAll = runner.runAll ?? oneByOne(runner);
  const tried = await runAll(
    sent.map(({ one }) => one),
    (place) => before?.(sent[place]?.position ?? 0),
  );
  let next = 0;
  const take = (): Tried => {
    const one = tried[next++];
    if (one === undefined) throw new Error('The runner lost a plan: it returned fewer outcomes than plans.');
    return one;
  };
  return cases.map((generated) => {
    const twin = generated.twin === null ? null : take();
    return outcomeOf({ case: generated, twin, plan: take() }, model);
  });
};

/** One case. */
export const runCase = async (
  runner: Runner,
  generated: Case,
  model?: ModelOptions,
): Promise<CaseOutcome> => {
  const [outcome] = await runCases(runner, { cases: [generated], ...(model && { model }) });
  if (outcome === undefined) throw new Error('The case was not run.');
  return outcome;
};
