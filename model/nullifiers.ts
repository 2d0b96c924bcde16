// What v2 trees put into their queues: nullifiers of spent accounts, and new addresses, as the library's pages define them.
import type { WorldFacts } from '../spec/facts';
import type { Hex } from '../spec/plan';
import { isV1, isV2AddressTree, type KeyRole } from '../spec/world';
import { fromHex, remembered, toHex } from './field';
import { handedBy, once } from './handed';
import { addressesOf, keyAt } from './handed-counts';
import { nextIndexIn } from './leaves';
import type { Step } from './step';
import { hashesOf } from './transaction-hash';
import { handedInputs, type View } from './view';

type Queued = ReadonlyMap<KeyRole, readonly (() => Hex)[]>;

/**
 * By v2 tree, in the order of the inputs: the hash of the account's hash, its leaf index and the transaction hash, as it
 * was seen to be made, or zeros where none is. Nothing is hashed before it is asked for.
 */
export const nullifiersOf = (step: Step, facts: WorldFacts): Queued => {
  const { view } = step;
  const inputs = handedInputs(view);
  if (inputs.length === 0) return new Map();
  const handed = handedBy(view, facts, nextIndexIn(view.world, facts));
  const transactionHash = once(() => fromHex(hashesOf(step, handed, facts).seen));
  const nullifierOf = (position: number): Hex => {
    const input = handed.nullifiers[position];
    if (input === undefined) throw new Error(`Input ${position} was not handed on.`);
    return toHex(remembered([fromHex(input.hash), BigInt(input.leafIndex), transactionHash()]));
  };
  const nullifiers = new Map<KeyRole, (() => Hex)[]>();
  inputs.forEach(({ treeIndex }, position) => {
    const tree = keyAt(view, treeIndex);
    if (isV1(tree)) return;
    nullifiers.set(tree, [...(nullifiers.get(tree) ?? []), () => nullifierOf(position)]);
  });
  return nullifiers;
};

/** By v2 address tree, in order. */
export const queuedAddresses = (view: View): Queued => {
  const queued = new Map<KeyRole, (() => Hex)[]>();
  if (view.combined.newAddresses.length === 0) return queued;
  for (const { address, tree } of addressesOf(view))
    if (isV2AddressTree(tree)) queued.set(tree, [...(queued.get(tree) ?? []), () => address]);
  return queued;
};
