// Edits that ask for one proof of accounts and new addresses at once, with a proof of something else.
import fc from 'fast-check';
import { FIXED_SLOTS } from '../../../spec/invoke-cpi';
import type { NewAddress } from '../../../spec/plan';
import type { Mutation } from '../../edit';
import { targetOf, withData } from '../../scenario';
import { hex } from '../../values';
import { aProof } from './bytes';

/** To log what a proof of four should have proven takes more compute units than there are. */
const AT_ONCE = 3;
const so = (length: number): fc.Arbitrary<readonly string[]> =>
  fc.array(hex(32), { minLength: length, maxLength: length });
/** One address mostly, which leaves room for two accounts. */
const seeds = fc.oneof({ weight: 3, arbitrary: so(1) }, { weight: 1, arbitrary: so(AT_ONCE - 1) });

type Drawn = { readonly proof: string; readonly seeds: readonly string[] };

/** The first inputs are no longer proven by index, and the tree behind the other accounts gets new addresses. */
const asked =
  ({ proof, seeds: drawn }: Drawn): Mutation =>
  (scenario) => {
    const tree = targetOf(scenario).accounts.length - FIXED_SLOTS - 1;
    const newAddresses = drawn.map((seed): NewAddress => ({
      seed,
      queueIndex: tree,
      treeIndex: tree,
      rootIndex: 0,
    }));
    return withData(scenario, ({ inputs }) => ({
      inputs: inputs.map((input, position) =>
        position < AT_ONCE - drawn.length ? { ...input, proveByIndex: false, rootIndex: 0 } : input,
      ),
      newAddresses,
      proof,
    }));
  };

export const provenTogether: fc.Arbitrary<Mutation> = fc.record({ proof: aProof, seeds }).map(asked);
