// Runs one case: the twin first, which must be accepted, then the plan; both from the same world.
import { PlanTooLarge } from '../harness/errors';
import type { ModelOptions } from '../model/options';
import type { WorldFacts } from '../spec/facts';
import type { Law } from '../spec/law';
import type { Observation, Raised } from '../spec/outcome';
import type { Plan } from '../spec/plan';
import type { Case, Verdict } from '../spec/verdict';
import { judgePlan, type JudgedPlan } from './judge-plan';
import { judgeLaw } from './law-case';

type Tried = Observation | PlanTooLarge;

/** What runs plans: the real programs in a validator, or something wrong on purpose. */
export type Runner = {
  /** What the model may know of the world; without it nothing is said about leaves and fees. */
  readonly facts?: WorldFacts;
  readonly run: (plan: Plan) => Promise<Observation>;
  /** Many at once, if that is faster; `before` is told each plan's position just before it is sent. */
  readonly runAll?: (
    plans: readonly Plan[],
    before?: (position: number) => void,
  ) => Promise<readonly Tried[]>;
  /** The same programs on a validator at another slot, opened when it is first asked for. */
  readonly atSlot?: (slot: number) => Promise<Runner>;
};

export type CaseOutcome = {
  readonly verdict: Verdict;
  /** Of a law: whether both roads were accepted. */
  readonly twinAccepted: boolean | null;
  readonly exercised: ReadonlySet<string>;
  /** Of a law: whether its two roads were compared. */
  readonly compared?: boolean;
  /** What the transaction that decided has raised; of a law nothing, since its codes are counted elsewhere. */
  readonly raised: Raised | null;
  readonly observation: Observation;
  readonly judged: JudgedPlan;
  /** Leaves that were compared with their hashes, in the twin too. */
  readonly leavesVerified: number;
  /** Labels of what the matching transactions covered, those of the twin too. */
  readonly covered: readonly string[];
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

type Sent = { readonly plan: Observation; readonly twin: Observation };

const lawOutcome = (
  law: Law,
  { plan, twin }: { plan: Plan; twin: Plan },
  { sent, model }: { sent: Sent; model: ModelOptions | undefined },
): CaseOutcome => {
  const first = { plan: twin, observation: sent.twin };
  const second = { plan, observation: sent.plan };
  const { accepted, ...outcome } = judgeLaw(law, first, { second, ...(model && { model }) });
  return {
    ...outcome,
    twinAccepted: accepted,
    exercised: new Set(),
    raised: null,
    observation: sent.plan,
    leavesVerified: 0,
    covered: [],
  };
};

const outcomeOf = ({ case: { plan, twin }, ...ran }: Ran, { model, law }: Batch): CaseOutcome => {
  if (isTooLarge(ran.plan)) return notSent(ran.plan);
  if (isTooLarge(ran.twin)) return notSent(ran.twin);
  if (law !== undefined && twin !== null && ran.twin !== null)
    return lawOutcome(law, { plan, twin }, { sent: { plan: ran.plan, twin: ran.twin }, model });
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
    leavesVerified: judged.leavesVerified + (twinJudged?.leavesVerified ?? 0),
    covered: [...(twinJudged?.covered ?? []), ...judged.covered],
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
  const judged: JudgedPlan = {
    verdict,
    predictions: [],
    exercised: new Set(),
    covered: [],
    accepted: false,
    leavesVerified: 0,
  };
  const observation: Observation = { transactions: [] };
  const nothing = {
    twinAccepted: null,
    exercised: new Set<string>(),
    raised: null,
    leavesVerified: 0,
    covered: [],
  };
  return { verdict, ...nothing, observation, judged };
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
  /** The cases are two roads, twin and plan, that this law compares. */
  readonly law?: Law;
  /** Told the position of each case just before something of it is sent. */
  readonly before?: (position: number) => void;
};

const allOn = (runner: Runner): NonNullable<Runner['runAll']> => runner.runAll ?? oneByOne(runner);

/** Every other plan, which is each case's second road, runs at the law's slot. */
const onTwoValidators =
  (runner: Runner, slot: number): NonNullable<Runner['runAll']> =>
  async (plans, before) => {
    const other = await runner.atSlot?.(slot);
    if (other === undefined) throw new Error(`The runner has no validator at slot ${slot}.`);
    const half = (rest: number): readonly Plan[] => plans.filter((_, place) => place % 2 === rest);
    const first = await allOn(runner)(half(0), (place) => before?.(2 * place));
    const second = await allOn(other)(half(1), (place) => before?.(2 * place + 1));
    return first.flatMap((one, place) => [one, second[place] ?? one]);
  };

/**
 * Runs cases one after the other, each twin in front of its plan.
 * @throws what the runner throws, but for plans that fit into no packet.
 */
export const runCases = async (runner: Runner, batch: Batch): Promise<readonly CaseOutcome[]> => {
  const { cases, law, before } = batch;
  const sent = cases.flatMap(({ plan, twin }, position) =>
    (twin === null ? [plan] : [twin, plan]).map((one) => ({ one, position })),
  );
  const runAll = law?.slot === undefined ? allOn(runner) : onTwoValidators(runner, law.slot);
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
    return outcomeOf({ case: generated, twin, plan: take() }, batch);
  });
};

/** One case. */
export const runCase = async (
  runner: Runner,
  generated: Case,
  options: Pick<Batch, 'model' | 'law'> = {},
): Promise<CaseOutcome> => {
  const [outcome] = await runCases(runner, { cases: [generated], ...options });
  if (outcome === undefined) throw new Error('The case was not run.');
  return outcome;
};
