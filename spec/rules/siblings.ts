// The rules that InvokeCpiWithReadOnly and InvokeCpiWithAccountInfo have in common: their data, slots, contexts, and what they read.
import type { InstructionName } from '../plan';
import type { Source } from '../rule';
import { cpiContext, instructions, invokeCpi, pipeline, type Draft } from './make';
import { CONTEXTS } from './siblings-contexts';
import { DATA } from './siblings-data';
import { CAPACITIES } from './limits';
import { EFFECTS } from './siblings-effects';
import { LIMITS } from './siblings-limits';
import { READS } from './siblings-reads';
import { SLOTS } from './siblings-slots';

type Drafts = Readonly<Record<string, Draft>>;

/** Where the instruction's own page says what a rule says; the keys are those of the rules. */
export type Pages = Readonly<Record<SiblingRule, readonly Source[]>>;

const COMMON = { ...DATA, ...SLOTS, ...CONTEXTS, ...READS, ...EFFECTS, ...LIMITS };
export type SiblingRule = keyof typeof COMMON;

const CODES = {
  6002: invokeCpi('Errors', 'f2ebb34333b56fbe'),
  6021: cpiContext('Error Codes', '97bd577849db61f4'),
  6027: cpiContext('Error Codes', '630c81e689a545c3'),
  6028: cpiContext('Error Codes', '9841cc60c60d5570'),
} as const;
const TRANSACTION_HASH = pipeline('Step 10: Create Transaction Hash', '1ce4ea1f1364603c');
const SUMS = [
  instructions('Error Codes Reference (SystemProgramError)', '775cdc1b5bd1dd01'),
  pipeline('Step 12: Sum Check', 'a89812a06e7f1173'),
  pipeline('Step 12: Sum Check', '1ccfe0a65fcfbcc5'),
];
const SOL_MOVES = [
  pipeline('Step 13: SOL Compression/Decompression', '7eeb1fd35bc93bf2'),
  pipeline('Step 13: SOL Compression/Decompression', '57fdbd183350d9ee'),
];
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
  'first-set-clears': [
    cpiContext('Step 1: First Invocation', 'f631cc77184eed30'),
    cpiContext('Modes', '9bbe50ac60cc677d'),
  ],
  'execute-clears': [
    cpiContext('Step 3: Final Invocation', 'bf96a13b0ac879ab'),
    cpiContext('Quick Reference', '65649d7b583c2110'),
  ],
  'remaining-tree-type': [pipeline('Step 19: CPI Account Compression Program', '01edc89ec2914b7e')],
  'new-addresses-fit': CAPACITIES['new-addresses'].sources,
  'inputs-fit': CAPACITIES.inputs.sources,
  'outputs-fit': CAPACITIES.outputs.sources,
  'output-data-fits': CAPACITIES['output-data'].sources,
  'sol-moved': SOL_MOVES,
  'less-out-than-in': SUMS,
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
