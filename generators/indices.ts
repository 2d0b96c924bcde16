// Keeps indices inside of a byte after several edits have cut and shuffled the same account list.
import type { Invocation, InvokeData, Plan, PlannedTransaction } from '../spec/plan';

const LARGEST = 255;
const byte = (index: number): number => Math.min(LARGEST, Math.max(0, index));

const isOutside = (index: number): boolean => byte(index) !== index;

const hasOutside = ({ inputs, outputs, newAddresses, ...reads }: InvokeData): boolean =>
  reads.readOnlyAddresses.some(({ treeIndex }) => isOutside(treeIndex)) ||
  reads.readOnlyAccounts.some((a) => isOutside(a.treeIndex) || isOutside(a.queueIndex)) ||
  outputs.some(({ treeIndex }) => isOutside(treeIndex)) ||
  inputs.some(({ treeIndex, queueIndex }) => isOutside(treeIndex) || isOutside(queueIndex)) ||
  newAddresses.some(({ treeIndex, queueIndex }) => isOutside(treeIndex) || isOutside(queueIndex));

const kept = (data: InvokeData): InvokeData => ({
  ...data,
  inputs: data.inputs.map((i) => ({ ...i, treeIndex: byte(i.treeIndex), queueIndex: byte(i.queueIndex) })),
  outputs: data.outputs.map((o) => ({ ...o, treeIndex: byte(o.treeIndex) })),
  newAddresses: data.newAddresses.map((a) => ({
    ...a,
    treeIndex: byte(a.treeIndex),
    queueIndex: byte(a.queueIndex),
  })),
  readOnlyAddresses: data.readOnlyAddresses.map((a) => ({ ...a, treeIndex: byte(a.treeIndex) })),
  readOnlyAccounts: data.readOnlyAccounts.map((a) => ({
    ...a,
    treeIndex: byte(a.treeIndex),
    queueIndex: byte(a.queueIndex),
  })),
});

const keepsAll = ({ instructions }: PlannedTransaction): boolean =>
  instructions.every((item) => item.kind !== 'invocation' || !hasOutside(item.data));

const keepIn = (invocation: Invocation): Invocation =>
  hasOutside(invocation.data) ? { ...invocation, data: kept(invocation.data) } : invocation;

/** The plan with every index into the remaining accounts between 0 and 255. */
export const withByteIndices = (plan: Plan): Plan => {
  if (plan.transactions.every(keepsAll)) return plan;
  const transactions = plan.transactions.map((transaction) => ({
    ...transaction,
    instructions: transaction.instructions.map((item) => (item.kind === 'invocation' ? keepIn(item) : item)),
  }));
  return { ...plan, transactions };
};
