// What an execution hands to account-compression for indexers, by the public definition of that instruction's data.
import type { WorldFacts } from '../spec/facts';
import type { StoredInput, StoredOutput } from '../spec/context-state';
import type { Handed, HandedLeaf, HandedNullifier } from '../spec/handed';
import type { Hex } from '../spec/plan';
import { stateTreeOf, type KeyRole } from '../spec/world';
import { accountHash } from './account-hash';
import { fromHex, remembered, toHex } from './field';
import { addressesOf, headOf, keyAt, sequencesOf } from './handed-counts';
import { handedInputs, leafOutputs, storedData, type View } from './view';

type NextIndex = WorldFacts['nextIndexOf'];

/** Outputs in order; each takes the next leaf index of where it goes. */
const leavesOf = (view: View, facts: WorldFacts, nextIndexOf: NextIndex): readonly HandedLeaf[] => {
  const taken = new Map<KeyRole, number>();
  return leafOutputs(view).map((output: StoredOutput) => {
    const account = keyAt(view, output.treeIndex);
    const before = taken.get(account) ?? 0;
    taken.set(account, before + 1);
    const leafIndex = nextIndexOf(account) + before;
    const place = { tree: stateTreeOf(account) ?? account, leafIndex };
    const hash = accountHash({ ...output, data: storedData(output.data) }, place, facts);
    return { account, hash, leafIndex };
  });
};

const nullifierOf = (view: View, input: StoredInput, facts: WorldFacts): HandedNullifier => {
  const [tree, queue] = [keyAt(view, input.treeIndex), keyAt(view, input.queueIndex)];
  const leafIndex = facts.nextIndexOf(queue) + input.leafOffset;
  const hash = accountHash(input, { tree, leafIndex }, facts);
  return { hash, leafIndex, proveByIndex: input.proveByIndex, tree, queue };
};

const ZERO = 0n;

/** The first, then each hashed with the hash of those before it; of none, zero. */
export const chained = (numbers: readonly bigint[]): bigint =>
  numbers.length === 0 ? ZERO : numbers.reduce((chain, number) => remembered([chain, number]));

/** The chains of what is spent and of what is created, with the version in front, which is zero, and the slot behind. */
export const transactionHashOf = ({ nullifiers, leaves }: Handed, { slot = ZERO }: WorldFacts): Hex => {
  const chainOf = (all: readonly { readonly hash: Hex }[]): bigint =>
    chained(all.map(({ hash }) => fromHex(hash)));
  return toHex(chained([ZERO, chainOf(nullifiers), chainOf(leaves), slot]));
};

/** Behind the outputs of a context stand four zero bytes that no definition speaks of. */
const PADDING = 4;

export const once = <T>(make: () => T): (() => T) => {
  let made: { readonly it: T } | undefined;
  return () => (made ??= { it: make() }).it;
};

/**
 * Where account-compression only records, no leaf is ever appended: elsewhere the next leaf indices are to be named. What
 * takes hashes, or needs each index to name a tree, is worked out when it is asked for, and once.
 */
export const handedBy = (
  view: View,
  facts: WorldFacts,
  nextIndexOf: NextIndex = facts.nextIndexOf,
): Handed => {
  const leaves = once(() => leavesOf(view, facts, nextIndexOf));
  const nullifiers = once(() => handedInputs(view).map((input) => nullifierOf(view, input, facts)));
  const sequences = once(() => sequencesOf(view, facts));
  return {
    head: headOf(view),
    get leaves() {
      return leaves();
    },
    get nullifiers() {
      return nullifiers();
    },
    get addresses() {
      return addressesOf(view);
    },
    get sequences() {
      return sequences();
    },
    contextOutputs: view.mode === 'execute' ? (view.context?.state.outputs ?? []) : [],
    trailingBytes: view.mode === 'execute' ? PADDING : 0,
  };
};
