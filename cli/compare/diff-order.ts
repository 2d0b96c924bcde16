// The part of `diff` that breaks two rules at once on both builds: which error wins, and where that changed.
import { candidatesOf, decidedIn, isReordered, type Candidate } from '../../report/compare/order';
import { fileStem } from '../../report/file-names';
import { writePairWitness } from '../../report/precedence/witness';
import type { OrderChange, OrderComparison, OrderSight, ShownOrderChange } from '../../spec/comparison';
import type { Pair, PairPlans, PairResult, PairWitness } from '../../spec/precedence';
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
  for (let at = 0; at < pairs.length; at += PART) {
    if (process.stderr.isTTY) process.stderr.write(`\r\u001b[2K${at} of ${pairs.length} pairs`);
    const part = await both.pairs({ pairs: pairs.slice(at, at + PART), cases });
    before.push(...part.before);
    after.push(...part.after);
  }
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[2K');
  return { before, after };
}

/** The candidate of one build on the other: a change if each rule alone still raises the same there. */
async function changeFrom(both: Both, { sight, ...one }: Candidate, seenOn: Side): Promise<Found | null> {
  const otherSide = seenOn === 'before' ? 'after' : 'before';
  const { winner, outcomes } = await both.pairOn(otherSide, one);
  const isTold = winner === 'first' || winner === 'second' || winner === 'neither' || winner === 'same';
  if (!isTold || outcomes === null || !isReordered(sight.outcomes, outcomes)) return null;
  const other: OrderSight = { winner, outcomes };
  const [before, after] = seenOn === 'before' ? [sight, other] : [other, sight];
  return { ...one, before, after };
}

const keyOf = ({ first, second, scenario, before, after }: OrderChange): string =>
  JSON.stringify([first, second, scenario, before.outcomes, after.outcomes]);

/** Each once: what is new on the second build, then what only the first one did. */
async function changesOf(both: Both, { before, after }: Results): Promise<readonly Found[]> {
  const found = new Map<string, Found>();
  const look = async (candidates: readonly Candidate[], seenOn: Side): Promise<void> => {
    for (const candidate of candidates) {
      const change = await changeFrom(both, candidate, seenOn);
      if (change !== null && !found.has(keyOf(change))) found.set(keyOf(change), change);
    }
  };
  await look(candidatesOf(after, before), 'after');
  await look(candidatesOf(before, after), 'before');
  return [...found.values()];
}

const pathOf = ({ first, second }: Pair, at: number): string =>
  `witnesses/diff/order-${String(at + 1).padStart(3, '0')}--${fileStem(first)}--${fileStem(second)}.json`;

/** As the second build does it; `replay` shows it on either. */
const witnessOf = (found: Found, programs: PairWitness['programs']): PairWitness => {
  const { first, second, scenario, after, plans } = found;
  return { formatVersion: 1, kind: 'pair', first, second, scenario, ...after, programs, plans };
};

/** Runs the pairs on both builds; every change has a witness. */
export async function compareOrder(both: Both, options: OrderOptions): Promise<ComparedOrder> {
  const results = await runAll(both, options);
  const files = new Map<string, string>();
  const changes: ShownOrderChange[] = [];
  for (const [at, found] of (await changesOf(both, results)).entries()) {
    const witness = pathOf(found, at);
    files.set(witness, writePairWitness(witnessOf(found, both.programs.after)));
    const { first, second, scenario, before, after } = found;
    changes.push({ first, second, scenario, before, after, witness });
  }
  const { pairs, cases } = options;
  const executed = decidedIn(results.after);
  return { order: { pairs: pairs.length, cases, executed, changes }, files };
}
