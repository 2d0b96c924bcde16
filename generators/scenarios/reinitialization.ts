// Valid plans that migrate a version 1 context account.
import fc from 'fast-check';
import { REINITIALIZE_DISCRIMINATOR } from '../../spec/invoke-cpi';
import { version1 } from '../../spec/reinitialize';
import { TREE_COUNT, V1_TREE_COUNT, type KeyRole } from '../../spec/world';
import { transactionOf } from '../invocation';
import type { Scenario } from '../scenario';
import { caller, optional, payer } from '../values';

const number = fc.integer({ min: 1, max: TREE_COUNT + V1_TREE_COUNT });

/** One migration; the stored fee payer is anybody, the associated tree mostly the account's own. */
export const reinitialize = (): fc.Arbitrary<Scenario> =>
  fc
    .record({
      context: number,
      through: fc.oneof(fc.constant([]), fc.uniqueArray(caller, { minLength: 1, maxLength: 2 })),
      pays: payer,
      feePayer: optional(payer),
      tree: optional(number),
    })
    .map(({ context, through, pays, feePayer, tree }) => {
      const key: KeyRole = `context:${context}`;
      const stored = feePayer === null ? {} : { feePayer };
      const associated: KeyRole = `tree:${tree ?? context}`;
      return {
        kind: 'reinitialize',
        plan: {
          accounts: [{ ...version1(key), ...stored, associatedTree: associated }],
          transactions: [
            transactionOf(pays, {
              kind: 'initialize',
              through,
              accounts: [{ key, signer: false, writable: true }],
              data: REINITIALIZE_DISCRIMINATOR,
            }),
          ],
        },
        target: { transaction: 0, instruction: 0 },
      };
    });
