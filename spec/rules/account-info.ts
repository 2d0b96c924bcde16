// Rules about InvokeCpiWithAccountInfo.
import { accepts, code, cpiContext, linked, observed, rulesOf } from './make';
import { siblingDrafts, type Pages } from './siblings';

const page = linked('INVOKE_CPI_WITH_ACCOUNT_INFO.md');
const readOnly = linked('INVOKE_CPI_WITH_READ_ONLY.md');

const PAYER = page('Base Accounts (Always Present)', '14f492225b2f5a99');
const AUTHORITY = page('Base Accounts (Always Present)', '6bc9bd823c127a6b');
const REGISTERED = page('Conditional Execution Accounts', 'af3af22c42ab0853');
const COMPRESSION_AUTHORITY = page('Conditional Execution Accounts', 'dd813b42761dad5b');
const COMPRESSION = page('Conditional Execution Accounts', '8ba2b207e7c88c22');
const SYSTEM = page('Conditional Execution Accounts', '0b3cf97b31a9e672');
const POOL = page('Optional Accounts', '0a0e447b1fcc0a7c');
const RECIPIENT = page('Optional Accounts', '242831e926ea112d');
const CONTEXT = page('Optional Accounts', '52c3fb0cdc201703');
const PROGRAM = page('Instruction Data', '20027009f189ab0e');
const CONTEXT_DATA = page('Instruction Data', 'ed664947b1454117');
const READS_ACCOUNTS = page('State Changes', '5968218f0a220ebe');
const READS_ADDRESSES = page('State Changes', '6011558b808f90ae');
const INFOS = page('Instruction Data', '539c7e14bf79340d');
const ONLY_MODE_1 = page('Instruction Data', '2a293011c79a43a1');
const MODE_CODE = page('Errors', '44cccccf280317b4');
const PASSED_AS_SET = page('Errors', 'afec58febb803e45');

const PAGES: Pages = {
  'mode-byte': [MODE_CODE, ONLY_MODE_1],
  bump: [AUTHORITY],
  'invoking-program': [PROGRAM],
  'authority-is-pda': [AUTHORITY],
  'transaction-hash-free': [readOnly('Instruction Data', 'c5d5bf4de13ee2c6')],
  'transaction-hash': [readOnly('Instruction Data', 'c5d5bf4de13ee2c6')],
  'transaction-hash-of-outputs': [readOnly('Instruction Data', 'c5d5bf4de13ee2c6')],
  'transaction-hash-unasked': [readOnly('Instruction Data', 'c5d5bf4de13ee2c6')],
  'outputs-created': [page('State Changes', '874101c37a65ea0d')],
  truncated: [page('Instruction Data', 'f9dc950f4c988578')],
  'enough-accounts': [
    page('Errors', '655df3bb5e822a25'),
    page('AccountOptions Configuration', '7aba0754a9e0367c'),
    page('Pattern 1: Minimal (No Optional Accounts)', '8ea9ae0f331434a6'),
    page('Pattern 2: SOL Compression', 'e3cf02dbd8d02abb'),
    page('Pattern 3: SOL Decompression', '44aab396858569c9'),
    page('Pattern 4: CPI Context Write', '96cff3a9ddb42728'),
  ],
  'fee-payer-signs': [PAYER],
  'fee-payer-writable': [PAYER],
  'authority-signs': [AUTHORITY],
  'authority-writable-optional': [AUTHORITY],
  'registered-program-pda-identity': [REGISTERED],
  'account-compression-authority-identity': [COMPRESSION_AUTHORITY],
  'account-compression-program-identity': [COMPRESSION],
  'system-program-identity': [SYSTEM],
  'execution-accounts-writable-optional': [REGISTERED, COMPRESSION_AUTHORITY],
  'context-account-writable': [CONTEXT],
  'sol-pool-identity': [POOL],
  'sol-pool-writable': [POOL],
  'recipient-writable': [RECIPIENT],
  'remaining-tree-type': [page('State Changes', '874101c37a65ea0d')],
  'input-owner': [PROGRAM],
  'empty-context': [CONTEXT_DATA],
  'fee-payer-mismatch': [CONTEXT_DATA],
  'tree-mismatch': [CONTEXT_DATA],
  'written-and-executed': [
    CONTEXT_DATA,
    page('State Changes', '874101c37a65ea0d'),
    page('State Changes', '4cd22810cecb048c'),
  ],
  'mixed-on-one-context': [CONTEXT_DATA],
  'first-set-clears': [CONTEXT_DATA],
  'execute-clears': [CONTEXT_DATA],
  'new-addresses-fit': [CONTEXT_DATA],
  'inputs-fit': [CONTEXT_DATA],
  'outputs-fit': [CONTEXT_DATA],
  'output-data-fits': [CONTEXT_DATA],
  'sol-moved': [page('State Changes', 'c9b51708a7aa27ac')],
  'less-out-than-in': [],
  'read-by-index': [READS_ACCOUNTS],
  'read-again-and-spent': [READS_ACCOUNTS],
  'read-missing': [READS_ACCOUNTS, readOnly('Errors', '364794ef134e7e8a')],
  'read-and-spent-at-once': [readOnly('Errors', '3d5bfff9e49b13da')],
  'account-without-proof': [READS_ACCOUNTS],
  'account-with-wrong-proof': [READS_ACCOUNTS],
  'address-without-proof': [READS_ADDRESSES],
  'address-with-wrong-proof': [READS_ADDRESSES],
  'unreadable-root': [READS_ACCOUNTS, READS_ADDRESSES],
  'account-misplaced': [READS_ACCOUNTS],
  'address-misplaced': [READS_ADDRESSES],
  'read-index-in-range': [page('Errors', '37c5271b103cdcdf')],
  'accounts-not-written': [],
  'addresses-not-written': [readOnly('Errors', 'a79c946d8bb080af')],
};

const instructions = ['InvokeCpiWithAccountInfo'] as const;

const REFUSED = {
  'mode-zero': {
    statement: 'Mode 0 is refused: this instruction has mode 1 only; 6044 InvalidAccountMode.',
    expects: code(6044, 'InvalidAccountMode'),
    steps: [1, 2],
    instructions,
    sources: [
      MODE_CODE,
      ONLY_MODE_1,
      page('Step 2: Validate Mode', '56fffa89fc64b53f'),
      page('Key Differences from Other Instructions', 'fcfd7cb0a260f655'),
    ],
  },
  'write-flag-without-context': {
    statement:
      'A write flag in data that says it has no context fails with 6054 CpiContextPassedAsSetContext.',
    expects: code(6054, 'CpiContextPassedAsSetContext'),
    alsoAllows: [6020],
    steps: [1, 4.9],
    instructions,
    sources: [PASSED_AS_SET],
  },
  'context-account-missing': {
    statement:
      'A write whose context slot says that there is none fails with 6054 CpiContextPassedAsSetContext.',
    expects: code(6054, 'CpiContextPassedAsSetContext'),
    alsoAllows: [6020],
    steps: [2, 4.9],
    instructions,
    sources: [PASSED_AS_SET, cpiContext('Error Codes', 'f79b0ada20d47ec4')],
    note: 'CPI_CONTEXT.md gives 6020 as well.',
  },
  'index-in-range': {
    statement:
      'An index of an input or output that points behind the accounts fails with 6057 InvalidAccountIndex.',
    expects: code(6057, 'InvalidAccountIndex'),
    alsoAllows: [6061, 6062, 6065],
    steps: [2, 5],
    instructions,
    sources: [page('Errors', '37c5271b103cdcdf')],
    note: 'INSTRUCTIONS.md gives a number of its own for an output tree, an input tree and a packed account index: either reading is allowed.',
  },
} as const;

const PARTS = {
  'owner-implied': {
    statement: 'The accounts of an account info belong to the invoking program.',
    expects: accepts,
    steps: [3, 5],
    instructions,
    sources: [PROGRAM, INFOS],
    note: 'No owner is sent. The twin is the same call as InvokeCpi, which names the owner.',
  },
  'input-and-output': {
    statement: 'An account info with input and output nullifies the one and creates the other.',
    expects: accepts,
    steps: [5, 5],
    instructions,
    sources: [INFOS, page('State Changes', '4cd22810cecb048c'), page('State Changes', '874101c37a65ea0d')],
    note: 'The twin has inputs and outputs in account infos of their own.',
  },
  'infos-apart': {
    statement: 'An account info may have an input only, or an output only.',
    expects: accepts,
    steps: [5, 5],
    instructions,
    sources: [INFOS],
  },
  'write-needs-no-trees': {
    statement: 'A write needs three accounts only: neither trees nor queues.',
    expects: accepts,
    steps: [2, 4.9],
    instructions,
    sources: [
      page('Pattern 4: CPI Context Write', '96cff3a9ddb42728'),
      page('CPI Context Write Mode (write_to_cpi_context = true)', '007a2485e8faa05f'),
    ],
    note: 'What its indices point at is what the executing invocation lists; the first Merkle tree is looked at then.',
  },
} as const;

const NOT_DOCUMENTED = {
  'address-shared': {
    ...observed,
    statement: 'Input and output of one account info have one address.',
    expects: accepts,
    steps: [4, 5],
    instructions,
  },
  'empty-infos': {
    ...observed,
    statement: 'An account info with neither input nor output means nothing.',
    expects: accepts,
    steps: [1, 5],
    instructions,
  },
} as const;

export const ACCOUNT_INFO_RULES = rulesOf('account-info', {
  ...siblingDrafts('InvokeCpiWithAccountInfo', PAGES),
  ...REFUSED,
  ...PARTS,
  ...NOT_DOCUMENTED,
});
