// Runs all cases of a claim through fast-check, then shrinks one case for each kind of outcome worth keeping.
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import type { Generated } from '../generators/breaking';
import type { Fences } from '../generators/settings';
import type { ModelOptions } from '../model/options';
import type { ClaimResult, Finding, ProgramHashes, Witness } from '../spec/result';
import { askedIn } from './asked';
import { claimById, type RunnableClaim } from './claims';
import { runCase, runCases, type Batch, type CaseOutcome, type Runner } from './run-case';
import { shrinkPlan } from './shrink/shrink-plan';
import { count, isDeviation, isTelling, newTally, signatureOf, type Tally } from './tally';

export type ClaimRun = {
  readonly claim: RunnableClaim;
  readonly runner: Runner;
  readonly programs: ProgramHashes;
  readonly seed: number;
  readonly runs: number;
  readonly fences: Fences;
  readonly model?: ModelOptions;
  readonly beforeCase?: (claim: string, index: number) => void;
};

/**
 * How many smaller cases are tried to shrink one: deviations are worth more. The generator's own shrinking comes first;
 * what it leaves of `plan` goes to the plan's value. A law's roads shrink by the generator alone, which keeps them equal.
 */
const SHRINK_TRIES = { deviation: 250, exemplar: 60, lawExemplar: 10, plan: 400 } as const;

/** Each claim draws from a seed of its own, so that it does not depend on which others run. */
export const seedOf = (seed: number, claim: string): number =>
  createHash('sha256').update(`${seed}:${claim}`).digest().readInt32BE(0);

/** Cases that go to the validator at once: enough to keep like work together, few enough to keep in memory. */
const BATCH = 128;

const batches = (cases: readonly Generated[]): readonly (readonly Generated[])[] =>
  Array.from({ length: Math.ceil(cases.length / BATCH) }, (_, at) =>
    cases.slice(at * BATCH, (at + 1) * BATCH),
  );

/** By what the cases of a claim are judged: the model, and for a law the relation of its roads. */
const judgedBy = ({ claim, runner, model }: ClaimRun): Pick<Batch, 'model' | 'law'> => ({
  model: askedIn(claim, runner, model),
  ...(claim.law && { law: claim.law }),
});

/** Runs every case of a claim and counts; nothing is shrunk. */
export const runAll = async (run: ClaimRun, cases: fc.Arbitrary<Generated>): Promise<Tally> => {
  const { claim, runner, beforeCase } = run;
  const tally = newTally();
  let index = 0;
  for (const batch of batches(fc.sample(cases, { seed: seedOf(run.seed, claim.id), numRuns: run.runs }))) {
    const start = index;
    const before = (position: number): void => beforeCase?.(claim.id, start + position);
    const outcomes = await runCases(runner, { cases: batch, before, ...judgedBy(run) });
    outcomes.forEach((outcome, position) => {
      count(tally, { rule: claim.rule, index, outcome });
      for (const fence of batch[position]?.fenced ?? [])
        tally.fenced.set(fence, (tally.fenced.get(fence) ?? 0) + 1);
      index += 1;
    });
  }
  return tally;
};

type Kept = { readonly generated: Generated; readonly outcome: CaseOutcome };
type Search = {
  readonly index: number;
  readonly tries: number;
  readonly wanted: (outcome: CaseOutcome) => boolean;
  /** Together with those on the plan's value; left out where the generator's shrinking is enough. */
  readonly planTries?: number;
};

/** The smallest case found that still has the wanted outcome, starting from the case of that index. */
const shrink = async (
  run: ClaimRun,
  cases: fc.Arbitrary<Generated>,
  search: Search,
): Promise<Kept | null> => {
  const found: Kept[] = [];
  let left = search.tries;
  const attempt = (generated: Generated): Promise<CaseOutcome> => {
    run.beforeCase?.(run.claim.id, search.index);
    return runCase(run.runner, generated, judgedBy(run));
  };
  const property = fc.asyncProperty(cases, async (generated) => {
    if (left <= 0) return true;
    left -= 1;
    const outcome = await attempt(generated);
    if (!search.wanted(outcome)) return true;
    found.push({ generated, outcome });
    return false;
  });
  await fc.check(property, {
    seed: seedOf(run.seed, run.claim.id),
    numRuns: 1,
    path: String(search.index),
    endOnFailure: search.tries === 1, // else every smaller case would be made, though none is tried
  });
  const kept = found.at(-1) ?? null;
  if (kept === null || search.planTries === undefined) return kept;
  const tries = search.planTries - (search.tries - left);
  return shrinkPlan(kept, { run: attempt, wanted: search.wanted, tries });
};

type WitnessKind = Witness['kind'];
const witnessOf = (run: ClaimRun, kind: WitnessKind, { generated, outcome }: Kept): Witness => ({
  formatVersion: 1,
  rule: run.claim.id,
  kind,
  verdict: outcome.verdict.kind,
  expected: outcome.verdict.expected,
  observed: outcome.verdict.observed,
  detail: outcome.verdict.detail,
  plan: generated.plan,
  twin: generated.twin,
  programs: run.programs,
});

const must = (kept: Kept | null, claim: string): Kept => {
  if (kept === null)
    throw new Error(`A case of ${claim} did not repeat: the validator is not deterministic.`);
  return kept;
};

const findingsOf = async (
  run: ClaimRun,
  cases: fc.Arbitrary<Generated>,
  tally: Tally,
): Promise<Finding[]> => {
  const findings: Finding[] = [];
  for (const [signature, { first, count: times, verdict }] of tally.deviations) {
    const wanted = (o: CaseOutcome): boolean =>
      isDeviation(o.verdict) && signatureOf(o.verdict) === signature;
    const kept = must(
      await shrink(run, cases, {
        index: first,
        wanted,
        ...(run.claim.kind === 'law'
          ? { tries: SHRINK_TRIES.plan }
          : { tries: SHRINK_TRIES.deviation, planTries: SHRINK_TRIES.plan }),
      }),
      run.claim.id,
    );
    const { kind, expected, observed } = verdict;
    findings.push({
      verdict: kind,
      expected,
      observed,
      count: times,
      witness: witnessOf(run, 'deviation', kept),
    });
  }
  return findings;
};

const exemplarOf = async (
  run: ClaimRun,
  cases: fc.Arbitrary<Generated>,
  tally: Tally,
): Promise<Witness | null> => {
  const first = tally.exemplar ?? tally.firstMatch;
  if (first === null || run.claim.kind === 'sweep') return null;
  const { rule } = run.claim;
  const wanted = (o: CaseOutcome): boolean =>
    o.verdict.kind === 'match' && (tally.exemplar === null || isTelling(rule, o));
  const tries = run.claim.kind === 'law' ? SHRINK_TRIES.lawExemplar : SHRINK_TRIES.exemplar;
  const kept = await shrink(run, cases, { index: first, tries, wanted });
  return kept === null ? null : witnessOf(run, 'exemplar', kept);
};

const raisedName = ({ raised }: CaseOutcome): string | null =>
  raised === null ? null : `${raised.program}:${raised.panicked ? 'panic' : (raised.code ?? raised.error)}`;

const seenCodesOf = async (
  run: ClaimRun,
  cases: fc.Arbitrary<Generated>,
  tally: Tally,
): Promise<ClaimResult['seenCodes']> => {
  const seen: ClaimResult['seenCodes'][number][] = [];
  for (const [raised, { count: times, first }] of tally.raised) {
    const wanted = (o: CaseOutcome): boolean => raisedName(o) === raised;
    const kept = must(await shrink(run, cases, { index: first, tries: 1, wanted }), run.claim.id);
    seen.push({ raised, count: times, witness: witnessOf(run, 'exemplar', kept) });
  }
  return seen;
};

/** Runs a claim in full and keeps the smallest case of each finding. */
export const runClaim = async (run: ClaimRun): Promise<ClaimResult> => {
  const { claim, fences, runs } = run;
  const cases = claim.cases(fences);
  const tally = await runAll(run, cases);
  if (tally.executed !== runs) throw new Error(`${claim.id}: ${tally.executed} of ${runs} cases ran.`);
  return {
    claim: claim.id,
    kind: claim.kind,
    requested: runs,
    executed: tally.executed,
    violating: tally.violating,
    twins: tally.twins,
    inconclusive: tally.inconclusive,
    unspecified: tally.unspecified,
    ownCode: tally.ownCode,
    leavesVerified: tally.leavesVerified,
    matrix: [...tally.matrix.values()].map(({ entry, count: times }) => ({ ...entry, count: times })),
    findings: await findingsOf(run, cases, tally),
    exemplar: await exemplarOf(run, cases, tally),
    seenCodes: await seenCodesOf(run, cases, tally),
    fenced: Object.fromEntries(tally.fenced),
    coverage: Object.fromEntries(tally.coverage),
  };
};

/** The case of one index, generated without running anything. */
export const caseOf = (
  claim: string,
  index: number,
  { seed, fences }: { seed: number; fences: Fences },
): Generated => {
  const found = claimById(claim);
  if (found === undefined) throw new Error(`There is no claim ${claim}.`);
  const sampled = fc.sample(found.cases(fences), { seed: seedOf(seed, claim), numRuns: index + 1 }).at(-1);
  if (sampled === undefined) throw new Error(`${claim} has no case ${index}.`);
  return sampled;
};
