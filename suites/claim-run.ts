// What it takes to run a claim: on which programs, from which seed, how often, behind which fences.
import { createHash } from 'node:crypto';
import type { Fences } from '../generators/settings';
import type { ModelOptions } from '../model/options';
import { namesError } from '../report/rule-status';
import { frozenFor } from '../report/observed-codes';
import type { ObservedCode, ProgramHashes, Witness } from '../spec/result';
import { askedIn } from './asked';
import { trialOf } from './attempt-case';
import type { Notebook } from './both/notebook';
import type { Judging } from './case-outcome';
import type { RunnableClaim } from './claims';
import { knownOutcomes } from './known-outcomes';
import type { Runner } from './runner';

export type ClaimRun = {
  readonly claim: RunnableClaim;
  readonly runner: Runner;
  readonly programs: ProgramHashes;
  readonly seed: number;
  readonly runs: number;
  readonly fences: Fences;
  readonly model?: ModelOptions;
  /** Witnesses of known deviations: one that still shows what it did is kept as it is, without shrinking another. */
  readonly known?: readonly Witness[];
  /** Errors that were seen where the documents name none; left out, any other is as good. */
  readonly frozen?: readonly ObservedCode[] | undefined;
  /** Nothing is shrunk. */
  readonly quick?: true;
  /** Where two runtimes run each plan, what they disagree about. */
  readonly notebook?: Notebook;
  /** Left out, bankrun: of both runtimes, its outcome is what counts. */
  readonly runtime?: 'litesvm';
  /** Told the index of each case, or IN_WITNESS, just before something of it is sent. */
  readonly beforeCase?: (claim: string, index: number) => void;
};

/** Each claim draws from a seed of its own, so that it does not depend on which others run. */
export const seedOf = (seed: number, claim: string): number =>
  createHash('sha256').update(`${seed}:${claim}`).digest().readInt32BE(0);

type Judged = Pick<RunnableClaim, 'id' | 'rule' | 'law'> & Partial<Pick<RunnableClaim, 'area' | 'kind'>>;
type Asked = Pick<ClaimRun, 'runner' | 'model' | 'frozen' | 'known'> & { readonly claim: Judged };

/** Of a rule whose error the documents leave open, the errors that were seen. */
const frozenOf = ({ claim: { rule }, frozen }: Omit<Asked, 'runner'>): Pick<Judging, 'frozen'> =>
  frozen === undefined || rule?.expects.kind !== 'rejects' || namesError(rule)
    ? {}
    : { frozen: frozenFor(rule.id, frozen) };

/** By what the cases of a claim are judged: the model, and for a law the relation of its roads. */
export const judgedBy = ({ claim, runner, model, frozen, known }: Asked): Judging => {
  const trial = trialOf(claim);
  return {
    model: askedIn(claim, runner, model),
    ...(claim.law && { law: claim.law }),
    ...(trial !== undefined && { trial }),
    ...frozenOf({ claim, frozen }),
    ...(claim.kind === 'sweep' && known !== undefined && { known: knownOutcomes(known, claim.id) }),
  };
};
