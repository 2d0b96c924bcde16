// Runs the cases of pairs of rules: each pair in every way in which both can be broken, in batches.
import fc from 'fast-check';
import { pairCases } from '../../generators/pairs';
import type { Pair, PairResult } from '../../spec/precedence';
import { seedOf } from '../claim-run';
import { allOn, type Runner } from '../runner';
import { decide } from './decide';
import {
  countDecided,
  countUnusable,
  decidedOf,
  newPairTally,
  pairResult,
  type PairTally,
} from './pair-tally';
import { screen, type Screened } from './screen';
import { waysOf, type PairWay } from './ways';

export type PairsRun = {
  readonly runner: Runner;
  readonly pairs: readonly Pair[];
  /** Cases of a pair; one of each way at least. */
  readonly cases: number;
  readonly seed: number;
  /** Told before a plan is sent. */
  readonly beforePlan?: () => void;
};

type Job = {
  readonly tally: PairTally;
  readonly guest: PairWay['guest'];
  readonly screened: Screened;
};

/** So many are made of a way for each that is wanted, since not every one breaks both rules. */
const TRIES = 3;

type Wanted = {
  readonly tally: PairTally;
  readonly way: PairWay;
  readonly at: number;
  readonly wanted: number;
  readonly round: number;
};

const jobsOfWay = ({ tally, way, at, wanted, round }: Wanted, seed: number): readonly Job[] => {
  const { first, second } = tally.pair;
  const jobs: Job[] = [];
  const made = fc.sample(pairCases(way), {
    seed: seedOf(seed, `${first} & ${second} #${at}.${round}`),
    numRuns: TRIES * wanted,
  });
  for (const [turn, one] of made.entries()) {
    if (jobs.length === wanted) break;
    const screened = screen(tally.pair, one, at + turn);
    if (typeof screened === 'string') countUnusable(tally, screened);
    else jobs.push({ tally, guest: way.guest, screened });
  }
  return jobs;
};

/** What is still missing, spread over the ways; in the first round one case of each at least. */
const jobsOf = (tally: PairTally, round: number, { cases, seed }: PairsRun): readonly Job[] => {
  const ways = waysOf(tally.pair);
  const missing = cases - decidedOf(tally);
  const isHopeless = round > 0 && (missing <= 0 || decidedOf(tally) === 0);
  if (isHopeless || ways.length === 0) return [];
  const wanted = Math.max(1, Math.ceil((missing * (round + 1)) / ways.length));
  return ways.flatMap((way, at) => jobsOfWay({ tally, way, at, wanted, round }, seed));
};

const BATCH = 64;

const runJobs = async (jobs: readonly Job[], { runner, beforePlan }: PairsRun): Promise<void> => {
  const plans = jobs.flatMap(({ screened: { plans: p } }) => [p.base, p.first, p.second, p.both]);
  const tried = await allOn(runner)(plans, beforePlan);
  for (const [at, { tally, guest, screened }] of jobs.entries()) {
    const [base, first, second, both] = tried.slice(4 * at, 4 * at + 4);
    if (base === undefined || first === undefined || second === undefined || both === undefined)
      throw new Error('The runner lost a plan: it returned fewer outcomes than plans.');
    const decided = decide({ base, first, second, both });
    if (typeof decided === 'string') countUnusable(tally, decided);
    else countDecided(tally, { screened, guest, decided });
  }
};

/** A way may yield no case: what it lacks the other ways make up for. */
const ROUNDS = 3;

/** What each pair showed, in the order asked. */
export const runPairs = async (run: PairsRun): Promise<readonly PairResult[]> => {
  const tallies = run.pairs.map((pair) => newPairTally(pair, waysOf(pair).length));
  for (let round = 0; round < ROUNDS; round += 1) {
    const jobs = tallies.flatMap((tally) => jobsOf(tally, round, run));
    for (let start = 0; start < jobs.length; start += BATCH)
      await runJobs(jobs.slice(start, start + BATCH), run);
  }
  return tallies.map(pairResult);
};
