// Rules about InvokeCpiWithReadOnly, in both account modes.
import { accepts, code, linked, rejects, rulesOf } from './make';
import { siblingDrafts, type Pages } from './siblings';

const page = linked('INVOKE_CPI_WITH_READ_ONLY.md');
const infos = linked('INVOKE_CPI_WITH_ACCOUNT_INFO.md');

const SAME_SLOTS = page('Anchor Mode (mode = 0)', '5ea33012820b33da');
const BY_OPTIONS = page('V2 Mode (mode = 1)', '18b072be45254927');
const PAYER = page('V2 Mode (mode = 1)', '14f492225b2f5a99');
const AUTHORITY = page('V2 Mode (mode = 1)', 'bd8ae606c35d0a5d');
const WRITE_AND_EXECUTE = page('Processing Flow', '4736b5609cdc67f6');
const BY_INDEX = page('Processing Flow', '63e394af88d5525a');
const ACCOUNT_PROOF = page('Processing Flow', 'd2da4a33c2627801');
const ADDRESS_PROOF = page('Read-Only Addresses', '8d19c43acb55d21a');
const PLACE = page('Read-Only Compressed Accounts', 'f9a49d216e1a64a5');
const UNTOUCHED = page('Read-Only Compressed Accounts', 'fdfc40023ef14bf7');
const MODE = page('Key Fields', '755d1dae070ce65e');

const TREES = page('Anchor Mode (mode = 0)', '7f7feba220ae33ef');

const PAGES: Pages = {
  'mode-byte': [MODE, infos('Errors', '44cccccf280317b4')],
  bump: [page('Key Fields', '26f01419871f5dde')],
  'invoking-program': [page('Key Fields', 'c7cc7474550d36a4')],
  'authority-is-pda': [page('Processing Flow', 'ea2c5f55654bc645')],
  'transaction-hash-free': [page('Instruction Data', 'c5d5bf4de13ee2c6')],
  'transaction-hash': [page('Instruction Data', 'c5d5bf4de13ee2c6')],
  'transaction-hash-of-outputs': [page('Instruction Data', 'c5d5bf4de13ee2c6')],
  'transaction-hash-unasked': [page('Instruction Data', 'c5d5bf4de13ee2c6')],
  'outputs-created': [page('State Changes', '874101c37a65ea0d')],
  truncated: [page('Instruction Data', '40ed8bc3a2efa2f6')],
  'enough-accounts': [
    page('Account Mode Comparison', '221cbe4bb8c57c65'),
    SAME_SLOTS,
    infos('Errors', '655df3bb5e822a25'),
  ],
  'fee-payer-signs': [SAME_SLOTS, PAYER],
  'fee-payer-writable': [SAME_SLOTS, PAYER],
  'authority-signs': [AUTHORITY],
  'authority-writable-optional': [SAME_SLOTS, AUTHORITY],
  'registered-program-pda-identity': [SAME_SLOTS, BY_OPTIONS],
  'account-compression-authority-identity': [SAME_SLOTS, BY_OPTIONS],
  'account-compression-program-identity': [SAME_SLOTS, BY_OPTIONS],
  'system-program-identity': [SAME_SLOTS, BY_OPTIONS],
  'execution-accounts-writable-optional': [SAME_SLOTS, BY_OPTIONS],
  'context-account-writable': [SAME_SLOTS, BY_OPTIONS],
  'sol-pool-identity': [SAME_SLOTS, BY_OPTIONS],
  'sol-pool-writable': [SAME_SLOTS, BY_OPTIONS],
  'recipient-writable': [SAME_SLOTS, BY_OPTIONS],
  'remaining-tree-type': [TREES],
  'input-owner': [page('Processing Flow', 'ea2c5f55654bc645')],
  'empty-context': [WRITE_AND_EXECUTE],
  'fee-payer-mismatch': [WRITE_AND_EXECUTE],
  'tree-mismatch': [WRITE_AND_EXECUTE],
  'written-and-executed': [WRITE_AND_EXECUTE, page('Key Differences from InvokeCpi', '855137290cd69733')],
  'mixed-on-one-context': [WRITE_AND_EXECUTE],
  'first-set-clears': [WRITE_AND_EXECUTE],
  'execute-clears': [WRITE_AND_EXECUTE],
  'new-addresses-fit': [WRITE_AND_EXECUTE],
  'inputs-fit': [WRITE_AND_EXECUTE],
  'outputs-fit': [WRITE_AND_EXECUTE],
  'output-data-fits': [WRITE_AND_EXECUTE],
  'sol-moved': [],
  'less-out-than-in': [],
  'read-by-index': [BY_INDEX, page('Key Differences from InvokeCpi', '36e9df37eb3ba865')],
  'read-again-and-spent': [UNTOUCHED, page('State Changes', 'e06f7fa8ec75d901')],
  'read-missing': [page('Errors', '364794ef134e7e8a'), BY_INDEX],
  'read-and-spent-at-once': [page('Errors', '3d5bfff9e49b13da'), page('Processing Flow', '09d2f32bbc71bebf')],
  'account-without-proof': [ACCOUNT_PROOF],
  'account-with-wrong-proof': [ACCOUNT_PROOF, page('Processing Flow', 'b10bcefe420abe49')],
  'address-without-proof': [ADDRESS_PROOF],
  'address-with-wrong-proof': [ADDRESS_PROOF, page('Processing Flow', '8d19c43acb55d21a')],
  'unreadable-root': [page('Read-Only Compressed Accounts', 'a5700cf26d1ce3db'), ADDRESS_PROOF],
  'account-misplaced': [PLACE],
  'address-misplaced': [ADDRESS_PROOF],
  'read-index-in-range': [PLACE],
  'accounts-not-written': [],
  'addresses-not-written': [
    page('Errors', 'a79c946d8bb080af'),
    page('Read-Only Addresses with CPI Context', '5bb01afdf2828dc8'),
    page('Key Differences from InvokeCpi', '529bc980d8a93f7f'),
  ],
};

const INSTRUCTIONS = ['InvokeCpiWithReadOnly'] as const;

export const READ_ONLY_RULES = rulesOf('read-only', {
  ...siblingDrafts('InvokeCpiWithReadOnly', PAGES),
  'authority-signer-optional': {
    statement: 'In mode 0 the authority need not be a signer, as in InvokeCpi.',
    expects: accepts,
    instructions: INSTRUCTIONS,
    sources: [SAME_SLOTS],
  },
  'invoking-program-slot': {
    statement: 'In mode 0 slot 6 holds the program that makes the call, as in InvokeCpi.',
    expects: code(6002, 'CpiSignerCheckFailed'),
    alsoAllows: [6014],
    steps: [2, 3.1],
    instructions: INSTRUCTIONS,
    sources: [SAME_SLOTS],
    note: '"Same 11 accounts as INVOKE_CPI.md", where slot 6 is checked; that the data names the program as well does not take the account back.',
  },
  'output-owner': {
    statement: 'Every output that carries data is owned by the invoking program.',
    expects: rejects,
    alsoAllows: [6013],
    steps: [3, 3.9],
    instructions: INSTRUCTIONS,
    sources: [page('Processing Flow', 'ea2c5f55654bc645')],
    note: 'INVOKE_CPI.md, Step 3, has the check in full.',
  },
});
