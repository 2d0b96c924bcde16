// All edits of initialisations.
import type { Edit } from '../edit';
import { CONTEXT_EDITS } from './initialization/context';
import { DATA_EDITS } from './initialization/data';
import { PAYER_EDITS } from './initialization/payer';
import { TREE_EDITS } from './initialization/tree';
import { USE_EDITS } from './initialization/use';

export const INITIALIZATION_EDITS: readonly Edit[] = [
  ...DATA_EDITS,
  ...PAYER_EDITS,
  ...CONTEXT_EDITS,
  ...TREE_EDITS,
  ...USE_EDITS,
];
