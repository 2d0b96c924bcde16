// Who pays what to whom besides SOL that is compressed: observed, since no document says it.
import type { WorldFacts } from '../spec/facts';
import { isV1, type KeyRole } from '../spec/world';
import { summed } from './sums';
import { slot, type View } from './view';

type Lamports = ReadonlyMap<KeyRole, bigint>;

const keyAt = ({ remaining }: View, index: number): KeyRole | undefined => remaining[index]?.key;

/** Every output pays the rollover fee of what it is appended to. */
const rolloverFees = (view: View, { feesOf }: WorldFacts): Lamports => {
  const fees = new Map<KeyRole, bigint>();
  for (const { treeIndex } of view.combined.outputs) {
    const key = keyAt(view, treeIndex);
    if (key !== undefined) fees.set(key, (fees.get(key) ?? 0n) + feesOf(key).rollover);
  }
  return fees;
};

/** The first v2 account that entries name. */
const firstV2 = (view: View, entries: readonly { readonly treeIndex: number }[]): KeyRole | undefined => {
  for (const { treeIndex } of entries) {
    const key = keyAt(view, treeIndex);
    if (key !== undefined && !isV1(key)) return key;
  }
  return undefined;
};

/** One network fee for each execution: to the first v2 queue that takes an output, else to the first tree of an input. */
const networkFee = (view: View, { feesOf }: WorldFacts): Lamports => {
  const { outputs, inputs } = view.combined;
  const key = firstV2(view, outputs) ?? firstV2(view, inputs);
  return key === undefined ? new Map() : new Map([[key, feesOf(key).network]]);
};

const paidBy = (payer: KeyRole | undefined, fees: Lamports): Lamports => {
  const total = [...fees.values()].reduce((sum, fee) => sum + fee, 0n);
  return payer === undefined ? new Map() : new Map([[payer, -total]]);
};

/** What an execution moves from its fee payer to trees and queues. */
export const feesMoved = (view: View, facts: WorldFacts): Lamports => {
  const fees = summed(rolloverFees(view, facts), networkFee(view, facts));
  return summed(fees, paidBy(slot(view, 'fee_payer')?.key, fees));
};
