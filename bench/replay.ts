// A run's wall time over the bare replay of the same transactions, alternating in one process.
import { MIXES, type Mix } from './mixes';
import { median, type Subject } from './open';
import { measure, type Round } from './round';

const CASES_PER_ROUND = 150;

/** `warmUp` rounds in front are not counted: a worker of a run has run ten thousand cases before long, compiled code that is. */
export type Rounds = { readonly rounds: number; readonly warmUp: number };

const ratiosOf = (rounds: readonly Round[]): readonly number[] => rounds.map(({ run, bare }) => run / bare);

/** The range that holds the middle half of the values. */
const spread = (values: readonly number[]): string => {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (part: number): string => (sorted[Math.floor(part * (sorted.length - 1))] ?? 0).toFixed(2);
  return `half of the rounds ${at(0.25)} to ${at(0.75)}, all ${at(0)} to ${at(1)}`;
};

const line = ({ name }: Mix, rounds: readonly Round[], goal: number | null): string => {
  const ratios = ratiosOf(rounds);
  const ratio = median(ratios);
  const perTransaction = median(rounds.map(({ run, transactions }) => run / transactions));
  const bare = median(rounds.map((round) => round.bare / round.transactions));
  const verdict = goal === null ? 'no goal' : `${ratio <= goal ? 'within' : 'ABOVE'} ${goal.toFixed(1)}`;
  return `${name.padEnd(16)} ${ratio.toFixed(2)} x bare replay (${verdict})   ${perTransaction.toFixed(3)} ms a transaction, bare ${bare.toFixed(3)} ms; ${spread(ratios)}`;
};

/** Prints a line for each mix; returns how many are above their goal. */
export async function replayBench(subject: Subject, { rounds: count, warmUp }: Rounds): Promise<number> {
  let above = 0;
  for (const mix of MIXES) {
    const work = { claim: mix.claim, cases: CASES_PER_ROUND };
    for (let round = 0; round < warmUp; round += 1) await measure(subject, { ...work, seed: -round });
    const rounds: Round[] = [];
    for (let seed = 1; seed <= count; seed += 1) rounds.push(await measure(subject, { ...work, seed }));
    const goal = mix.goals?.[subject.runtime] ?? null;
    console.log(line(mix, rounds, goal));
    if (goal !== null && median(ratiosOf(rounds)) > goal) above += 1;
  }
  return above;
}
