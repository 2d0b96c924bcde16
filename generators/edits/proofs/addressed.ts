// Gives outputs of an execution the addresses that its proof opens: as many outputs as addresses, and perhaps one more.
import fc from 'fast-check';
import type { OutputAccount } from '../../../spec/plan';
import type { Mutation } from '../../edit';
import { withData, type Scenario } from '../../scenario';
import { proofOf } from './bytes';

/** Outputs like the first; what it has in lamports it keeps for itself. */
const enough = (outputs: readonly OutputAccount[], count: number): readonly OutputAccount[] =>
  Array.from({ length: Math.max(outputs.length, count) }, (_, n) => {
    const [like] = outputs;
    const own = outputs[n] ?? (like && { ...like, lamports: 0n });
    return own === undefined ? [] : [own];
  }).flat();

const withAddresses =
  (backwards: boolean): Mutation =>
  (scenario: Scenario) => {
    const opened = proofOf(scenario)?.addresses.map(({ address }) => address) ?? [];
    const addresses = backwards ? opened.toReversed() : opened;
    return withData(scenario, ({ outputs }) => ({
      outputs: enough(outputs, addresses.length).map((output, n) => ({
        ...output,
        address: addresses[n] ?? null,
      })),
    }));
  };

/** In the order in which they are asked for, or the other way round. */
export const addressed: fc.Arbitrary<Mutation> = fc.boolean().map(withAddresses);
