// Answers the model's questions about the world before any plan.
import type { WorldFacts } from '../spec/facts';
import { addressOf } from './keys';
import { feesIn, nextIndex, sequenceIn } from './tree-layout';
import { slotOf, type World } from './world';

/** The facts of a world: addresses of roles, and what trees and queues store before the first plan. */
export const factsOf = (world: World): WorldFacts => ({
  addressOf,
  slot: world.slot,
  nextIndexOf: (key) => nextIndex(key, slotOf(world, key).base) ?? 0,
  sequenceOf: (key) => sequenceIn(key, slotOf(world, key).base),
  feesOf: (key) => feesIn(key, slotOf(world, key).base),
});
