// Spends a run's time on what has least evidence: a look at every claim first, then the claims in full.
import type { ClaimResult } from '../../spec/result';
import type { Claim } from '../../suites/engine-types';
import { EVIDENCE_FLOOR } from '../../report/bound';
import type { Turn } from '../pool';

/** Cases of the first look: few enough that all claims get one, enough that a rule that broke altogether shows. */
export const LOOK = 40;

/** How much of what a verdict needs is there, from 0 on; of a claim that has not run, none. */
export function evidenceOf({ rule, kind }: Claim, result: ClaimResult | undefined): number {
  if (result === undefined) return 0;
  const { executed, violating, twins } = result;
  if (kind === 'sweep') return executed / EVIDENCE_FLOOR;
  const isOwnTwin = kind === 'law' || rule?.expects.kind === 'effect';
  return (isOwnTwin ? violating : Math.min(violating, twins)) / EVIDENCE_FLOOR;
}

const runsIn = (claim: Claim, runs: number | undefined): number => runs ?? claim.defaultRuns;

export const isInFull = (claim: Claim, result: ClaimResult | undefined, runs: number | undefined): boolean =>
  result !== undefined && result.requested >= runsIn(claim, runs);

/**
 * What to run next, told what is finished: of the claims that are not in full, the one with least evidence,
 * the first in claim order among equals. Each claim comes at most once for a look and once in full.
 */
export function ration(
  claims: readonly Claim[],
  runs: number | undefined,
): (results: ReadonlyMap<string, ClaimResult>) => Turn | undefined {
  const begun = new Set<string>();
  const next = (claim: Claim, result: ClaimResult | undefined): number =>
    Math.min(result === undefined ? LOOK : Infinity, runsIn(claim, runs));
  return (results) => {
    const open = claims
      .filter((claim) => !isInFull(claim, results.get(claim.id), runs))
      .map((claim) => ({ claim, cases: next(claim, results.get(claim.id)) }))
      .filter(({ claim, cases }) => !begun.has(`${claim.id} ${cases}`))
      .filter(({ claim }) => results.has(claim.id) || !begun.has(`${claim.id} ${LOOK}`))
      .map((turn) => ({ ...turn, evidence: evidenceOf(turn.claim, results.get(turn.claim.id)) }));
    const least = open.reduce<(typeof open)[number] | undefined>(
      (best, turn) => (best === undefined || turn.evidence < best.evidence ? turn : best),
      undefined,
    );
    if (least === undefined) return undefined;
    begun.add(`${least.claim.id} ${least.cases}`);
    return { claim: least.claim, runs: least.cases };
  };
}
