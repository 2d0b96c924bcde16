// The rules that InvokeCpiWithReadOnly and InvokeCpiWithAccountInfo have in common: their data, slots, contexts, and what they read.
import type { InstructionName } from '../plan';
import type { Source } from '../rule';
import { cpiContext, invokeCpi, pipeline, type Draft } from './make';
import { CONTEXTS } from './siblings-contexts';
import { DATA } from './siblings-data';
import { READS } from './siblings-reads';
import { SLOTS } from './siblings-slots';

type Drafts = Readonly<Record<string, Draft>>;

/** Where the instruction's own page says what a rule says; the keys are those of the rules. */
export type Pages = Readonly<Record<SiblingRule, readonly Source[]>>;

const COMMON = { ...DATA, ...SLOTS, ...CONTEXTS, ...READS };
export type SiblingRule = keyof typeof COMMON;

const CODES = {
  6002: invokeCpi('Errors', 'f2ebb34333b56fbe'),
  6021: cpiContext('Error Codes', '97bd577849db61f4'),
  6027: cpiContext('Error Codes', '630c81e689a545c3'),
  6028: cpiContext('Error Codes', '9841cc60c60d5570'),
} as const;
const TRANSACTION_HASH = pipeline('Step 10: Create Transaction Hash', '1ce4ea1f1364603c');
const NOT_WRITTEN = cpiContext('1. Read-Only Accounts/Addresses', 'd9e36ca3768b6840');

/** What other pages say of every such call. */
const EVERYWHERE: Readonly<Partial<Record<SiblingRule, readonly Source[]>>> = {
  bump: [CODES[6002]],
  'invoking-program': [CODES[6002]],
  'authority-is-pda': [CODES[6002], invokeCpi('Step 3: CPI Signer Checks', '4b345ca950aa8af2')],
  'transaction-hash': [TRANSACTION_HASH],
  'transaction-hash-of-outputs': [TRANSACTION_HASH],
  'transaction-hash-unasked': [TRANSACTION_HASH],
  'empty-context': [CODES[6021]],
  'fee-payer-mismatch': [CODES[6027]],
  'tree-mismatch': [CODES[6028]],
  'accounts-not-written': [NOT_WRITTEN],
  'addresses-not-written': [NOT_WRITTEN],
};

/** The common rules for one instruction, resting on its page. */
export const siblingDrafts = (instruction: InstructionName, pages: Pages): Drafts =>
  Object.fromEntries(
    Object.entries<Omit<Draft, 'sources'>>(COMMON).map(([name, draft]) => {
      const rule = name as SiblingRule;
      const sources = [...pages[rule], ...(EVERYWHERE[rule] ?? [])];
      return [name, { ...draft, sources, instructions: [instruction] }];
    }),
  );
