// What came of a case: the verdict on its plan given its twin, or on the two roads of a law, and what it shows besides.
import type { PlanTooLarge } from '../harness/errors';
import type { ModelOptions } from '../model/options';
import { againstFrozen } from '../report/observed-codes';
import type { Law } from '../spec/law';
import type { Observation, Raised } from '../spec/outcome';
import type { Plan } from '../spec/plan';
import type { Case, Verdict } from '../spec/verdict';
import type { Trial } from '../spec/attempts';
import type { CodeColumn } from '../spec/codes/types';
import { besideTwin, judgeAttempt } from './attempt-case';
import { columnIn } from './column';
import { failedInCalls, judgeBy, type JudgedPlan, type Oracle } from './judge-plan';
import type { KnownOutcomes } from './known-outcomes';
import { judgeLaw } from './law-case';
import { refusedCall } from './refused-call';
import { isTooLarge, type Tried } from './runner';

export type CaseOutcome = {
  readonly verdict: Verdict;
  /** Of a law: whether both roads were accepted. */
  readonly twinAccepted: boolean | null;
  readonly exercised: ReadonlySet<string>;
  /** Of a law: whether its two roads were compared. */
  readonly compared?: boolean;
  /** What the transaction that decided has raised; of a law nothing, since its codes are counted elsewhere. */
  readonly raised: Raised | null;
  /** It was raised in a call graph. */
  readonly inCalls?: boolean;
  /** The instruction that the outcome is about; null where it is about none. */
  readonly within?: CodeColumn | null;
  readonly observation: Observation;
  readonly judged: JudgedPlan;
  /** Leaves that were compared with their hashes, in the twin too. */
  readonly leavesVerified: number;
  /** Labels of what the matching transactions covered, those of the twin too. */
  readonly covered: readonly string[];
  /** Labels of what the plan attempted and got another error for. */
  readonly attempted: readonly string[];
};

/** What was expected says which call of the twin was refused, where one was. */
const expectedOf = ({ verdict: { expected, transaction } }: JudgedPlan, road: Road): string => {
  const call = refusedCall(road.plan, road.observation, transaction);
  return call === null ? expected : `${expected} (${call})`;
};

const inconclusive = (twin: JudgedPlan, road: Road): Verdict => ({
  ...twin.verdict,
  kind: 'inconclusive',
  expected: expectedOf(twin, road),
  detail: `The valid plan that this case was made from was not accepted: ${twin.verdict.detail}`,
});

const lastRaised = (observation: Observation, index: number): Raised | null =>
  observation.transactions[index]?.raised ?? null;

const inCallsOf = (plan: Plan, { transactions }: Observation, index: number): boolean => {
  const [planned, outcome] = [plan.transactions[index], transactions[index]];
  return planned !== undefined && outcome !== undefined && failedInCalls(planned, outcome);
};

/** By what a case is judged. */
export type Judging = {
  readonly model?: ModelOptions;
  /** The cases are two roads, twin and plan, that this law compares. */
  readonly law?: Law;
  /** The cases are of the area `codes`: this attempt, or valid plans where it is null. */
  readonly trial?: Trial | null;
  /** The documents leave the error of these cases open, and these are the ones that were seen. */
  readonly frozen?: ReadonlySet<string>;
  /** The cases are of a sweep, and this is what rules are known for. */
  readonly known?: KnownOutcomes;
};

export type Ran = { readonly case: Case; readonly twin: Tried | null; readonly plan: Tried };

/** A plan with what came of it. */
type Road = { readonly plan: Plan; readonly observation: Observation };

const lawOutcome = (law: Law, [first, second]: readonly [Road, Road], model?: ModelOptions): CaseOutcome => {
  const { accepted, ...outcome } = judgeLaw(law, first, { second, ...(model && { model }) });
  return {
    ...outcome,
    twinAccepted: accepted,
    exercised: new Set(),
    raised: null,
    observation: second.observation,
    covered: [],
    attempted: [],
  };
};

const NO_TWIN = { accepted: null, leavesVerified: 0, covered: [] } as const;

/** What a case shows whose twin, if it has one, was accepted or not. */
const ruleOutcome = (
  { plan, observation }: Road,
  twin: (Road & { readonly judged: JudgedPlan }) | null,
  judged: JudgedPlan,
): CaseOutcome => {
  const { accepted, leavesVerified, covered } = twin?.judged ?? NO_TWIN;
  return {
    verdict: twin !== null && !twin.judged.accepted ? inconclusive(twin.judged, twin) : judged.verdict,
    twinAccepted: accepted,
    exercised: judged.exercised,
    raised: lastRaised(observation, judged.verdict.transaction),
    inCalls: inCallsOf(plan, observation, judged.verdict.transaction),
    within: columnIn(plan, observation, judged.verdict.transaction),
    observation,
    judged,
    leavesVerified: leavesVerified + judged.leavesVerified,
    covered: [...covered, ...judged.covered],
    attempted: judged.attempted,
  };
};

type Attempted = {
  readonly trial?: Trial | null | undefined;
  readonly twin: Road | null;
  readonly own: Road;
};

/** What an attempt left is compared with what its twin left. */
const compared = (judged: JudgedPlan, { trial, twin, own }: Attempted): JudgedPlan =>
  trial == null || twin === null
    ? judged
    : { ...judged, verdict: besideTwin(trial, judged.verdict, { twin, own }) };

/** The outcome of a case whose plans were run. */
export const outcomeOf = (
  { case: { plan, twin }, ...ran }: Ran,
  { model, law, trial, frozen, known }: Judging,
): CaseOutcome => {
  if (isTooLarge(ran.plan)) return notSent(ran.plan);
  if (isTooLarge(ran.twin)) return notSent(ran.twin);
  const own: Road = { plan, observation: ran.plan };
  const other = twin === null || ran.twin === null ? null : { plan: twin, observation: ran.twin };
  if (law !== undefined && other !== null) return lawOutcome(law, [other, own], model);
  const oracle: Oracle = { model, known: new Map(), outcomes: known };
  const judge = (road: Road): JudgedPlan =>
    trial === undefined ? judgeBy(road.plan, road.observation, oracle) : judgeAttempt(trial, road, model);
  const valid = other === null ? null : { ...other, judged: judge(other) };
  const judged = ruleOutcome(own, valid, compared(judge(own), { trial, twin: other, own }));
  const outcome =
    frozen === undefined ? judged : { ...judged, verdict: againstFrozen(judged.verdict, frozen) };
  // An attempt knows its instruction even where the discriminator sent is nobody's.
  return trial == null ? outcome : { ...outcome, within: trial.column };
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
    attempted: [],
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
    attempted: [],
  };
  return { verdict, ...nothing, observation, judged };
};
