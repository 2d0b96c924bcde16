// Rules about the eleven fixed account slots: signer, writable, identity, absent.
import { accepts, invokeCpi, named, rejects, code, rulesOf } from './make';

const FREE_READING =
  'The columns Signer and Writable are read as requirements: "No" means not required, as the text says for the authority.';
const IDENTITY_READING =
  'The table of accounts and Step 2 make no difference between the modes, so this holds for writes as well.';

export const SLOT_RULES = rulesOf('accounts', {
  'at-least-eleven': {
    statement: 'An invocation with fewer than 11 accounts fails with NotEnoughAccountKeys.',
    expects: named('NotEnoughAccountKeys'),
    sources: [invokeCpi('Errors', '7f909b68cedd1c06')],
  },
  'fee-payer-signs': {
    statement: 'Slot 0, fee_payer, must be a signer.',
    expects: rejects,
    sources: [invokeCpi('Accounts', '14f492225b2f5a99')],
  },
  'fee-payer-writable': {
    statement: 'Slot 0, fee_payer, must be writable.',
    expects: rejects,
    sources: [invokeCpi('Accounts', '14f492225b2f5a99')],
  },
  'authority-signer-optional': {
    statement: 'Slot 1, authority, need not be a signer.',
    expects: accepts,
    sources: [
      invokeCpi('Account Validations', '1a680fb3a4fee4dd'),
      invokeCpi('Accounts', '7a684b01d50a1362'),
    ],
  },
  'authority-writable-optional': {
    statement: 'Slot 1, authority, may be passed writable: being writable is not required, nor forbidden.',
    expects: accepts,
    sources: [invokeCpi('Accounts', '7a684b01d50a1362')],
    note: FREE_READING,
  },
  'registered-program-pda-identity': {
    statement: 'Slot 2 is the registered program PDA; another account there is refused.',
    expects: rejects,
    steps: [2, 5],
    sources: [invokeCpi('Accounts', 'b2974f72b83e003c')],
    note: IDENTITY_READING,
  },
  'registered-program-pda-writable-optional': {
    statement: 'Slot 2, registered_program_pda, may be passed writable.',
    expects: accepts,
    sources: [invokeCpi('Accounts', 'b2974f72b83e003c')],
    note: FREE_READING,
  },
  'unused-slot-free': {
    statement: 'Slot 3 is reserved and skipped: any account with any flags will do.',
    expects: accepts,
    sources: [invokeCpi('Accounts', '527a203b52e1b113')],
  },
  'account-compression-authority-identity': {
    statement:
      'Slot 4 is the PDA with which the system program calls account-compression; another account there is refused.',
    expects: rejects,
    steps: [2, 5],
    sources: [invokeCpi('Accounts', 'a58be8e3ac759b47')],
    note: IDENTITY_READING,
  },
  'account-compression-authority-writable-optional': {
    statement: 'Slot 4, account_compression_authority, may be passed writable.',
    expects: accepts,
    sources: [invokeCpi('Accounts', 'a58be8e3ac759b47')],
    note: FREE_READING,
  },
  'account-compression-program-identity': {
    statement: 'Slot 5 is the account-compression program; another account there is refused.',
    expects: rejects,
    steps: [2, 5],
    sources: [invokeCpi('Accounts', 'cfea2649e40bbef8')],
    note: IDENTITY_READING,
  },
  'invoking-program-identity': {
    statement:
      'Slot 6 is the program that makes the call and must fit the authority; otherwise 6002 CpiSignerCheckFailed.',
    expects: code(6002, 'CpiSignerCheckFailed'),
    steps: [2, 3.1],
    sources: [
      invokeCpi('Accounts', '10aeb2f4d3a60993'),
      invokeCpi('Account Validations', '9e0e5aded1b21a50'),
    ],
  },
  'invoking-program-missing': {
    statement: 'Without an invoking_program in slot 6 the call fails with 6014 InvokingProgramNotProvided.',
    expects: code(6014, 'InvokingProgramNotProvided'),
    steps: [2, 3.1],
    sources: [invokeCpi('Errors', '03b56e76e59a2513')],
    note: "Missing is said as for the optional slots: by the system program's own id. Such an id also fails the PDA check (6002), so either code is allowed.",
  },
  'sol-pool-identity': {
    statement: 'Slot 7, when given, is the sol pool PDA; another account there is refused.',
    expects: rejects,
    steps: [2, 5],
    sources: [invokeCpi('Accounts', 'abdcc061a0f18b94')],
  },
  'sol-pool-writable': {
    statement: 'Slot 7, sol_pool_pda, must be writable when SOL is compressed or decompressed.',
    expects: rejects,
    steps: [2, 5],
    sources: [invokeCpi('Accounts', 'abdcc061a0f18b94')],
  },
  'sol-pool-required': {
    statement: 'Compressing or decompressing SOL needs the sol pool PDA in slot 7.',
    expects: rejects,
    steps: [2, 5],
    sources: [invokeCpi('Accounts', 'abdcc061a0f18b94')],
  },
  'recipient-writable': {
    statement: 'Slot 8, decompression_recipient, must be writable when SOL is decompressed to it.',
    expects: rejects,
    steps: [2, 5],
    sources: [invokeCpi('Accounts', '30ab6e8fb1c338d0')],
  },
  'recipient-required': {
    statement: 'Decompressing SOL needs a decompression_recipient in slot 8.',
    expects: rejects,
    steps: [2, 5],
    sources: [invokeCpi('Accounts', '30ab6e8fb1c338d0')],
  },
  'system-program-identity': {
    statement: 'Slot 9 is the Solana system program; another account there is refused.',
    expects: rejects,
    steps: [2, 5],
    sources: [invokeCpi('Accounts', 'dd42563f0d308acb')],
    note: IDENTITY_READING,
  },
  'context-account-writable': {
    statement: 'Slot 10, cpi_context_account, must be writable when the context is written or executed.',
    expects: rejects,
    steps: [2, 5],
    sources: [invokeCpi('Accounts', '89133f1c1f0aeca3')],
  },
  'trailing-accounts-free': {
    statement: 'Remaining accounts that no index points at do not matter.',
    expects: accepts,
    sources: [invokeCpi('Accounts', '7f7feba220ae33ef')],
  },
  'remaining-order-free': {
    statement: 'Remaining accounts may stand in any order as long as the indices follow.',
    expects: accepts,
    sources: [invokeCpi('Accounts', '7f7feba220ae33ef')],
  },
  'remaining-index-in-range': {
    statement: 'An index in an executed invocation that points behind the last remaining account is refused.',
    expects: rejects,
    steps: [4, 5],
    sources: [invokeCpi('Accounts', '7f7feba220ae33ef')],
  },
  'remaining-tree-type': {
    statement:
      'Outputs of an execution of a context go to a Merkle tree or queue; an index that points at something else is refused.',
    expects: rejects,
    steps: [4, 5],
    alsoAllows: [6028],
    note: 'No code is named; 6028 (wrong Merkle tree) fits as well.',
    sources: [invokeCpi('Accounts', '7f7feba220ae33ef')],
  },
  'remaining-tree-type-at-once': {
    statement:
      'Outputs of an invocation without a context go to a Merkle tree or queue; an index that points at something else is refused, also right behind a queue.',
    expects: rejects,
    steps: [4, 5],
    sources: [invokeCpi('Accounts', '7f7feba220ae33ef')],
    note: 'No code is named.',
  },
});
