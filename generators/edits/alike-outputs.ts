// Outputs of one plan whose owners, or whose trees, are nearly the same.
import fc from 'fast-check';
import type { Mutation } from '../edit';
import { alikeOwners } from './alike-owners';
import { alikeTrees } from './alike-trees';

/** Each of the two now and then, and both at times. */
export const alikeOutputs: fc.Arbitrary<Mutation> = fc.tuple(alikeOwners, alikeTrees).map(
  ([owners, trees]): Mutation =>
    (scenario) =>
      trees(owners(scenario)),
);
