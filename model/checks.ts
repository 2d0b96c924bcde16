// All checks of invocations by rule id; those of initialisations are in initialize/. A test keeps both in step with the rules.
import { DIFFERENCE_CHECKS } from './checks/differences';
import { ADDRESS_CHECKS } from './checks/addresses';
import { EFFECT_CHECKS } from './checks/effects';
import { INITIALIZED_CONTEXT_CHECKS } from './checks/initialization';
import { INSTRUCTION_DATA_CHECKS } from './checks/instruction-data';
import { INVOKE_CHECKS } from './checks/invoke';
import { LIMIT_CHECKS } from './checks/limits';
import { MODE_CHECKS } from './checks/modes';
import { PROOF_CHECKS } from './checks/proofs';
import { SIGNER_CHECKS } from './checks/signer';
import { ACCOUNT_INFO_CHECKS, READ_ONLY_CHECKS } from './checks/siblings';
import { SLOT_CHECKS } from './checks/slots';
import { SOL_CHECKS } from './checks/sol';
import { TOKEN_CHECKS } from './checks/token';
import { VALIDATION_CHECKS } from './checks/validation';
import type { Checks } from './check';

export const CHECKS: Checks = {
  ...INSTRUCTION_DATA_CHECKS,
  ...SLOT_CHECKS,
  ...SIGNER_CHECKS,
  ...MODE_CHECKS,
  ...VALIDATION_CHECKS,
  ...LIMIT_CHECKS,
  ...EFFECT_CHECKS,
  ...INITIALIZED_CONTEXT_CHECKS,
  ...INVOKE_CHECKS,
  ...DIFFERENCE_CHECKS,
  ...PROOF_CHECKS,
  ...READ_ONLY_CHECKS,
  ...ACCOUNT_INFO_CHECKS,
  ...SOL_CHECKS,
  ...ADDRESS_CHECKS,
  ...TOKEN_CHECKS,
};
