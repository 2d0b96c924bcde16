// Who pays what to whom besides SOL that is compressed: observed, since no document says it.
import type { WorldFacts } from '../spec/facts';
import { isV1, type KeyRole } from '../spec/world';
import { summed } from './sums';
import { slot, type View } from './view';

type Lamports = ReadonlyMap<KeyRole, bigint>;

const keyAt = ({ remaining }: View, index: number): KeyRole | undefined => remaining[index]?.key;

/** Every output pays the rollover fee of what it is appended to. */
const rolloverFees = (view: View, { feesOf }: WorldFacts): readonly Lamports[] =>
  view.combined.outputs.flatMap(({ treeIndex }) => {
    const key = keyAt(view, treeIndex);
    return key === undefined ? [] : [new Map([[key, feesOf(key).rollover]])];
  });

/** One network fee for each execution: to the first v2 queue that takes an output, else to the first tree of an input. */
const networkFee = (view: View, { feesOf }: WorldFacts): Lamports => {
  const { outputs, inputs } = view.combined;
  const queues = outputs.map(({ treeIndex }) => keyAt(view, treeIndex));
  const trees = inputs.map(({ treeIndex }) => keyAt(view, treeIndex));
  const key = [...queues, ...trees].find((found) => found !== undefined && !isV1(found));
  return key === undefined ? new Map() : new Map([[key, feesOf(key).network]]);
};

const paidBy = (payer: KeyRole | undefined, fees: Lamports): Lamports => {
  const total = [...fees.values()].reduce((sum, fee) => sum + fee, 0n);
  return payer === undefined ? new Map() : new Map([[payer, -total]]);
};

/** What an execution moves from its fee payer to trees and queues. */
export const feesMoved = (view: View, facts: WorldFacts): Lamports => {
  const fees = summed(...rolloverFees(view, facts), networkFee(view, facts));
  return summed(fees, paidBy(slot(view, 'fee_payer')?.key, fees));
};
