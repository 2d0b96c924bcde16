// All rules, in the order of the areas; ids are names and never change their meaning.
import { CPI_GUIDE_RULES } from './rules/cpi-guide';
import { EFFECT_RULES } from './rules/effects';
import { INITIALIZATION_RULES } from './rules/initialization';
import { INSTRUCTION_DATA_RULES } from './rules/instruction-data';
import { LIMIT_RULES } from './rules/limits';
import { MODE_RULES } from './rules/modes';
import { SIGNER_RULES } from './rules/signer-checks';
import { SLOT_RULES } from './rules/slots';
import { VALIDATION_RULES } from './rules/validation';
import type { Rule } from './rule';

export const RULES: readonly Rule[] = [
  ...INSTRUCTION_DATA_RULES,
  ...SLOT_RULES,
  ...SIGNER_RULES,
  ...MODE_RULES,
  ...VALIDATION_RULES,
  ...LIMIT_RULES,
  ...EFFECT_RULES,
  ...INITIALIZATION_RULES,
  ...CPI_GUIDE_RULES,
];

const BY_ID: ReadonlyMap<string, Rule> = new Map(RULES.map((rule) => [rule.id, rule]));

/** The rule of that id, or undefined. */
export const ruleById = (id: string): Rule | undefined => BY_ID.get(id);
