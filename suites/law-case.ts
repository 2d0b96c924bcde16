// A case of a law: two roads, each judged by the model like any plan, and then compared with each other.
import type { ModelOptions } from '../model/options';
import { firstDifference } from '../report/difference';
import { expectedName } from '../report/outcome-names';
import { compareRoads, type Difference } from '../report/relation';
import type { Road } from '../report/road';
import { SAME_AS_OTHER, type Law } from '../spec/law';
import type { Verdict, VerdictKind } from '../spec/verdict';
import { judgePlan, type JudgedPlan } from './judge-plan';

/** Both roads, and what the model says about each. */
type Travelled = {
  readonly first: Road;
  readonly second: Road;
  readonly judged: readonly [JudgedPlan, JudgedPlan];
};

export type LawOutcome = {
  readonly verdict: Verdict;
  readonly compared: boolean;
  /** Whether both roads were accepted throughout (a probe at the end aside). */
  readonly accepted: boolean;
  readonly judged: JudgedPlan;
  /** Leaves that were compared with their hashes, of both roads. */
  readonly leavesVerified: number;
};

const isAcceptance = ({ kind }: { readonly kind: string }): boolean => kind === 'accepted';

/** A last transaction that the documents refuse, behind others; or that they were not asked about, see judgePlan. */
const isProbe = ({ predictions }: JudgedPlan, index: number, { observation }: Road): boolean => {
  const prediction = predictions[index];
  const isLast = index > 0 && index === observation.transactions.length - 1;
  if (!isLast || prediction === undefined) return isLast;
  return prediction.kind === 'specified' && !prediction.alternatives.some(isAcceptance);
};

const isAccepted = (road: Road, judged: JudgedPlan, { probes }: Law): boolean =>
  road.observation.transactions.every(
    ({ raised }, index) => raised === null || (probes === true && isProbe(judged, index, road)),
  );

const decided = (law: Law, kind: VerdictKind, { what, detail }: Difference): Verdict => ({
  kind,
  transaction: 0,
  expected: SAME_AS_OTHER,
  observed: what,
  detail,
  because: [law.id],
});

/** A road that shows nothing, in the words of its own verdict. */
const useless = (which: string, { verdict }: JudgedPlan): Verdict => ({
  ...verdict,
  kind: verdict.kind === 'unspecified' ? 'unspecified' : 'inconclusive',
  detail: `The ${which} road is not what the law needs: ${verdict.detail}`,
});

/** The first road of the two that `fails` says no about. */
const failing = (
  { judged, first, second }: Travelled,
  fails: (road: Road, judged: JudgedPlan) => boolean,
) => {
  if (fails(first, judged[0])) return useless('first', judged[0]);
  return fails(second, judged[1]) ? useless('second', judged[1]) : null;
};

/** What the documents say about each transaction that calls the programs, as far as the road was judged. */
const predicted = ({ plan }: Road, { predictions, verdict }: JudgedPlan): string => {
  const names = predictions.flatMap((prediction, index) => {
    if (plan.transactions[index]?.instructions.every(({ kind }) => kind === 'transfer')) return [];
    return [prediction.kind === 'specified' ? expectedName(prediction.alternatives) : prediction.kind];
  });
  return `${verdict.kind} of ${names.join(', ')}`;
};

/** What the documents say about both must be the same as well. */
function otherPrediction({ first, second, judged }: Travelled): Difference | null {
  const [one, other] = [predicted(first, judged[0]), predicted(second, judged[1])];
  if (one === other) return null;
  return { what: 'another verdict', detail: `${one} by one road, ${other} by the other` };
}

const WRONG_LEAVES = 'accepted, wrong leaves';

/** A leaf that no account hashes to is one whatever the other road leaves. */
function wrongLeaf({ judged }: Travelled): Difference | null {
  const at = judged.findIndex(({ verdict }) => verdict.observed === WRONG_LEAVES);
  const detail = judged[at]?.verdict.detail;
  return detail === undefined
    ? null
    : { what: 'wrong leaves', detail: `${at === 0 ? 'first' : 'second'} road: ${detail}` };
}

const samePlan = ({ first, second }: Travelled): boolean => firstDifference(first.plan, second.plan) === null;

function verdictOf(
  law: Law,
  travelled: Travelled,
): { readonly verdict: Verdict; readonly compared: boolean } {
  const { first, second, judged } = travelled;
  const not = (verdict: Verdict) => ({ verdict, compared: false });
  if (law.slot === undefined && samePlan(travelled))
    return not(decided(law, 'inconclusive', { what: 'one road', detail: 'Both roads are the same plan.' }));
  const fault = judged.find(({ verdict }) => verdict.kind === 'harness-fault');
  if (fault !== undefined) return not(fault.verdict);
  const leaf = wrongLeaf(travelled);
  if (leaf !== null) return { verdict: decided(law, 'wrong-effect', leaf), compared: true };
  const refused =
    law.needs === 'accepted' ? failing(travelled, (road, its) => !isAccepted(road, its, law)) : null;
  if (refused !== null) return not(refused);
  const difference =
    compareRoads(first, second, law.compares) ?? (law.needs === 'alike' ? otherPrediction(travelled) : null);
  if (difference !== null) return { verdict: decided(law, 'wrong-effect', difference), compared: true };
  const wrong =
    law.needs === 'accepted' ? failing(travelled, (_, { verdict }) => verdict.kind !== 'match') : null;
  if (wrong !== null) return not(wrong);
  return {
    verdict: decided(law, 'match', { what: 'the same', detail: 'the same by both roads' }),
    compared: true,
  };
}

/** The verdict on a case of a law. A difference is one whatever the documents say about the roads. */
export const judgeLaw = (
  law: Law,
  first: Road,
  { second, model }: { second: Road; model?: ModelOptions },
): LawOutcome => {
  const judge = ({ plan, observation }: Road): JudgedPlan => judgePlan(plan, observation, model);
  const judged = [judge(first), judge(second)] as const;
  return {
    ...verdictOf(law, { first, second, judged }),
    accepted: isAccepted(first, judged[0], law) && isAccepted(second, judged[1], law),
    judged: judged[1],
    leavesVerified: judged[0].leavesVerified + judged[1].leavesVerified,
  };
};
