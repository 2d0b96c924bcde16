// All edits that show a row of the tables that compare Invoke and InvokeCpi: the same operation by the one and by the other.
import type { Edit } from '../edit';
import { INVOKE_COLUMN } from './differences/invoke-column';
import { INVOKE_CPI_COLUMN } from './differences/invoke-cpi-column';

export const DIFFERENCE_EDITS: readonly Edit[] = [...INVOKE_COLUMN, ...INVOKE_CPI_COLUMN];
