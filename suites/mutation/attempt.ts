// Tries one mutant that is loaded: every claim goes on until it notices, or has no more cases.
import type { CaseRange, CaseReference, Kill, Trial, Unjudged } from '../../spec/mutation';
import { caseAt, digestOf, judged, runBoth, type Prepared, type Ran } from './reference';
import {
  isNoticed,
  isStarved,
  killOf,
  noteListed,
  nothingListed,
  vanished,
  type Known,
  type Listed,
} from './verdict';

/** Few at first, for most mutants are noticed at once. */
const FIRST_BATCH = 1;
const GROWTH = 4;
const LARGEST_BATCH = 64;

/** The known deviations, and who is told of progress. */
export type Asking = {
  readonly known: Known;
  readonly note?: ((claim: string, index: number) => void) | undefined;
};

type Tried = Pick<Trial, 'cases'> & { readonly kill: Kill | null; readonly unjudged: Unjudged | null };

type Seen = {
  cases: number;
  lost: Kill | null;
  lostCount: number;
  unjudged: number | null;
  readonly listed: Listed;
};

type Look = {
  readonly index: number;
  readonly ran: Ran;
  readonly reference: CaseReference;
  readonly known: Known;
};

/** The kill that a case is, if it is one; what else it shows goes to `seen`. */
function look(one: Prepared, { index, ran, reference, known }: Look, seen: Seen): Kill | null {
  const { claim } = one;
  const deviations = known(claim.id);
  seen.cases += 1;
  if (digestOf(ran) === reference.digest) {
    noteListed(seen.listed, deviations, { index, was: reference, now: reference });
    return null;
  }
  const outcome = judged(one, caseAt(one, index), ran);
  noteListed(seen.listed, deviations, { index, was: reference, now: outcome.verdict });
  const kill = killOf({ claim, index }, outcome);
  if (isNoticed(reference, outcome.verdict, deviations)) return kill;
  seen.unjudged ??= index;
  if (outcome.verdict.kind !== 'inconclusive' || reference.kind === 'inconclusive') return null;
  seen.lost ??= kill;
  seen.lostCount += 1;
  return null;
}

/** A range whose cases the program under test has run. */
export type Referred = CaseRange & { readonly references: readonly CaseReference[] };

/** Whether these are all cases of a claim so far: later ones know nothing of what the first still show. */
export const startsWhole = ({ indices, of }: Pick<CaseRange, 'indices' | 'of'>): boolean =>
  indices[0] === 0 && indices.length === of;

/** One claim. A claim that loses its evidence is red, too; and so, where all its cases ran, is one whose listed deviation is gone. */
async function tryClaim(
  one: Prepared,
  { indices, of, references }: Referred,
  { known, note }: Asking,
): Promise<Tried> {
  const seen: Seen = { cases: 0, lost: null, lostCount: 0, unjudged: null, listed: nothingListed() };
  const { claim, runner } = one;
  const done = (kill: Kill | null): Tried => ({
    kill,
    cases: seen.cases,
    unjudged: seen.unjudged === null ? null : { claim: claim.id, index: seen.unjudged },
  });
  for (
    let at = 0, size = FIRST_BATCH;
    at < indices.length;
    at += size, size = Math.min(size * GROWTH, LARGEST_BATCH)
  ) {
    const batch = indices.slice(at, at + size);
    note?.(claim.id, batch[0] ?? 0);
    const ran = await runBoth(
      runner,
      batch.map((index) => caseAt(one, index)),
    );
    for (const [place, index] of batch.entries()) {
      const [each, reference] = [ran[place], references[at + place]];
      if (each === undefined || reference === undefined) throw new Error(`${claim.id} lost a case.`);
      const kill = look(one, { index, ran: each, reference, known }, seen);
      if (kill !== null) return done(kill);
    }
  }
  if (isStarved(seen.lostCount, of)) return done(seen.lost);
  return done(startsWhole({ indices, of }) ? vanished(seen.listed, claim) : null);
}

/** All claims in turn, but those that come last only while nothing is settled. `prepared` holds each of them. */
export async function tryAll(
  ranges: readonly Referred[],
  prepared: ReadonlyMap<string, Prepared>,
  { known, note }: Asking,
): Promise<Omit<Trial, 'id' | 'refusal'>> {
  const kills: Kill[] = [];
  let cases = 0;
  const unjudged: Unjudged[] = [];
  for (const range of ranges) {
    const { claim, isLast } = range;
    if (isLast && kills.some(({ isObserved }) => !isObserved)) continue;
    const one = prepared.get(claim);
    if (one === undefined) throw new Error(`${claim} is not prepared.`);
    const tried = await tryClaim(one, range, { known, note });
    if (tried.kill !== null) kills.push(tried.kill);
    cases += tried.cases;
    if (tried.unjudged !== null) unjudged.push(tried.unjudged);
  }
  return { kills, cases, unjudged };
}
