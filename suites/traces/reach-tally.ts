// Adds up what plans reached in the compiled program.
import type { Reach } from '../../harness/trace/reach';
import type { Observation } from '../../spec/outcome';
import type { ClaimReach, Raise } from '../../spec/reach';

type RaiseCount = { -readonly [K in keyof Raise]: Raise[K] };

export type ReachTally = {
  readonly pcs: Set<number>;
  readonly edges: Set<number>;
  readonly raised: Map<string, RaiseCount>;
  plans: number;
};

export const newReachTally = (): ReachTally => ({
  pcs: new Set(),
  edges: new Set(),
  raised: new Map(),
  plans: 0,
});

const endedWith = (code: number, { transactions }: Observation): boolean =>
  transactions.some(({ raised }) => raised?.program === 'light-system' && raised.code === code);

/** Counts a plan; a place that it passes several times counts once. */
export function countReach(tally: ReachTally, reach: Reach, observation: Observation): void {
  tally.plans += 1;
  reach.pcs.forEach((pc) => tally.pcs.add(pc));
  reach.edges.forEach((edge) => tally.edges.add(edge));
  const once = new Map(reach.raised.map((site) => [`${site.pc}:${site.call}:${site.code}`, site]));
  for (const [key, site] of once) {
    const count = tally.raised.get(key) ?? { ...site, plans: 0, refused: 0 };
    count.plans += 1;
    if (endedWith(site.code, observation)) count.refused += 1;
    tally.raised.set(key, count);
  }
}

const ascending = (numbers: Iterable<number>): number[] => [...numbers].sort((a, b) => a - b);

/** What a claim's plans reached, as plain data. */
export const claimReach = (claim: string, tally: ReachTally): ClaimReach => ({
  claim,
  plans: tally.plans,
  pcs: ascending(tally.pcs),
  edges: ascending(tally.edges),
  raised: [...tally.raised.values()].sort((a, b) => a.pc - b.pc || a.call - b.call || a.code - b.code),
});
