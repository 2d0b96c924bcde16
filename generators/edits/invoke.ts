// All edits of an Invoke.
import type { Edit } from '../edit';
import { INVOKE_DATA_EDITS } from './invoke/data';
import { INVOKE_EXECUTION_EDITS } from './invoke/execution';
import { INVOKE_REMAINING_EDITS } from './invoke/remaining';
import { INVOKE_SLOT_EDITS } from './invoke/slots';
import { INVOKE_SOL_EDITS } from './invoke/sol';

export const INVOKE_EDITS: readonly Edit[] = [
  ...INVOKE_DATA_EDITS,
  ...INVOKE_SLOT_EDITS,
  ...INVOKE_REMAINING_EDITS,
  ...INVOKE_SOL_EDITS,
  ...INVOKE_EXECUTION_EDITS,
];
