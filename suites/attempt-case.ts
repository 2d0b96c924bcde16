// Judges cases of the area `codes`: the valid plan is accepted, and the attempt gets what it was always seen to get.
import { makesAttempt } from '../model/attempts';
import { DOCUMENTS, type ModelOptions } from '../model/options';
import { ACCEPTED, observedName } from '../report/outcome-names';
import { compareRoads } from '../report/relation';
import type { Road } from '../report/road';
import { trialById, type Trial } from '../spec/attempts';
import type { Observation } from '../spec/outcome';
import type { Plan } from '../spec/plan';
import type { Verdict } from '../spec/verdict';
import type { JudgedPlan } from './judge-plan';

/** The attempt that a claim is about; null for valid plans of the area; undefined outside of it. */
export const trialOf = (claim: { readonly id: string; readonly area?: string }): Trial | null | undefined =>
  claim.area === 'codes' ? (trialById(claim.id) ?? null) : undefined;

const outcomesOf = ({ transactions }: Observation): readonly string[] =>
  transactions.map(({ raised }) => observedName(raised));

/** The transaction that decides: the first that is refused, else the last. */
const decisive = (outcomes: readonly string[]): number => {
  const refused = outcomes.findIndex((outcome) => outcome !== ACCEPTED);
  return refused === -1 ? outcomes.length - 1 : refused;
};

const kindOf = (expected: string, observed: string, isLast: boolean): Verdict['kind'] => {
  if (expected === observed && (isLast || observed === ACCEPTED)) return 'match';
  return isLast && expected !== ACCEPTED
    ? 'observed-changed'
    : observed === ACCEPTED
      ? 'observed-changed'
      : 'spurious-error';
};

const detailOf = (kind: Verdict['kind'], expected: string, observed: string): string =>
  kind === 'match' ? 'as it was always seen to be' : `${observed} came, where ${expected} was always seen`;

/**
 * The verdict on an attempt that was accepted as it always is: `verdict`, or what it left otherwise than its twin did,
 * where that makes no difference.
 */
export const besideTwin = (
  trial: Trial,
  verdict: Verdict,
  { twin, own }: { readonly twin: Road; readonly own: Road },
): Verdict => {
  if (!trial.leavesAsTwin || verdict.kind !== 'match' || verdict.observed !== ACCEPTED) return verdict;
  const difference = compareRoads(twin, own, {});
  if (difference === null) return verdict;
  const { what, detail } = difference;
  return {
    ...verdict,
    kind: 'observed-changed',
    observed: `${ACCEPTED}, ${what}`,
    detail: `It left ${what} than the plan without the attempt, where it always left the same: ${detail}`,
  };
};

/** The verdict on a plan, by its values and what came of it. */
export const judgeAttempt = (
  trial: Trial | null,
  { plan, observation }: { readonly plan: Plan; readonly observation: Observation },
  { dropped }: ModelOptions = DOCUMENTS,
): JudgedPlan => {
  const made = trial !== null && !dropped.has(trial.id) && makesAttempt(trial.id, plan);
  const outcomes = outcomesOf(observation);
  const transaction = decisive(outcomes);
  const isLast = transaction === plan.transactions.length - 1;
  const expected = made ? trial.comes : ACCEPTED;
  const observed = outcomes[transaction] ?? 'nothing';
  const kind = kindOf(expected, observed, isLast);
  const because = made ? [trial.id] : [];
  return {
    verdict: { kind, transaction, expected, observed, detail: detailOf(kind, expected, observed), because },
    predictions: [],
    exercised: new Set(because),
    covered: [],
    attempted: [],
    accepted: outcomes.every((outcome) => outcome === ACCEPTED) && !made,
    leavesVerified: 0,
  };
};
