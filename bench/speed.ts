// Cases a second on both runtimes, on the same plans, in turn in one process; and what large trees cost.
import { claimById } from '../suites/claims';
import { MIXES, type Mix } from './mixes';
import { median, type Subject } from './open';
import type { Rounds } from './replay';
import { inFull } from './round';

const CASES_PER_ROUND = 150;
const LARGE_CASES = 20;
/** The issue's: LiteSVM runs at least so many times bankrun's cases a second. */
const GOAL = 2;

type Kind = Pick<Mix, 'name' | 'claim'> & { readonly cases: number };

function kinds(): readonly Kind[] {
  const large = claimById('effects/v1-root');
  const small = MIXES.map(({ name, claim }) => ({ name, claim, cases: CASES_PER_ROUND }));
  return large === undefined ? small : [...small, { name: '1.3 MB trees', claim: large, cases: LARGE_CASES }];
}

const perSecond = (cases: number, times: readonly number[]): number => (1000 * cases) / median(times);

/** Prints a line for each kind of plan. */
export async function speedBench(
  subjects: readonly [Subject, Subject],
  { rounds, warmUp }: Rounds,
): Promise<void> {
  for (const { name, claim, cases } of kinds()) {
    const times: [number[], number[]] = [[], []];
    for (let seed = 1 - warmUp; seed <= rounds; seed += 1)
      for (const at of [0, 1] as const) {
        const wall = await inFull(subjects[at], { claim, seed, cases });
        if (seed > 0) times[at].push(wall);
      }
    const ratio = median(times[0].map((wall, at) => wall / (times[1][at] ?? 1)));
    const [first, second] = [perSecond(cases, times[0]), perSecond(cases, times[1])];
    const goal = cases === LARGE_CASES ? 'no goal' : `goal ${GOAL}`;
    console.log(
      `${name.padEnd(16)} bankrun ${first.toFixed(0)}, LiteSVM ${second.toFixed(0)} cases a second: ${ratio.toFixed(2)} times as many (${goal})`,
    );
  }
}
