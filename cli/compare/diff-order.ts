// The part of `diff` that breaks two rules at once on both builds: which error wins, and where that changed.
import {
  aloneChanges,
  candidatesOf,
  decidedIn,
  isReordered,
  undecidedIn,
  type Candidate,
} from '../../report/compare/order';
import { fileStem } from '../../report/file-names';
import { plural } from '../../report/terminal/text';
import { showLine } from '../progress';
import { writePairWitness } from '../../report/precedence/witness';
import type {
  OrderChange,
  OrderComparison,
  OrderSight,
  OrderTold,
  ShownOrderChange,
} from '../../spec/comparison';
import type { Pair, PairPlans, PairResult, PairWitness, Unusable, Winner } from '../../spec/precedence';
import type { Both, Side } from './both';

export type OrderOptions = { readonly pairs: readonly Pair[]; readonly cases: number };

/** A change with its case. */
type Found = OrderChange & { readonly plans: PairPlans };
export type ComparedOrder = {
  readonly order: OrderComparison;
  readonly files: ReadonlyMap<string, string>;
};

/** Small enough for a worker to answer before it counts as hanging. */
const PART = 24;

type Results = { readonly before: readonly PairResult[]; readonly after: readonly PairResult[] };

async function runAll(both: Both, { pairs, cases }: OrderOptions): Promise<Results> {
  const [before, after]: [PairResult[], PairResult[]] = [[], []];
  let at = 0;
  const stop = showLine(process.stderr, () => `${at} of ${plural(pairs.length, 'pair')} of rules`);
  try {
    for (; at < pairs.length; at += PART) {
      const part = await both.pairs({ pairs: pairs.slice(at, at + PART), cases });
      before.push(...part.before);
      after.push(...part.after);
    }
    return { before, after };
  } finally {
    stop();
  }
}

const WINNERS: ReadonlySet<string> = new Set<Winner>(['first', 'second', 'neither', 'same']);
const isTold = (winner: Winner | Unusable): winner is Winner => WINNERS.has(winner);

const otherThan = (side: Side): Side => (side === 'before' ? 'after' : 'before');

/**
 * The candidate of one build on the other: a change if each rule alone still raises the same there; why it says nothing
 * there, if it does not.
 */
async function changeFrom(
  both: Both,
  { sight, ...one }: Candidate,
  seenOn: Side,
): Promise<Found | Unusable | null> {
  const { winner, outcomes } = await both.pairOn(otherThan(seenOn), one);
  if (!isTold(winner)) return winner;
  if (outcomes === null || !isReordered(sight.outcomes, outcomes)) return null;
  const other: OrderSight = { winner, outcomes };
  const [before, after] = seenOn === 'before' ? [sight, other] : [other, sight];
  return { ...one, before, after };
}

const keyOf = ({ first, second, scenario, before, after }: OrderChange): string =>
  JSON.stringify([first, second, scenario, before.outcomes, after.outcomes]);

type Lost = Partial<Record<Unusable, number>>;
type Changes = { readonly found: readonly Found[]; readonly lost: Readonly<Record<Side, Lost>> };

/** Each once: what is new on the second build, then what only the first one did. */
async function changesOf(both: Both, { before, after }: Results): Promise<Changes> {
  const found = new Map<string, Found>();
  const lost: Record<Side, Lost> = { before: {}, after: {} };
  const look = async (candidates: readonly Candidate[], seenOn: Side): Promise<void> => {
    for (const candidate of candidates) {
      const change = await changeFrom(both, candidate, seenOn);
      const there = lost[otherThan(seenOn)];
      if (typeof change === 'string') there[change] = (there[change] ?? 0) + 1;
      else if (change !== null && !found.has(keyOf(change))) found.set(keyOf(change), change);
    }
  };
  await look(candidatesOf(after, before), 'after');
  await look(candidatesOf(before, after), 'before');
  return { found: [...found.values()], lost };
}

const pathOf = ({ first, second }: Pair, at: number): string =>
  `witnesses/diff/order-${String(at + 1).padStart(3, '0')}--${fileStem(first)}--${fileStem(second)}.json`;

/** As the second build does it; `replay` shows it on either. */
const witnessOf = (found: Found, programs: PairWitness['programs']): PairWitness => {
  const { first, second, scenario, after, plans } = found;
  return { formatVersion: 1, kind: 'pair', first, second, scenario, ...after, programs, plans };
};

const toldOf = (results: readonly PairResult[], lost: Lost): OrderTold => ({
  decided: decidedIn(results),
  undecided: undecidedIn(results),
  lost,
});

/** Runs the pairs on both builds; every change has a witness. */
export async function compareOrder(both: Both, options: OrderOptions): Promise<ComparedOrder> {
  const results = await runAll(both, options);
  const files = new Map<string, string>();
  const changes: ShownOrderChange[] = [];
  const { found: all, lost } = await changesOf(both, results);
  for (const [at, found] of all.entries()) {
    const witness = pathOf(found, at);
    files.set(witness, writePairWitness(witnessOf(found, both.programs.after)));
    const { first, second, scenario, before, after } = found;
    changes.push({ first, second, scenario, before, after, witness });
  }
  const { pairs, cases } = options;
  const [before, after] = [toldOf(results.before, lost.before), toldOf(results.after, lost.after)];
  return {
    order: {
      ...{ pairs: pairs.length, cases, executed: after.decided, before, after, changes },
      alone: aloneChanges(results.before, results.after),
    },
    files,
  };
}
