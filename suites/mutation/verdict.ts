// Whether a run would be red for what a mutant does with a case, given what the program under test does with it.
import { ACCEPTED } from '../../report/outcome-names';
import type { CaseReference, Kill } from '../../spec/mutation';
import type { Verdict } from '../../spec/verdict';
import type { CaseOutcome } from '../case-outcome';
import type { RunnableClaim } from '../claims';
import { isDeviation, signatureOf } from '../tally';

/** What a baseline knows of a claim: how its deviations show, and which errors are frozen where no document names one. */
export type Known = {
  readonly deviations: (claim: string) => ReadonlySet<string>;
  readonly frozen: (claim: string) => ReadonlySet<string>;
};

/** What a verdict says in short. */
type Signed = Pick<CaseReference, 'kind' | 'expected' | 'observed'>;

type About = { readonly claim: RunnableClaim; readonly index: number };

const OBSERVED: ReadonlySet<Verdict['kind']> = new Set(['observed-changed']);
const STOPPED = 'panic';

/** A kill as it is told. */
export const killOf = ({ claim, index }: About, { verdict }: Pick<CaseOutcome, 'verdict'>): Kill => {
  const { kind, expected, observed } = verdict;
  return {
    ...{ claim: claim.id, index, verdict: kind, expected, observed },
    isObserved: claim.rule?.provenance === 'observed' || OBSERVED.has(kind),
    hasStopped: observed.endsWith(STOPPED),
  };
};

const namesNoError = ({ rule }: RunnableClaim): boolean =>
  rule?.expects.kind === 'rejects' && rule.expects.code === null && rule.expects.error === null;

/** An error that the baseline has not frozen for the rule: any would do for the documents. */
export const isThawed = (claim: RunnableClaim, { kind, observed }: Signed, known: Known): boolean =>
  kind === 'match' && namesNoError(claim) && observed !== ACCEPTED && !known.frozen(claim.id).has(observed);

/** A deviation that is not the one that was there before, and not one that the baseline lists for the claim. */
export const isNoticed = (before: Signed, now: Verdict, known: ReadonlySet<string>): boolean =>
  isDeviation(now) && signatureOf(now) !== signatureOf(before) && !known.has(signatureOf(now));

/** In a full run a rule has 310 cases and needs 300 with accepted twins. */
const SPARE = 10 / 310;

/** One case of a few is no share of all. */
const FEWEST = 2;

/** Whether so many of a claim's cases lost their twins that the rule would fall below its floor. */
export const isStarved = (lost: number, cases: number): boolean => lost >= FEWEST && lost > SPARE * cases;
