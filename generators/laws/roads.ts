// What the generators of laws share: two roads as a case, and changes of whole plans.
import { PER_TRANSACTION } from '../scenarios/context';
import { COMPUTE_UNITS } from '../invocation';
import type { Invocation, Plan, PlannedInstruction, PlannedTransaction } from '../../spec/plan';
import type { Generated } from '../breaking';

/** The first road, and the second that must leave the same. */
export const roads = (first: Plan, second: Plan, fenced: readonly string[] = []): Generated => ({
  twin: first,
  plan: second,
  fenced,
});

export const planOf = (transactions: readonly PlannedTransaction[]): Plan => ({ accounts: [], transactions });

export const eachTransaction = (
  plan: Plan,
  change: (transaction: PlannedTransaction, index: number) => PlannedTransaction,
): Plan => ({ ...plan, transactions: plan.transactions.map(change) });

export const eachInvocation = (plan: Plan, change: (invocation: Invocation) => Invocation): Plan =>
  eachTransaction(plan, (transaction) => ({
    ...transaction,
    instructions: transaction.instructions.map((item): PlannedInstruction =>
      item.kind === 'invocation' ? change(item) : item,
    ),
  }));

export const invocationsOf = ({ transactions }: Plan): readonly Invocation[] =>
  transactions.flatMap(({ instructions }) =>
    instructions.flatMap((item) => (item.kind === 'invocation' ? [item] : [])),
  );

const joins = (before: PlannedTransaction, next: PlannedTransaction): boolean =>
  before.instructions.length + next.instructions.length <= PER_TRANSACTION &&
  before.feePayer === next.feePayer &&
  before.computeUnitLimit === next.computeUnitLimit &&
  before.computeUnitPrice === next.computeUnitPrice;

/** In as few transactions as its payers and the packet allow, since each of them costs time. */
export const joined = (plan: Plan): Plan => {
  const transactions: PlannedTransaction[] = [];
  for (const next of plan.transactions) {
    const before = transactions.at(-1);
    if (before === undefined || !joins(before, next)) transactions.push(next);
    else
      transactions[transactions.length - 1] = {
        ...before,
        instructions: [...before.instructions, ...next.instructions],
      };
  }
  return { ...plan, transactions };
};

/** With all the compute units there are, so that a road of fewer transactions does not run out of them. */
export const withComputeUnits = (plan: Plan): Plan =>
  eachTransaction(plan, (transaction) => ({ ...transaction, computeUnitLimit: COMPUTE_UNITS }));
