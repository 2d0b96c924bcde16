// Takes transactions, instructions and entries out of a plan, and joins transactions that one payer pays for.
import type { InvokeData, Plan, PlannedTransaction } from '../../spec/plan';
import { eachInvocation, eachTransaction, instructionsOf, ranges, without, type Edit } from './edit';

export const cutTransactions =
  (size: number) =>
  (plan: Plan): readonly Edit[] =>
    ranges(plan.transactions.length, size).map((range) => (before) => ({
      ...before,
      transactions: without(before.transactions, range),
    }));

/** Positions count over the whole plan; a transaction that loses all instructions goes too. */
export const cutInstructions =
  (size: number) =>
  (plan: Plan): readonly Edit[] =>
    ranges(instructionsOf(plan).length, size).map(({ from, to }) => (before) => {
      let position = 0;
      const stays = (): boolean => {
        const at = position++;
        return at < from || at >= to;
      };
      return eachTransaction((t) => ({ ...t, instructions: t.instructions.filter(stays) }))(before);
    });

export const cutAccountsBefore = (plan: Plan): readonly Edit[] =>
  ranges(plan.accounts.length, 1).map((range) => (before) => ({
    ...before,
    accounts: without(before.accounts, range),
  }));

type ListName = 'newAddresses' | 'inputs' | 'outputs' | 'readOnlyAddresses' | 'readOnlyAccounts';
const LISTS: readonly ListName[] = [
  'readOnlyAccounts',
  'readOnlyAddresses',
  'newAddresses',
  'inputs',
  'outputs',
];

const lengthAt = (plan: Plan, position: number, list: ListName): number => {
  const item = instructionsOf(plan)[position];
  return item?.kind === 'invocation' ? item.data[list].length : 0;
};

const cutList = (data: InvokeData, list: ListName, range: Parameters<typeof without>[1]): InvokeData => ({
  ...data,
  [list]: without<unknown>(data[list], range),
});

export const cutEntries =
  (size: number) =>
  (plan: Plan): readonly Edit[] =>
    instructionsOf(plan).flatMap((_, position) =>
      LISTS.flatMap((list) =>
        ranges(lengthAt(plan, position, list), size).map((range) =>
          eachInvocation((item, at) =>
            at === position ? { ...item, data: cutList(item.data, list, range) } : item,
          ),
        ),
      ),
    );

const joined = (first: PlannedTransaction, second: PlannedTransaction): PlannedTransaction => ({
  ...first,
  instructions: [...first.instructions, ...second.instructions],
});

const mergeAt =
  (index: number): Edit =>
  (plan) => {
    const [first, second] = plan.transactions.slice(index, index + 2);
    if (first === undefined || second?.feePayer !== first.feePayer) return plan;
    const { transactions } = plan;
    return {
      ...plan,
      transactions: [
        ...transactions.slice(0, index),
        joined(first, second),
        ...transactions.slice(index + 2),
      ],
    };
  };

/** Each pair of neighbours with one fee payer as one transaction. */
export const mergeTransactions = (plan: Plan): readonly Edit[] =>
  plan.transactions.slice(1).map((_, index) => mergeAt(index));
