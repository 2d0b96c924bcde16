// All rules, in the order of the areas; ids are names and never change their meaning.
import { CPI_GUIDE_RULES } from './rules/cpi-guide';
import { LOOKUP_TABLE_RULES } from './rules/lookup-tables';
import { NEEDS } from './needs';
import { DIFFERENCE_RULES } from './rules/differences';
import { ACCOUNT_INFO_RULES } from './rules/account-info';
import { ADDRESS_RULES } from './rules/addresses';
import { CODE_RULES } from './rules/codes';
import { EFFECT_RULES } from './rules/effects';
import { INITIALIZATION_RULES } from './rules/initialization';
import { INSTRUCTION_DATA_RULES } from './rules/instruction-data';
import { INVOKE_RULES } from './rules/invoke';
import { LIMIT_RULES } from './rules/limits';
import { MODE_RULES } from './rules/modes';
import { PROOF_RULES } from './rules/proofs';
import { READ_ONLY_RULES } from './rules/read-only';
import { REINITIALIZATION_RULES } from './rules/re-initialization';
import { SIGNER_RULES } from './rules/signer-checks';
import { SLOT_RULES } from './rules/slots';
import { SOL_RULES } from './rules/sol';
import { VALIDATION_RULES } from './rules/validation';
import { TOKEN_RULES } from './rules/token';
import type { Rule } from './rule';

const STATED: readonly Rule[] = [
  ...INSTRUCTION_DATA_RULES,
  ...SLOT_RULES,
  ...SIGNER_RULES,
  ...MODE_RULES,
  ...VALIDATION_RULES,
  ...LIMIT_RULES,
  ...EFFECT_RULES,
  ...INITIALIZATION_RULES,
  ...CPI_GUIDE_RULES,
  ...LOOKUP_TABLE_RULES,
  ...INVOKE_RULES,
  ...DIFFERENCE_RULES,
  ...PROOF_RULES,
  ...READ_ONLY_RULES,
  ...ACCOUNT_INFO_RULES,
  ...REINITIALIZATION_RULES,
  ...SOL_RULES,
  ...ADDRESS_RULES,
  ...CODE_RULES,
  ...TOKEN_RULES,
];

/** Each says which versions it is about. */
export const RULES: readonly Rule[] = STATED.map((rule) => {
  const needs = NEEDS[rule.id];
  return needs === undefined ? rule : { ...rule, needs };
});

const BY_ID: ReadonlyMap<string, Rule> = new Map(RULES.map((rule) => [rule.id, rule]));

/** The rule of that id, or undefined. */
export const ruleById = (id: string): Rule | undefined => BY_ID.get(id);
