// The cases that mutants are tried with, and what the program under test does with each.
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import type { Generated } from '../../generators/breaking';
import type { Fences } from '../../generators/settings';
import type { CaseReference } from '../../spec/mutation';
import type { TransactionOutcome } from '../../spec/outcome';
import type { ObservedCode, Witness } from '../../spec/result';
import type { About } from '../asked';
import { outcomeOf, type CaseOutcome, type Judging } from '../case-outcome';
import { judgedBy, seedOf } from '../claim-run';
import { claimById, type RunnableClaim } from '../claims';
import { canonical } from '../compare/sights';
import { allOn, isTooLarge, type Runner, type Tried } from '../runner';

/** What came of both plans of a case, as run. */
export type Ran = { readonly twin: Tried | null; readonly plan: Tried };

/** A claim with its runner, and its first cases. */
export type Prepared = {
  readonly claim: RunnableClaim;
  readonly runner: Runner;
  readonly judging: Judging;
  readonly cases: readonly Generated[];
};

export type Source = {
  readonly runnerOf: (claim: About & { readonly id: string }) => Promise<Runner>;
  readonly seed: number;
  readonly fences: Fences;
  /** Errors that no document names; undefined, any is as good. */
  readonly frozen?: readonly ObservedCode[] | undefined;
  /** Witnesses of known deviations, which a sweep puts down to their rules. */
  readonly known?: readonly Witness[];
};

const sha256 = (bytes: string | Uint8Array): string => createHash('sha256').update(bytes).digest('base64');

/** Accounts are large: their bytes are told by their hash. */
const toldOne = ({ contents, ...rest }: TransactionOutcome): unknown => ({
  ...rest,
  contents: [...(contents ?? [])].map(([key, bytes]) => [key, sha256(bytes)]),
});
const told = (tried: Tried | null): unknown => {
  if (tried === null || isTooLarge(tried)) return tried?.message ?? null;
  return tried.transactions.map(toldOne);
};

/** The same where, as far as anybody looks, the same happened. */
export const digestOf = ({ twin, plan }: Ran): string => sha256(canonical([told(twin), told(plan)]));

/** Runs cases one after the other, each twin in front of its plan. */
export const runBoth = async (runner: Runner, cases: readonly Generated[]): Promise<readonly Ran[]> => {
  const plans = cases.flatMap(({ plan, twin }) => (twin === null ? [plan] : [twin, plan]));
  const tried = await allOn(runner)(plans);
  let next = 0;
  const take = (): Tried => {
    const one = tried[next++];
    if (one === undefined) throw new Error('The runner lost a plan.');
    return one;
  };
  return cases.map(({ twin: other }) => {
    const twin = other === null ? null : take();
    return { twin, plan: take() };
  });
};

/** What a run says of a case. */
export const judged = ({ judging }: Prepared, generated: Generated, ran: Ran): CaseOutcome =>
  outcomeOf({ case: generated, ...ran }, judging);

/** The first cases of a claim; the same ones however many. */
export const casesOf = (claim: RunnableClaim, cases: number, source: Source): readonly Generated[] =>
  fc.sample(claim.cases(source.fences), { seed: seedOf(source.seed, claim.id), numRuns: cases });

const mustClaim = (id: string): RunnableClaim => {
  const claim = claimById(id);
  if (claim === undefined) throw new Error(`There is no claim ${id}.`);
  return claim;
};

/** A claim ready to be asked with so many cases; nothing has run. */
export const prepared = async (id: string, cases: number, source: Source): Promise<Prepared> => {
  const claim = mustClaim(id);
  const { frozen, known = [] } = source;
  const runner = await source.runnerOf(claim);
  return {
    claim,
    runner,
    judging: judgedBy({ claim, runner, frozen, known }),
    cases: casesOf(claim, cases, source),
  };
};

/** The case of an index. */
export const caseAt = ({ claim, cases }: Prepared, index: number): Generated => {
  const found = cases[index];
  if (found === undefined) throw new Error(`Case ${index} of ${claim.id} is not prepared.`);
  return found;
};

/** What the program that is loaded now does with cases. */
export const runCases = (one: Prepared, indices: readonly number[]): Promise<readonly Ran[]> =>
  runBoth(
    one.runner,
    indices.map((index) => caseAt(one, index)),
  );

/** What is kept of a case that the program under test has run. */
export const referenceOf = (one: Prepared, index: number, ran: Ran): CaseReference => {
  const { kind, expected, observed } = judged(one, caseAt(one, index), ran).verdict;
  return { digest: digestOf(ran), kind, expected, observed };
};

const raisedBy = (tried: Tried | null): unknown =>
  tried === null || isTooLarge(tried) ? null : tried.transactions.map(({ raised }) => raised);

/** Whether the same errors came in the same transactions. */
export const haveSameErrors = (one: Ran, other: Ran): boolean =>
  canonical([raisedBy(one.twin), raisedBy(one.plan)]) ===
  canonical([raisedBy(other.twin), raisedBy(other.plan)]);
