// All rules of INVOKE.md.
import type { Rule } from '../rule';
import { INVOKE_ACCOUNT_DRAFTS } from './invoke-accounts';
import { INVOKE_DATA_DRAFTS } from './invoke-data';
import { INVOKE_EXECUTION_DRAFTS } from './invoke-execution';
import { INVOKE_SOL_DRAFTS } from './invoke-sol';
import { rulesOf, type Draft } from './make';

const DRAFTS: Readonly<Record<string, Draft>> = {
  ...INVOKE_DATA_DRAFTS,
  ...INVOKE_ACCOUNT_DRAFTS,
  ...INVOKE_SOL_DRAFTS,
  ...INVOKE_EXECUTION_DRAFTS,
};

export const INVOKE_RULES: readonly Rule[] = rulesOf('invoke', DRAFTS).map((rule) => ({
  ...rule,
  instructions: ['Invoke'],
}));
