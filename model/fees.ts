// Who pays what to whom besides SOL that is compressed: observed, since no document says it.
import type { WorldFacts } from '../spec/facts';
import { isV1, type KeyRole } from '../spec/world';
import { summed } from './sums';
import { slot, type View } from './view';

type Lamports = ReadonlyMap<KeyRole, bigint>;
/** What fees are reckoned from. */
type Paying = Pick<View, 'remaining' | 'combined' | 'accounts' | 'layout'>;

const keyAt = ({ remaining }: Paying, index: number): KeyRole | undefined => remaining[index]?.key;

/** Every output pays the rollover fee of what it is appended to. */
const rolloverFees = (view: Paying, { feesOf }: WorldFacts): Lamports => {
  const fees = new Map<KeyRole, bigint>();
  for (const { treeIndex } of view.combined.outputs) {
    const key = keyAt(view, treeIndex);
    if (key !== undefined) fees.set(key, (fees.get(key) ?? 0n) + feesOf(key).rollover);
  }
  return fees;
};

/** The first v2 account that entries name. */
const firstV2 = (view: Paying, entries: readonly { readonly treeIndex: number }[]): KeyRole | undefined => {
  for (const { treeIndex } of entries) {
    const key = keyAt(view, treeIndex);
    if (key !== undefined && !isV1(key)) return key;
  }
  return undefined;
};

/** One network fee for each execution: to the first v2 queue that takes an output, else to the first tree of an input. */
const networkFee = (view: Paying, { feesOf }: WorldFacts): Lamports => {
  const { outputs, inputs } = view.combined;
  const key = firstV2(view, outputs) ?? firstV2(view, inputs);
  return key === undefined ? new Map() : new Map([[key, feesOf(key).network]]);
};

/** A v1 tree takes a network fee for the inputs that come from it in a row. */
const v1Fees = (view: Paying, { feesOf }: WorldFacts): Lamports => {
  const keys = view.combined.inputs.map(({ treeIndex }) => keyAt(view, treeIndex));
  const begun = keys.filter((key, n) => key !== keys[n - 1]);
  return summed(
    ...begun.flatMap((key) =>
      key !== undefined && isV1(key) ? [new Map([[key, feesOf(key).network]])] : [],
    ),
  );
};

/** Every new address pays the rollover fee of its queue and the network fee of its tree, both to the queue, which in version 2 is the tree. */
const addressFees = (view: Paying, { feesOf }: WorldFacts): Lamports =>
  summed(
    ...view.combined.newAddresses.flatMap(({ queueIndex, treeIndex }) => {
      const [queue, tree] = [keyAt(view, queueIndex), keyAt(view, treeIndex)];
      if (queue === undefined || tree === undefined) return [];
      return [new Map([[queue, feesOf(queue).rollover + feesOf(tree).network]])];
    }),
  );

const paidBy = (payer: KeyRole | undefined, fees: Lamports): Lamports => {
  const total = [...fees.values()].reduce((sum, fee) => sum + fee, 0n);
  return payer === undefined ? new Map() : new Map([[payer, -total]]);
};

/** What an execution moves from its fee payer to trees and queues. */
export const feesMoved = (view: Paying, facts: WorldFacts): Lamports => {
  const fees = summed(
    ...[rolloverFees(view, facts), networkFee(view, facts)],
    ...[v1Fees(view, facts), addressFees(view, facts)],
  );
  return summed(fees, paidBy(slot(view, 'fee_payer')?.key, fees));
};
