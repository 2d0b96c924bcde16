// Moves all trees and queues that a call lists to another tree's, whatever the call holds.
import fc from 'fast-check';
import { fixedSlotsOf } from '../../spec/layouts';
import type { AccountMeta } from '../../spec/plan';
import { TREE_COUNT, treeNumber, type KeyRole } from '../../spec/world';
import type { Mutation } from '../edit';
import { withTarget } from '../scenario';

const moved = (meta: AccountMeta, by: number): AccountMeta => {
  const number = /^(?:tree|queue):/.test(meta.key) ? treeNumber(meta.key) : undefined;
  if (number === undefined) return meta;
  const kind = meta.key.startsWith('tree:') ? 'tree' : 'queue';
  return { ...meta, key: `${kind}:${((number - 1 + by) % TREE_COUNT) + 1}` };
};

const V1_TREES: readonly KeyRole[] = ['tree:6', 'tree:7'];

/** The own outputs of the target go into a tree of version 1, which is no tree of its context. */
export const outputsIntoV1: fc.Arbitrary<Mutation> = fc.constantFrom(...V1_TREES).map(
  (key): Mutation =>
    (s) =>
      withTarget(s, (invocation) => {
        const places = new Set(
          invocation.data.outputs.map(({ treeIndex }) => fixedSlotsOf(invocation) + treeIndex),
        );
        return {
          ...invocation,
          accounts: invocation.accounts.map((meta, index) => (places.has(index) ? { ...meta, key } : meta)),
        };
      }),
);

/** Every tree and queue behind the slots of the target is another one's. */
export const allTreesElsewhere: fc.Arbitrary<Mutation> = fc.integer({ min: 1, max: TREE_COUNT - 1 }).map(
  (by): Mutation =>
    (s) =>
      withTarget(s, (invocation) => ({
        ...invocation,
        accounts: invocation.accounts.map((meta, index) =>
          index < fixedSlotsOf(invocation) ? meta : moved(meta, by),
        ),
      })),
);
