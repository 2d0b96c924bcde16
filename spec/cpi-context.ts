// The CPI context account as CPI_CONTEXT.md describes it: capacities, size, discriminator.

/** CPI_CONTEXT.md, Fixed Capacity: entries per list, in the order of the account's fields. */
export const CAPACITY = {
  newAddresses: 10,
  readOnlyAddresses: 10,
  readOnlyAccounts: 10,
  inputs: 20,
  outputs: 30,
} as const;

/** CPI_CONTEXT.md, Fixed Capacity: "Default account size: 14,020 bytes". */
export const CONTEXT_SIZE = 14_020;

/** "version 2 discriminator" (INVOKE_CPI.md, Account Validations), as read from the published fixtures. */
export const CONTEXT_DISCRIMINATOR = '22b8b70e6450b77c';

/** The discriminator of version 1 context accounts, as read from a published fixture. */
export const CONTEXT_V1_DISCRIMINATOR = '161495da4acc80a6';

/**
 * Bytes that are left for the outputs' variable-length data: the account size less the fixed part at the
 * default capacities. Each output takes two bytes (its length) and its data.
 */
export const OUTPUT_DATA_BYTES = CONTEXT_SIZE - 7520;
export const OUTPUT_LENGTH_BYTES = 2;
