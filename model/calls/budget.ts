// Whether a call graph's compute budget is surely too small, surely enough, or neither.
import { countCalls, DEFAULT_UNITS, UNITS_ENOUGH_PER_CPI, UNITS_PER_CPI } from '../../spec/call';
import type { PlannedTransaction } from '../../spec/plan';

const needsAtMost = ({ instructions }: PlannedTransaction): bigint =>
  instructions.reduce(
    (sum, item) => sum + UNITS_ENOUGH_PER_CPI * BigInt(item.kind === 'call' ? 1 + countCalls(item.steps) : 1),
    0n,
  );

/** `calls` is the number of CPIs that are made. */
export function budgetOf(transaction: PlannedTransaction, calls: number): 'short' | 'enough' | 'open' {
  const { computeUnitLimit, instructions } = transaction;
  const limit =
    computeUnitLimit === null ? DEFAULT_UNITS * BigInt(instructions.length) : BigInt(computeUnitLimit);
  if (limit < UNITS_PER_CPI * BigInt(calls)) return 'short';
  return limit >= needsAtMost(transaction) ? 'enough' : 'open';
}
