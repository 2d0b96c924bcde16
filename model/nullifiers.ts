// What stands for a spent account in the input queue of its v2 tree, as the library's page on that queue defines it.
import type { WorldFacts } from '../spec/facts';
import type { Hex } from '../spec/plan';
import { isV1, type KeyRole } from '../spec/world';
import { fromHex, remembered, toHex } from './field';
import { handedBy, once } from './handed';
import { keyAt } from './handed-counts';
import { nextIndexIn } from './leaves';
import type { Step } from './step';
import { hashesOf } from './transaction-hash';
import { handedInputs } from './view';

type Nullifiers = ReadonlyMap<KeyRole, readonly (() => Hex)[]>;

/**
 * By v2 tree, in the order of the inputs: the hash of the account's hash, its leaf index and the transaction hash, as it
 * was seen to be made, or zeros where none is. Nothing is hashed before it is asked for.
 */
export const nullifiersOf = (step: Step, facts: WorldFacts): Nullifiers => {
  const { view } = step;
  const inputs = handedInputs(view);
  if (inputs.length === 0) return new Map();
  const handed = handedBy(view, facts, nextIndexIn(view.world, facts));
  const transactionHash = once(() => fromHex(hashesOf(step, handed, facts).seen));
  const nullifierOf = (position: number): Hex => {
    const { hash = '0', leafIndex = 0 } = handed.nullifiers[position] ?? {};
    return toHex(remembered([fromHex(hash), BigInt(leafIndex), transactionHash()]));
  };
  const nullifiers = new Map<KeyRole, (() => Hex)[]>();
  inputs.forEach(({ treeIndex }, position) => {
    const tree = keyAt(view, treeIndex);
    if (isV1(tree)) return;
    nullifiers.set(tree, [...(nullifiers.get(tree) ?? []), () => nullifierOf(position)]);
  });
  return nullifiers;
};
