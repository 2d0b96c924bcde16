// The rules about accounts and their flags that InvokeCpiWithReadOnly and InvokeCpiWithAccountInfo have in common.
import { accepts, named, rejects, type Unsourced } from './make';

const FREE =
  'The columns Signer and Writable are read as requirements: "No" means not required, as in INVOKE_CPI.md.';

/** Number of the name in the public error list of light-account-checks; the pages give the name only. */
const notEnoughAccounts = named('NotEnoughAccountKeys', 20014);

export const SLOTS = {
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
  'remaining-tree-type': {
    statement:
      'Outputs of an execution go to a Merkle tree or queue; an index that points at something else is refused.',
    expects: rejects,
    steps: [4, 5],
    alsoAllows: [6028],
    note: 'No code is named; of a context that is executed 6028 (wrong Merkle tree) fits as well.',
  },
} satisfies Unsourced;
