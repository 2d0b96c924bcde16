// A transaction of version 0 as the legacy transaction with the same instructions.
import type { PlannedTransaction } from './plan';

/** The transaction without lookups: it lists all of its accounts. */
export const asLegacy = (transaction: PlannedTransaction): PlannedTransaction => {
  const { feePayer, computeUnitLimit, computeUnitPrice, oversize, instructions } = transaction;
  return {
    feePayer,
    computeUnitLimit,
    computeUnitPrice,
    instructions,
    ...(oversize === true && { oversize }),
  };
};
