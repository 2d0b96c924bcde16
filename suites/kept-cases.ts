// The cases of a claim that are kept as witnesses: one for each deviation, an exemplar, one for each error seen.
import type fc from 'fast-check';
import type { Generated } from '../generators/breaking';
import { observedName } from '../report/outcome-names';
import type { ClaimResult, Finding, Witness } from '../spec/result';
import { recordedOn } from '../spec/runtime';
import type { CaseOutcome } from './case-outcome';
import { judgedBy, type ClaimRun } from './claim-run';
import { IN_WITNESS } from './engine-types';
import { runCase } from './run-case';
import { shrinkCase, type Kept, type Search } from './shrink/shrink-case';
import { isDeviation, isTelling, signatureOf, type Tally } from './tally';

/**
 * How many smaller cases are tried to shrink one: deviations are worth more. The generator's own shrinking comes first;
 * what it leaves of `plan` goes to the plan's value. A law's roads shrink by the generator alone, which keeps them equal.
 */
const SHRINK_TRIES = {
  deviation: 250,
  exemplar: 60,
  lawExemplar: 10,
  attemptExemplar: 10,
  plan: 400,
} as const;

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
  ...recordedOn(run.runtime),
});

const must = (kept: Kept | null, claim: string): Kept => {
  if (kept === null)
    throw new Error(`A case of ${claim} did not repeat: the validator is not deterministic.`);
  return kept;
};

const deviationTries = ({ claim }: ClaimRun): Pick<Search, 'tries' | 'planTries'> =>
  claim.kind === 'law'
    ? { tries: SHRINK_TRIES.plan }
    : { tries: SHRINK_TRIES.deviation, planTries: SHRINK_TRIES.plan };

const showing =
  (signature: string): Search['wanted'] =>
  ({ verdict }) =>
    isDeviation(verdict) && signatureOf(verdict) === signature;

/** A known witness that shows what is wanted on these programs, too. */
const knownCase = async (
  run: ClaimRun,
  known: readonly Witness[],
  wanted: Search['wanted'],
): Promise<Kept | null> => {
  for (const { rule, plan, twin } of known) {
    if (rule !== run.claim.id) continue;
    const generated = { plan, twin, fenced: [] };
    run.beforeCase?.(rule, IN_WITNESS);
    const outcome = await runCase(run.runner, generated, judgedBy(run));
    if (wanted(outcome)) return { generated, outcome };
  }
  return null;
};

const findingOf = (run: ClaimRun, kept: Kept, count: number): Finding => {
  const { kind, expected, observed, because } = kept.outcome.verdict;
  const witness = witnessOf(run, 'deviation', kept);
  return { verdict: kind, expected, observed, count, witness, because };
};

const signatureIn = ({ verdict, expected, observed }: Witness): string =>
  signatureOf({ kind: verdict, expected, observed });

/** A sweep's known deviations that no case came upon and that their own witnesses still show: rare ones, which are not gone. */
const rareFindings = async (run: ClaimRun, { deviations }: Tally): Promise<Finding[]> => {
  const known = run.claim.kind === 'sweep' ? (run.known ?? []) : [];
  const rare = known.filter(
    (witness) => witness.rule === run.claim.id && !deviations.has(signatureIn(witness)),
  );
  const findings = new Map<string, Finding>();
  for (const witness of rare) {
    const signature = signatureIn(witness);
    const kept = findings.has(signature) ? null : await knownCase(run, [witness], showing(signature));
    if (kept !== null) findings.set(signature, findingOf(run, kept, 0));
  }
  return [...findings.values()];
};

/** The deviations, each with its smallest case. */
export const findingsOf = async (
  run: ClaimRun,
  cases: fc.Arbitrary<Generated>,
  tally: Tally,
): Promise<Finding[]> => {
  const findings: Finding[] = [];
  for (const [signature, { first, count }] of tally.deviations) {
    const wanted = showing(signature);
    const kept =
      (await knownCase(run, run.known ?? [], wanted)) ??
      must(await shrinkCase(run, cases, { index: first, wanted, ...deviationTries(run) }), run.claim.id);
    findings.push(findingOf(run, kept, count));
  }
  return [...findings, ...(await rareFindings(run, tally))];
};

/** Attempts are many and small. */
const exemplarTries = ({ claim }: ClaimRun): number => {
  if (claim.kind === 'law') return SHRINK_TRIES.lawExemplar;
  return claim.area === 'codes' ? SHRINK_TRIES.attemptExemplar : SHRINK_TRIES.exemplar;
};

/** The smallest case that shows what the rule says. */
export const exemplarOf = async (
  run: ClaimRun,
  cases: fc.Arbitrary<Generated>,
  tally: Tally,
): Promise<Witness | null> => {
  const first = tally.exemplar ?? tally.firstMatch;
  if (first === null || run.claim.kind === 'sweep') return null;
  const { rule } = run.claim;
  const wanted = (o: CaseOutcome): boolean =>
    o.verdict.kind === 'match' && (tally.exemplar === null || isTelling(rule, o));
  const tries = exemplarTries(run);
  const kept = await shrinkCase(run, cases, { index: first, tries, wanted });
  return kept === null ? null : witnessOf(run, 'exemplar', kept);
};

const raisedName = ({ raised, inCalls }: CaseOutcome): string | null =>
  raised === null ? null : observedName(raised, inCalls);

/** Every error that was seen, with a case. */
export const seenCodesOf = async (
  run: ClaimRun,
  cases: fc.Arbitrary<Generated>,
  tally: Tally,
): Promise<ClaimResult['seenCodes']> => {
  const seen: ClaimResult['seenCodes'][number][] = [];
  for (const [raised, { count: times, first }] of tally.raised) {
    const wanted = (o: CaseOutcome): boolean => raisedName(o) === raised;
    const kept = must(await shrinkCase(run, cases, { index: first, tries: 1, wanted }), run.claim.id);
    seen.push({ raised, count: times, witness: witnessOf(run, 'exemplar', kept) });
  }
  return seen;
};
