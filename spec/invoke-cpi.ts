// InvokeCpi as INVOKE_CPI.md lays it out: discriminator, the eleven fixed account slots, the signing seed.
import type { KeyRole } from './world';

/** INVOKE_CPI.md, Summary: `[49, 212, 191, 129, 39, 194, 43, 196]`. */
export const INVOKE_CPI_DISCRIMINATOR = '31d4bf8127c22bc4';

/** InvokeCpiWithReadOnly, the sibling through which read-only entries are sent. */
export const READ_ONLY_DISCRIMINATOR = '562fa3a615df5c08';

export const INVOKE_DISCRIMINATOR = '1a10a90715caf219';
export const ACCOUNT_INFO_DISCRIMINATOR = 'e42280542f8b56f0';
export const REINITIALIZE_DISCRIMINATOR = 'bb93168e68b488be';

/** Discriminators of the program's other instructions: data that begins with one is not an InvokeCpi gone wrong. */
export const SIBLING_DISCRIMINATORS: ReadonlySet<string> = new Set([
  'e97047427921b2bc',
  INVOKE_DISCRIMINATOR,
  READ_ONLY_DISCRIMINATOR,
  ACCOUNT_INFO_DISCRIMINATOR,
  REINITIALIZE_DISCRIMINATOR,
]);

/** INVOKE_CPI.md, Accounts: names of the fixed slots, by index. */
export const SLOT_NAMES = [
  'fee_payer',
  'authority',
  'registered_program_pda',
  '_unused',
  'account_compression_authority',
  'account_compression_program',
  'invoking_program',
  'sol_pool_pda',
  'decompression_recipient',
  'system_program',
  'cpi_context_account',
] as const;
export type SlotName = (typeof SLOT_NAMES)[number];

/** Index of a fixed slot. */
export const SLOT: Readonly<Record<SlotName, number>> = {
  fee_payer: 0,
  authority: 1,
  registered_program_pda: 2,
  _unused: 3,
  account_compression_authority: 4,
  account_compression_program: 5,
  invoking_program: 6,
  sol_pool_pda: 7,
  decompression_recipient: 8,
  system_program: 9,
  cpi_context_account: 10,
};

/** INVOKE_CPI.md, Errors: "Less than 11 accounts provided". */
export const FIXED_SLOTS = SLOT_NAMES.length;

/** The accounts that the documents name by a fixed identity, by slot. */
export const FIXED_IDENTITY: Readonly<Partial<Record<SlotName, KeyRole>>> = {
  registered_program_pda: 'registered-program-pda',
  account_compression_authority: 'account-compression-authority',
  account_compression_program: 'account-compression',
  sol_pool_pda: 'sol-pool',
  system_program: 'solana-system',
};
