// Answers the model's questions about the world before any plan.
import type { WorldFacts } from '../spec/facts';
import { addressOf } from './keys';
import { rootIn } from './root-history';
import { feesIn, nextIndex, sequenceIn } from './tree-layout';
import { slotOf, type World } from './world';

/** The facts of a world: addresses of roles, and what trees and queues store before the first plan. */
export const factsOf = (world: World): WorldFacts => ({
  addressOf,
  slot: world.slot,
  nextIndexOf: (key) => nextIndex(key, slotOf(world, key).base) ?? 0,
  rootOf: (key, index) => rootIn(key, slotOf(world, key).base, index),
  sequenceOf: (key) => sequenceIn(key, slotOf(world, key).base),
  feesOf: (key) => feesIn(key, slotOf(world, key).base),
});
