// The fences that are up where nothing is known of a version yet: all that its generators know how to apply.
import { ANCHOR_FENCES, EVERY_FENCE } from './fences';
import { shapeOf } from './versions';

/** Ids of the fences; those about the flags and slots of older versions for these alone. */
export const startingFences = (version: string): readonly string[] =>
  [...EVERY_FENCE, ...(shapeOf(version).features.has('trees-v2') ? [] : ANCHOR_FENCES)].map(
    ({ rule }) => rule,
  );
