// Valid plans that migrate a version 1 context account.
import fc from 'fast-check';
import { REINITIALIZE_DISCRIMINATOR } from '../../spec/invoke-cpi';
import { V1_FIELDS, V1_SIZE, version1 } from '../../spec/reinitialize';
import { CONTEXT_SIZE } from '../../spec/cpi-context';
import { TREE_COUNT, V1_TREE_COUNT, type KeyRole } from '../../spec/world';
import { transactionOf } from '../invocation';
import type { Scenario } from '../scenario';
import { leftBehind } from '../left-behind';
import { caller, oneInThree, optional, payer } from '../values';

const number = fc.integer({ min: 1, max: TREE_COUNT + V1_TREE_COUNT });

/** Behind the fields stands how many writes there are: none. */
const FIRST = V1_FIELDS + 4;
/** Mostly where the migrated account goes on. */
const remains = leftBehind({ from: FIRST, to: CONTEXT_SIZE, size: V1_SIZE });

/** One migration; the stored fee payer is anybody, the associated tree mostly the account's own. */
export const reinitialize = (): fc.Arbitrary<Scenario> =>
  fc
    .record({
      context: number,
      through: fc.oneof(fc.constant([]), fc.uniqueArray(caller, { minLength: 1, maxLength: 2 })),
      pays: payer,
      feePayer: optional(payer),
      tree: optional(number),
      patches: remains,
      signer: oneInThree,
    })
    .map(({ context, through, pays, feePayer, tree, patches, signer }) => {
      const key: KeyRole = `context:${context}`;
      const stored = {
        ...(feePayer !== null && { feePayer }),
        ...(patches.length > 0 && { patches }),
      };
      const associated: KeyRole = `tree:${tree ?? context}`;
      return {
        kind: 'reinitialize',
        plan: {
          accounts: [{ ...version1(key), ...stored, associatedTree: associated }],
          transactions: [
            transactionOf(pays, {
              kind: 'initialize',
              through,
              accounts: [{ key, signer, writable: true }],
              data: REINITIALIZE_DISCRIMINATOR,
            }),
          ],
        },
        target: { transaction: 0, instruction: 0 },
      };
    });
