// All edits; a rule may have several.
import { CALL_EDITS } from './calls/edits';
import type { Edit } from './edit';
import { DIFFERENCE_EDITS } from './edits/differences';
import { ADDRESS_EDITS } from './edits/addresses';
import { EFFECT_EDITS } from './edits/effects';
import { INITIALIZATION_EDITS } from './edits/initialization';
import { INSTRUCTION_DATA_EDITS } from './edits/instruction-data';
import { INVOKE_EDITS } from './edits/invoke';
import { LIMIT_EDITS } from './edits/limits';
import { MODE_EDITS } from './edits/modes';
import { NO_DATA_EDITS } from './edits/no-data';
import { PROOF_EDITS } from './edits/proofs';
import { REMAINING_EDITS } from './edits/remaining';
import { REINITIALIZATION_EDITS } from './edits/reinitialization';
import { SIBLING_EDITS } from './edits/siblings';
import { SIGNER_EDITS } from './edits/signer-checks';
import { SLOT_EDITS } from './edits/slots';
import { SOL_EDITS } from './edits/sol';
import { STATEMENT_EDITS } from './edits/statement';
import { TABLE_EDITS } from './tables/edits';
import { TOKEN_EDITS } from './token/edits';
import { VALIDATION_EDITS } from './edits/validation';

export const EDITS: readonly Edit[] = [
  ...INSTRUCTION_DATA_EDITS,
  ...SLOT_EDITS,
  ...REMAINING_EDITS,
  ...SIGNER_EDITS,
  ...MODE_EDITS,
  ...VALIDATION_EDITS,
  ...LIMIT_EDITS,
  ...EFFECT_EDITS,
  ...STATEMENT_EDITS,
  ...INITIALIZATION_EDITS,
  ...NO_DATA_EDITS,
  ...CALL_EDITS,
  ...TABLE_EDITS,
  ...INVOKE_EDITS,
  ...DIFFERENCE_EDITS,
  ...PROOF_EDITS,
  ...SIBLING_EDITS,
  ...REINITIALIZATION_EDITS,
  ...SOL_EDITS,
  ...ADDRESS_EDITS,
  ...TOKEN_EDITS,
];

export const editsOf = (rule: string): readonly Edit[] => EDITS.filter((edit) => edit.rule === rule);
