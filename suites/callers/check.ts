// Runs every claim about somebody's own caller and keeps the smallest case of each way in which one fails.
import fc from 'fast-check';
import type { Generated } from '../../generators/breaking';
import { briefHistory } from '../../report/terminal/history-text';
import { historyOf } from '../../report/history';
import type { Witness } from '../../spec/result';
import { seedOf } from '../claim-run';
import type { GuestClaim } from './claims';
import { tryCase, type TriedCase, type Trying } from './try-case';
import type { CallerClaim, CallerFinding, CaseKind } from './types';

/** How often, and from which seed. */
export type Amount = { readonly cases: number; readonly seed: number };

const SHRINK_TRIES = 60;
const NOTHING: Readonly<Record<CaseKind, number>> = {
  shown: 0,
  finding: 0,
  'not-yours': 0,
  refused: 0,
  changed: 0,
  'not-made': 0,
  'too-large': 0,
  undecided: 0,
};

type Found = NonNullable<TriedCase['found']>;
const signatureOf = ({ verdict, expected, observed }: Found): string => `${verdict}|${expected}|${observed}`;

/** A case that fails, with what it showed. */
type Kept = { readonly generated: Generated; readonly found: Found };

/** The smallest case found that fails in the same way, from the one of that index on. */
async function smallest(trying: Trying, claim: GuestClaim, from: Amount & { index: number; first: Kept }) {
  let kept = from.first;
  let left = SHRINK_TRIES;
  const property = fc.asyncProperty(claim.cases, async (generated) => {
    if (left-- <= 0) return true;
    const { found } = await tryCase(trying, claim, generated);
    if (found === undefined || signatureOf(found) !== signatureOf(from.first.found)) return true;
    kept = { generated, found };
    return false;
  });
  await fc.check(property, { seed: seedOf(from.seed, claim.id), numRuns: 1, path: String(from.index) });
  return kept;
}

const witnessOf = ({ worlds }: Trying, claim: GuestClaim, { generated, found }: Kept): Witness => ({
  formatVersion: 1,
  rule: claim.rule?.id ?? 'effects/valid',
  kind: 'deviation',
  verdict: found.verdict === 'handed-over' ? 'wrong-effect' : found.verdict,
  expected: found.expected,
  observed: found.observed,
  detail: found.detail,
  plan: generated.plan,
  twin: generated.twin,
  programs: worlds.programs,
});

/** All cases of one claim: how many showed what, and its findings. */
export async function checkClaim(trying: Trying, claim: GuestClaim, amount: Amount) {
  const counts = { ...NOTHING };
  const found = new Map<string, { readonly index: number; readonly first: Kept; count: number }>();
  const cases = fc.sample(claim.cases, { seed: seedOf(amount.seed, claim.id), numRuns: amount.cases });
  for (const [index, generated] of cases.entries()) {
    const tried = await tryCase(trying, claim, generated);
    counts[tried.kind] += 1;
    if (tried.found === undefined) continue;
    const known = found.get(signatureOf(tried.found));
    if (known !== undefined) known.count += 1;
    else found.set(signatureOf(tried.found), { index, first: { generated, found: tried.found }, count: 1 });
  }
  const findings: CallerFinding[] = [];
  for (const { index, first, count } of found.values()) {
    const kept = await smallest(trying, claim, { ...amount, index, first });
    const { id, statement } = claim;
    findings.push({ claim: id, statement, ...kept.found, count, witness: witnessOf(trying, claim, kept) });
  }
  const told: CallerClaim = { id: claim.id, statement: claim.statement, counts };
  return { claim: told, findings };
}

/** The steps of a finding's smallest case, one line each. */
export const stepsOf = ({ witness }: Pick<CallerFinding, 'witness'>): readonly string[] =>
  briefHistory(historyOf(witness.plan, null));
