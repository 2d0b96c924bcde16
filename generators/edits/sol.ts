// All edits of what moves as SOL.
import type { Edit } from '../edit';
import { BALANCE_EDITS } from './sol/balances';
import { SOL_SLOT_EDITS } from './sol/slots';
import { SUM_EDITS } from './sol/sums';

export const SOL_EDITS: readonly Edit[] = [...SUM_EDITS, ...SOL_SLOT_EDITS, ...BALANCE_EDITS];
