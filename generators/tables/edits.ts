// All edits about lookup tables and the number of accounts.
import type { Edit } from '../edit';
import { LOOKUP_EDITS } from './edits/lookups';
import { TABLE_STATE_EDITS } from './edits/tables';

export const TABLE_EDITS: readonly Edit[] = [...TABLE_STATE_EDITS, ...LOOKUP_EDITS];
