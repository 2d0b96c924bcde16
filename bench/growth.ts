// Cost per case as the number of cases grows, cost per transaction as plans grow, and memory.
import fc from 'fast-check';
import type { Plan, PlannedTransaction } from '../spec/plan';
import { claimById } from '../suites/claims';
import { MIXES } from './mixes';
import { ALL_FENCES, type Subject } from './open';
import { inFull } from './round';

const NUMBERS = [100, 1000, 10_000, 100_000];
const TRANSACTIONS = [1, 2, 4, 8, 16];
const PLANS = 200;

const megabytes = (): string => `${Math.round(process.memoryUsage().rss / 1e6)} MB`;

/** Prints a line for each number of cases up to `most`. */
export async function casesBench(subject: Subject, most: number): Promise<void> {
  const [, mixed] = MIXES;
  if (mixed === undefined) return;
  for (const cases of NUMBERS.filter((number) => number <= most)) {
    const wall = await inFull(subject, { claim: mixed.claim, seed: cases, cases });
    console.log(
      `${String(cases).padStart(7)} cases   ${(wall / cases).toFixed(3)} ms a case, ${megabytes()}`,
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

/** Prints a line for each length of plans, in transactions. */
export async function plansBench({ backend }: Subject): Promise<void> {
  const transaction = repeatable();
  for (const length of TRANSACTIONS) {
    const plan: Plan = { accounts: [], transactions: Array.from({ length }, () => transaction) };
    const plans = Array.from({ length: PLANS / length }, () => plan);
    await backend.runAll(plans);
    const start = performance.now();
    await backend.runAll(plans);
    const each = (performance.now() - start) / (plans.length * length);
    console.log(
      `${String(length).padStart(7)} transactions a plan   ${each.toFixed(3)} ms a transaction, ${megabytes()}`,
    );
  }
}
