// Cases a second on both runtimes, on the same plans, in turn in one process; what large trees cost; and the runtimes alone.
import { claimById } from '../suites/claims';
import { MIXES, type Mix } from './mixes';
import { median, type Subject } from './open';
import type { Rounds } from './replay';
import { measure, type Round } from './round';

const CASES_PER_ROUND = 150;
const LARGE_CASES = 20;
/** LiteSVM is meant to run at least so many times bankrun's cases a second, where accounts are small. */
const GOAL = 2;

type Kind = Pick<Mix, 'name' | 'claim'> & { readonly cases: number };

function kinds(): readonly Kind[] {
  const large = claimById('effects/v1-root');
  const small = MIXES.map(({ name, claim }) => ({ name, claim, cases: CASES_PER_ROUND }));
  return large === undefined ? small : [...small, { name: '1.3 MB trees', claim: large, cases: LARGE_CASES }];
}

const perSecond = (cases: number, times: readonly number[]): number => (1000 * cases) / median(times);

type Both = readonly [Round, Round];

const ratioOf = (rounds: readonly Both[]): number =>
  median(rounds.map(([first, second]) => first.run / second.run));

const times = (ratio: number): string => `${ratio.toFixed(2)} times as many`;

const goalText = (ratio: number, { cases }: Kind): string => {
  if (cases === LARGE_CASES) return 'no goal';
  return `${ratio >= GOAL ? 'reaches' : 'BELOW'} ${GOAL}`;
};

/** The runtimes alone are the bound: what the programs compute takes both nearly the same time. */
function line(kind: Kind, rounds: readonly Both[]): string {
  const ratio = ratioOf(rounds);
  const bare = median(rounds.map(([first, second]) => first.bare / second.bare));
  const [first, second] = ([0, 1] as const).map((at) =>
    perSecond(
      kind.cases,
      rounds.map((both) => both[at].run),
    ).toFixed(0),
  );
  return `${kind.name.padEnd(16)} bankrun ${first}, LiteSVM ${second} cases a second: ${times(ratio)} (${goalText(ratio, kind)}); bare replay alone: ${times(bare)}`;
}

/** Prints a line for each kind of plan; returns how many are below the goal. */
export async function speedBench(
  [bankrun, litesvm]: readonly [Subject, Subject],
  { rounds, warmUp }: Rounds,
): Promise<number> {
  let below = 0;
  for (const kind of kinds()) {
    const counted: Both[] = [];
    for (let seed = 1 - warmUp; seed <= rounds; seed += 1) {
      const work = { ...kind, seed };
      const both: Both = [await measure(bankrun, work), await measure(litesvm, work)];
      if (seed > 0) counted.push(both);
    }
    console.log(line(kind, counted));
    if (kind.cases !== LARGE_CASES && ratioOf(counted) < GOAL) below += 1;
  }
  return below;
}
