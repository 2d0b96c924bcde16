// Runs a recorded case of a pair again: what each of its plans raises now, and which rules the model finds violated.
import type { Pair, PairOutcomes, PairPlans, Unusable, Winner } from '../../spec/precedence';
import { allOn, type Runner } from '../runner';
import { decide } from './decide';
import { violationsOf } from './violations';

export type PairReplayInput = Pair & { readonly plans: PairPlans };

export type PairReplay = {
  readonly outcomes: PairOutcomes | null;
  /** Who wins by these outcomes alone, or why nothing can be told. */
  readonly winner: Winner | Unusable;
  /** Rules that the plan with both broken violates, as the model sees it. */
  readonly violated: readonly string[];
};

export const replayPair = async (runner: Runner, { plans }: PairReplayInput): Promise<PairReplay> => {
  const tried = await allOn(runner)([plans.base, plans.first, plans.second, plans.both]);
  const [base, first, second, both] = tried;
  if (base === undefined || first === undefined || second === undefined || both === undefined)
    throw new Error('The runner lost a plan: it returned fewer outcomes than plans.');
  const decided = decide({ base, first, second, both });
  const violated = [...(violationsOf(plans.both)?.rules ?? [])];
  return typeof decided === 'string'
    ? { outcomes: null, winner: decided, violated }
    : { outcomes: decided.outcomes, winner: decided.winner, violated };
};
