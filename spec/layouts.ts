// Which fixed slots an invocation's account list begins with: by instruction, account mode and instruction data.
import { SLOT_NAMES, type SlotName } from './invoke-cpi';
import type { Invocation, InstructionName } from './plan';
import {
  ACCOUNT_INFO_DISCRIMINATOR,
  INVOKE_CPI_DISCRIMINATOR,
  INVOKE_DISCRIMINATOR,
  READ_ONLY_DISCRIMINATOR,
} from './invoke-cpi';

/** INSTRUCTIONS.md, Discriminator Table. */
export const DISCRIMINATOR_OF: Readonly<Record<InstructionName, string>> = {
  Invoke: INVOKE_DISCRIMINATOR,
  InvokeCpi: INVOKE_CPI_DISCRIMINATOR,
  InvokeCpiWithReadOnly: READ_ONLY_DISCRIMINATOR,
  InvokeCpiWithAccountInfo: ACCOUNT_INFO_DISCRIMINATOR,
};

/** INVOKE.md, Accounts: InvokeCpi's slots without invoking_program and cpi_context_account. */
const INVOKE_SLOTS: readonly SlotName[] = SLOT_NAMES.filter(
  (name) => name !== 'invoking_program' && name !== 'cpi_context_account',
);

type Sized = Pick<Invocation, 'instruction' | 'mode' | 'data'>;

/** INVOKE_CPI_WITH_ACCOUNT_INFO.md, AccountOptions: what each field of the data adds to or takes from the list. */
const slotsByOptions = ({ data }: Sized): readonly SlotName[] => {
  const { cpiContext, compressOrDecompressLamports: lamports, isCompress } = data;
  const writes = cpiContext !== null && (cpiContext.set || cpiContext.firstSet);
  const movesSol = lamports !== null && lamports > 0n;
  const execution: readonly SlotName[] = [
    'registered_program_pda',
    'account_compression_authority',
    'account_compression_program',
    'system_program',
    ...(movesSol ? (['sol_pool_pda'] as const) : []),
    ...(movesSol && !isCompress ? (['decompression_recipient'] as const) : []),
  ];
  return [
    'fee_payer',
    'authority',
    ...(writes ? [] : execution),
    ...(cpiContext === null ? [] : (['cpi_context_account'] as const)),
  ];
};

/** Names of the fixed slots, by index; what follows them are the remaining accounts. */
export const slotNamesOf = (invocation: Sized): readonly SlotName[] => {
  if (invocation.instruction === 'Invoke') return INVOKE_SLOTS;
  return invocation.mode === 'v2' ? slotsByOptions(invocation) : SLOT_NAMES;
};

/** How many fixed slots there are. */
export const fixedSlotsOf = (invocation: Sized): number => slotNamesOf(invocation).length;

/** Index of a fixed slot; -1 where the instruction has none of that name. */
export const slotIndexOf = (invocation: Sized, name: SlotName): number =>
  slotNamesOf(invocation).indexOf(name);
