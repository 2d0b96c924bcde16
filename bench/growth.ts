// Cost per case as the number of cases grows, cost per transaction as plans grow, and memory.
import fc from 'fast-check';
import type { Plan, PlannedTransaction } from '../spec/plan';
import { claimById } from '../suites/claims';
import { MIXES } from './mixes';
import { ALL_FENCES, median, type Subject } from './open';
import { inFull } from './round';

const NUMBERS = [100, 1000, 10_000, 100_000];
/** Few cases are run so many times, until they are as many as these; the median counts. */
const AT_LEAST = 3000;
const WARM_UP = 1500;
/** Lengths of plans; each divides the transactions of a round. */
const TRANSACTIONS = [1, 2, 4, 8, 16];
const TRANSACTIONS_A_ROUND = 192;
const ROUNDS = 7;

const megabytes = (): string => `${Math.round(process.memoryUsage().rss / 1e6)} MB`;

/** Prints a line for each number of cases up to `most`. */
export async function casesBench(subject: Subject, most: number): Promise<void> {
  const [, mixed] = MIXES;
  if (mixed === undefined) return;
  await inFull(subject, { claim: mixed.claim, seed: 0, cases: WARM_UP });
  for (const cases of NUMBERS.filter((number) => number <= most)) {
    const walls: number[] = [];
    for (let seed = 1; walls.length * cases < AT_LEAST; seed += 1)
      walls.push(await inFull(subject, { claim: mixed.claim, seed, cases }));
    console.log(
      `${String(cases).padStart(7)} cases   ${(median(walls) / cases).toFixed(3)} ms a case, ${megabytes()}`,
    );
  }
}

/** A transaction that any number of plans can repeat: it only adds outputs. */
function repeatable(): PlannedTransaction {
  const cases = claimById('effects/outputs-created')?.cases(ALL_FENCES);
  const found = cases && fc.sample(cases, { seed: 1, numRuns: 200 }).find(({ plan }) => isRepeatable(plan));
  const [transaction] = found?.plan.transactions ?? [];
  if (transaction === undefined) throw new Error('No plan can be repeated: no figures.');
  return transaction;
}

const isRepeatable = ({ accounts, transactions }: Plan): boolean =>
  accounts.length === 0 &&
  transactions.length === 1 &&
  transactions.every(({ instructions }) =>
    instructions.every(
      (one) => one.kind === 'invocation' && one.data.inputs.length === 0 && one.data.cpiContext === null,
    ),
  );

const plansOf = (transaction: PlannedTransaction, length: number): readonly Plan[] => {
  const plan: Plan = { accounts: [], transactions: Array.from({ length }, () => transaction) };
  return Array.from({ length: TRANSACTIONS_A_ROUND / length }, () => plan);
};

/** Prints a line for each length of plans, in transactions; rounds of each length in turn. */
export async function plansBench({ backend }: Subject): Promise<void> {
  const transaction = repeatable();
  const times = new Map<number, number[]>(TRANSACTIONS.map((length) => [length, []]));
  for (let round = 0; round <= ROUNDS; round += 1)
    for (const [length, all] of times) {
      const plans = plansOf(transaction, length);
      const start = performance.now();
      await backend.runAll(plans);
      if (round > 0) all.push((performance.now() - start) / TRANSACTIONS_A_ROUND);
    }
  for (const [length, all] of times)
    console.log(
      `${String(length).padStart(7)} transactions a plan   ${median(all).toFixed(3)} ms a transaction, ${megabytes()}`,
    );
}
