// Small hand-made roads for the tests of the relation between two roads.
import type { Comparison } from '../../spec/law';
import type { TransactionOutcome, WorldAfter } from '../../spec/outcome';
import type { Plan, PlannedInstruction } from '../../spec/plan';
import { compareRoads } from '../relation';
import type { Road } from '../road';
import { after as worldAfter } from './outcomes';
import { INVOCATION } from './samples';

export const outcome = (
  after: Partial<WorldAfter> = {},
  rest: Partial<TransactionOutcome> = {},
): TransactionOutcome => ({
  raised: null,
  failedAt: null,
  after: worldAfter(after),
  ...rest,
});
export const rejected = (code: number, failedAt = 0): TransactionOutcome =>
  outcome({}, { raised: { program: 'light-system', code, error: 'Custom', panicked: false }, failedAt });

export const transaction = (
  ...instructions: readonly PlannedInstruction[]
): Plan['transactions'][number] => ({
  feePayer: 'payer:0',
  computeUnitLimit: null,
  computeUnitPrice: null,
  instructions,
});
/** A road of transactions with one invocation each. */
export const road = (...outcomes: readonly TransactionOutcome[]): Road => ({
  plan: { accounts: [], transactions: outcomes.map(() => transaction(INVOCATION)) },
  observation: { transactions: outcomes },
});
/** In what the second road differs first. */
export const what = (first: Road, second: Road, comparison: Comparison = {}): string | undefined =>
  compareRoads(first, second, comparison)?.what;
