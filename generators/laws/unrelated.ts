// Changes in what the documents do not speak of: transfers, place in the transaction, slot, payers, compute budget.
import { COMPUTE_UNITS } from '../invocation';
import fc from 'fast-check';
import type { Plan, PlannedTransaction, Transfer } from '../../spec/plan';
import { PAYER_COUNT, type KeyRole } from '../../spec/world';
import type { Generated } from '../breaking';
import type { Fences } from '../settings';
import { anyPlan, changed } from './any-plan';
import { rotated } from './names';
import { eachTransaction, roads } from './roads';

const transfer: fc.Arbitrary<Transfer> = fc.nat(1000).map((lamports) => ({
  kind: 'transfer',
  from: 'wallet:2',
  to: 'wallet:3',
  lamports: BigInt(lamports),
}));
const transfers = fc.array(transfer, { minLength: 1, maxLength: 3 });

const alone = (feePayer: KeyRole, items: readonly Transfer[]): PlannedTransaction => ({
  feePayer,
  computeUnitLimit: null,
  computeUnitPrice: null,
  instructions: items,
});

/** Behind every transaction's invocations, or in transactions in front of, or behind, all others. */
export const unrelatedTransfers = (fences: Fences): fc.Arbitrary<Generated> =>
  changed(
    fences,
    fc
      .tuple(transfers, fc.constantFrom('behind', 'first', 'last'))
      .map(([items, place]) => (plan: Plan): Plan => {
        if (place === 'behind')
          return eachTransaction(plan, (t) => ({ ...t, instructions: [...t.instructions, ...items] }));
        const own = alone('payer:3', items);
        const { transactions } = plan;
        return { ...plan, transactions: place === 'first' ? [own, ...transactions] : [...transactions, own] };
      }),
  );

/** In front of one of a transaction's instructions, so that this one and those behind it come later. */
export const positionInTransaction = (fences: Fences): fc.Arbitrary<Generated> =>
  changed(
    fences,
    fc.tuple(transfers, fc.nat(2)).map(
      ([items, place]) =>
        (plan) =>
          eachTransaction(plan, (t) => {
            const at = place % t.instructions.length;
            return {
              ...t,
              instructions: [...t.instructions.slice(0, at), ...items, ...t.instructions.slice(at)],
            };
          }),
    ),
  );

const paidBy = (key: KeyRole, by: number): KeyRole =>
  `payer:${rotated(by, PAYER_COUNT)(Number(key.slice('payer:'.length)))}`;

/** Somebody else pays for each transaction; slot 0 is as before. */
export const anotherPayer = (fences: Fences): fc.Arbitrary<Generated> =>
  changed(
    fences,
    fc
      .integer({ min: 1, max: PAYER_COUNT - 1 })
      .map((by) => (plan) => eachTransaction(plan, (t) => ({ ...t, feePayer: paidBy(t.feePayer, by) }))),
  );

const budget = fc.record({
  limit: fc.constantFrom(null, COMPUTE_UNITS, COMPUTE_UNITS - 1, COMPUTE_UNITS - 100_000),
  price: fc.constantFrom(1n, 7n, 1000n),
});

/** A price in every transaction, and in most a limit. */
export const computeBudget = (fences: Fences): fc.Arbitrary<Generated> =>
  changed(
    fences,
    budget.map(
      ({ limit, price }) =>
        (plan) =>
          eachTransaction(plan, (t) => ({
            ...t,
            computeUnitLimit: limit ?? t.computeUnitLimit,
            computeUnitPrice: t.computeUnitPrice === price ? price + 1n : price,
          })),
    ),
  );

/** The same plan twice: the law runs the second at another slot. */
export const otherSlot = (fences: Fences): fc.Arbitrary<Generated> =>
  anyPlan(fences).map(({ plan, fenced }) => roads(plan, plan, fenced));
