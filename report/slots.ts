// The names of accounts 0 to 10 as INVOKE_CPI.md, Accounts lists them.

export const SLOT_NAMES: readonly string[] = [
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
];

/** The slot's name, or `remaining_accounts[i]` from account 11 on. */
export function slotName(index: number): string {
  return SLOT_NAMES[index] ?? `remaining_accounts[${index - SLOT_NAMES.length}]`;
}
