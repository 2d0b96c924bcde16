// All edits of call graphs.
import type { Edit } from '../edit';
import { DATA_EDITS } from './edits/data';
import { GRAPH_EDITS } from './edits/graph';
import { PDA_EDITS } from './edits/pdas';
import { PRIVILEGE_EDITS } from './edits/privileges';

export const CALL_EDITS: readonly Edit[] = [...GRAPH_EDITS, ...PRIVILEGE_EDITS, ...PDA_EDITS, ...DATA_EDITS];
