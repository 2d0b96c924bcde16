// How an account of an instruction is called in texts: by its slot, or its place behind the named ones.
import { INITIALIZE_ACCOUNTS } from '../spec/initialize';
import { SLOT_NAMES } from '../spec/invoke-cpi';
import type { PlannedInstruction } from '../spec/plan';

type Kind = PlannedInstruction['kind'];

/** The slot's name, or `remaining_accounts[i]` from account 11 on; of an initialisation, `extra_accounts[i]` from 3 on. */
export function slotName(index: number, kind: Kind = 'invocation'): string {
  if (kind === 'call') return '';
  if (kind === 'initialize')
    return INITIALIZE_ACCOUNTS[index] ?? `extra_accounts[${index - INITIALIZE_ACCOUNTS.length}]`;
  return SLOT_NAMES[index] ?? `remaining_accounts[${index - SLOT_NAMES.length}]`;
}
