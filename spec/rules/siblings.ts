// The rules that InvokeCpiWithReadOnly and InvokeCpiWithAccountInfo have in common: their data, slots, contexts, and what they read.
import type { InstructionName } from '../plan';
import type { Source } from '../rule';
import { accepts, code, cpiContext, invokeCpi, named, rejects, rulesOf } from './make';

import { DATA, LIST } from './siblings-data';

type Draft = Parameters<typeof rulesOf>[1][string];
type Drafts = Readonly<Record<string, Draft>>;
type Unsourced = Readonly<Record<string, Omit<Draft, 'sources'>>>;

/** Where the instruction's own page says what a rule says; the keys are those of the rules. */
export type Pages = Readonly<Record<SiblingRule, readonly Source[]>>;

const FREE =
  'The columns Signer and Writable are read as requirements: "No" means not required, as in INVOKE_CPI.md.';

/** Number of the name in the public error list of light-account-checks; the pages give the name only. */
const notEnoughAccounts = named('NotEnoughAccountKeys', 20014);

const SLOTS = {
  'enough-accounts': {
    statement: 'Fewer accounts than mode and data ask for fail with NotEnoughAccountKeys.',
    expects: notEnoughAccounts,
    alsoAllows: ['NotEnoughAccountKeys'],
    note: "20014 is that name's number in the public error list of light-account-checks; the built-in error of the same name is allowed as well.",
  },
  'fee-payer-signs': { statement: 'fee_payer must be a signer.', expects: rejects },
  'fee-payer-writable': { statement: 'fee_payer must be writable.', expects: rejects },
  'authority-signs': { statement: 'In mode 1 the authority must be a signer.', expects: rejects },
  'authority-writable-optional': {
    statement: 'The authority may be passed writable.',
    expects: accepts,
    note: FREE,
  },
  'registered-program-pda-identity': {
    statement: 'An execution has the registered program PDA in its slot; another account there is refused.',
    expects: rejects,
    steps: [2, 5],
  },
  'account-compression-authority-identity': {
    statement:
      'An execution has the PDA with which account-compression is called in its slot; another account there is refused.',
    expects: rejects,
    steps: [2, 5],
  },
  'account-compression-program-identity': {
    statement: 'The account-compression program stands in its slot; another account there is refused.',
    expects: rejects,
    steps: [2, 5],
  },
  'system-program-identity': {
    statement: 'The Solana system program stands in its slot; another account there is refused.',
    expects: rejects,
    steps: [2, 5],
  },
  'execution-accounts-writable-optional': {
    statement: 'registered_program_pda and account_compression_authority may be passed writable.',
    expects: accepts,
    note: FREE,
  },
  'context-account-writable': {
    statement: 'cpi_context_account must be writable.',
    expects: rejects,
    steps: [2, 5],
  },
  'sol-pool-identity': {
    statement: 'sol_pool_pda is the sol pool; another account there is refused.',
    expects: rejects,
    steps: [2, 5],
  },
  'sol-pool-writable': { statement: 'sol_pool_pda must be writable.', expects: rejects, steps: [2, 5] },
  'recipient-writable': {
    statement: 'decompression_recipient must be writable.',
    expects: rejects,
    steps: [2, 5],
  },
} satisfies Unsourced;

const CONTEXTS = {
  'input-owner': {
    statement: "The inputs are the invoking program's: an account of another program cannot be spent.",
    expects: rejects,
    steps: [3, 5],
    note: 'The owner of an input is not sent; the account that would be spent is another one then, which does not exist.',
  },
  'empty-context': {
    statement: 'An execution of an empty context fails with 6021 CpiContextEmpty.',
    expects: code(6021, 'CpiContextEmpty'),
    steps: [4, 4.9],
  },
  'fee-payer-mismatch': {
    statement:
      'A set or an execution by another fee payer than the first set fails with 6027 CpiContextFeePayerMismatch.',
    expects: code(6027, 'CpiContextFeePayerMismatch'),
    steps: [4, 4.9],
  },
  'tree-mismatch': {
    statement:
      'An execution whose first Merkle tree is not that of the context fails with 6028 CpiContextAssociatedMerkleTreeMismatch.',
    expects: code(6028, 'CpiContextAssociatedMerkleTreeMismatch'),
    steps: [4, 4.9],
  },
  'written-and-executed': {
    statement: 'Contexts are written and executed as by InvokeCpi.',
    expects: accepts,
    steps: [4, 5],
    note: 'The twin is the same plan with InvokeCpi; what both leave is compared with the documents.',
  },
  'mixed-on-one-context': {
    statement:
      'Programs may write to one context and execute it by different instructions and account modes.',
    expects: accepts,
    steps: [4, 5],
    note: 'The twin is the same plan with InvokeCpi alone.',
  },
} satisfies Unsourced;

const PROOFS = [6017, 6043] as const;

const READS = {
  'read-by-index': {
    statement: 'An account that exists can be read by index.',
    expects: accepts,
    steps: [5, 5],
  },
  'read-again-and-spent': {
    statement: 'What was read is not nullified: it can be read again, and spent.',
    expects: accepts,
    steps: [5, 5],
  },
  'read-missing': {
    statement: 'Reading an account by index that does not exist fails with 6035 ReadOnlyAccountDoesNotExist.',
    expects: code(6035, 'ReadOnlyAccountDoesNotExist'),
    steps: [5, 5],
    note: 'It never was, is spent, lies elsewhere, or is created by the same execution.',
  },
  'read-and-spent-at-once': {
    statement:
      'The same account among the inputs and the read-only accounts fails with 6053 DuplicateAccountInInputsAndReadOnly.',
    expects: code(6053, 'DuplicateAccountInInputsAndReadOnly'),
    steps: [5, 5],
    note: 'The input may stand in the context that is executed.',
  },
  'account-without-proof': {
    statement: 'An account that is not read by index needs a proof; without one 6017 ProofIsNone.',
    expects: code(6017, 'ProofIsNone'),
    steps: [5, 5],
    note: LIST,
  },
  'account-with-wrong-proof': {
    statement: 'A proof that does not show the account that is read fails with 6043 ProofVerificationFailed.',
    expects: code(6043, 'ProofVerificationFailed'),
    steps: [5, 5],
    note: LIST,
  },
  'address-without-proof': {
    statement: 'A read-only address needs a proof; without one 6017 ProofIsNone.',
    expects: code(6017, 'ProofIsNone'),
    steps: [5, 5],
    note: LIST,
  },
  'address-with-wrong-proof': {
    statement: 'A proof that does not show the read-only address fails with 6043 ProofVerificationFailed.',
    expects: code(6043, 'ProofVerificationFailed'),
    steps: [5, 5],
    note: LIST,
  },
  'unreadable-root': {
    statement: 'What is to be proven under a root that the tree does not have is refused.',
    expects: rejects,
    alsoAllows: PROOFS,
    steps: [5, 5],
  },
  'account-misplaced': {
    statement:
      'A read-only account lies in a state tree and its queue; indices of other accounts are refused.',
    expects: rejects,
    alsoAllows: [6035, ...PROOFS],
    steps: [5, 5],
  },
  'address-misplaced': {
    statement: 'A read-only address lies in an address tree; the index of another account is refused.',
    expects: rejects,
    alsoAllows: [6040, 6041, ...PROOFS],
    steps: [5, 5],
  },
  'read-index-in-range': {
    statement: 'An index of a read-only entry that points behind the accounts is refused.',
    expects: rejects,
    alsoAllows: [6057, 6062],
    steps: [5, 5],
  },
  'accounts-not-written': {
    statement: 'Read-only accounts cannot be written to a context.',
    expects: rejects,
    alsoAllows: [6063],
    steps: [4, 4.9],
    note: '6063 is given for read-only addresses; "Feature not yet implemented" fits the accounts as well.',
  },
  'addresses-not-written': {
    statement: 'Read-only addresses cannot be written to a context: 6063 Unimplemented.',
    expects: code(6063, 'Unimplemented'),
    steps: [4, 4.9],
  },
} satisfies Unsourced;

const COMMON = { ...DATA, ...SLOTS, ...CONTEXTS, ...READS };
export type SiblingRule = keyof typeof COMMON;

const CODES = {
  6002: invokeCpi('Errors', 'f2ebb34333b56fbe'),
  6021: cpiContext('Error Codes', '97bd577849db61f4'),
  6027: cpiContext('Error Codes', '630c81e689a545c3'),
  6028: cpiContext('Error Codes', '9841cc60c60d5570'),
} as const;
const NOT_WRITTEN = cpiContext('1. Read-Only Accounts/Addresses', 'd9e36ca3768b6840');

/** What other pages say of every such call. */
const EVERYWHERE: Readonly<Partial<Record<SiblingRule, readonly Source[]>>> = {
  bump: [CODES[6002]],
  'invoking-program': [CODES[6002]],
  'authority-is-pda': [CODES[6002], invokeCpi('Step 3: CPI Signer Checks', '4b345ca950aa8af2')],
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
