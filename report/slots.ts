// How an account of an invocation is called in texts: by its slot, or its place among the remaining accounts.
import { SLOT_NAMES } from '../spec/invoke-cpi';

/** The slot's name, or `remaining_accounts[i]` from account 11 on. */
export function slotName(index: number): string {
  return SLOT_NAMES[index] ?? `remaining_accounts[${index - SLOT_NAMES.length}]`;
}
