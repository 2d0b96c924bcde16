// How an account of an instruction is called in texts: by its slot, or its place behind the named ones.
import { SLOT_NAMES } from '../spec/invoke-cpi';
import { slotNamesOf } from '../spec/layouts';
import type { PlannedInstruction } from '../spec/plan';
import { initializationAccounts } from '../spec/reinitialize';

/** The slot's name, or `remaining_accounts[i]` behind the slots; of an initialisation, `extra_accounts[i]` behind its own. */
export function slotName(index: number, item?: PlannedInstruction): string {
  if (item?.kind === 'call' || item?.kind === 'token') return '';
  if (item?.kind === 'initialize') {
    const accounts = initializationAccounts(item);
    return accounts[index] ?? `extra_accounts[${index - accounts.length}]`;
  }
  const names = item?.kind === 'invocation' ? slotNamesOf(item) : SLOT_NAMES;
  return names[index] ?? `remaining_accounts[${index - names.length}]`;
}
