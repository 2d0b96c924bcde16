// Rules about InitializeCpiContextAccount: its data, its three accounts, what it leaves behind, and that this can be used.
import { accepts, code, cpiContext, effect, initialize, named, rejects, rulesOf } from './make';

const FREE_READING =
  'The columns Signer and Writable are read as requirements: "No" means not required, as in INVOKE_CPI.md.';

const DATA = {
  discriminator: {
    statement:
      'InitializeCpiContextAccount is selected by its 8-byte discriminator; data that begins with no discriminator of the program is refused.',
    expects: rejects,
    steps: [1, 1],
    sources: [initialize('Summary', 'b94d416425df923c'), initialize('Instruction Data', 'd729306b8d757a38')],
    note: 'The discriminators of the sibling instructions are left out: those are other instructions.',
  },
  'discriminator-length': {
    statement: 'The discriminator takes 8 bytes; shorter instruction data is refused.',
    expects: rejects,
    steps: [1, 1],
    sources: [initialize('Instruction Data', 'd729306b8d757a38')],
  },
  'additional-data': {
    statement:
      'Data behind the discriminator means nothing: the account is initialised as without it, or the data is refused.',
    expects: accepts,
    steps: [1, 1],
    sources: [
      initialize('Instruction Data', 'b6386e06213d488b'),
      initialize('Instruction Data', '830304cebda8172b'),
    ],
    note: '"Takes no additional data" and "Total size: 8 bytes" leave open whether longer data is refused; no error is named for it, so either outcome is allowed.',
  },
} as const;

const FEE_PAYER = {
  'at-least-three': {
    statement: 'An initialisation with fewer than 3 accounts fails with NotEnoughAccountKeys.',
    expects: named('NotEnoughAccountKeys'),
    sources: [initialize('Errors', 'efa8ccd19b6c1fc1')],
  },
  'extra-accounts-free': {
    statement: 'Accounts behind the third do not matter.',
    expects: accepts,
    sources: [initialize('Errors', 'efa8ccd19b6c1fc1'), initialize('Accounts', '1efe4175aa324102')],
    note: 'Only too few accounts are documented as an error.',
  },
  'fee-payer-signs': {
    statement: 'Account 0, fee_payer, must be a signer; otherwise MissingRequiredSignature.',
    expects: named('MissingRequiredSignature'),
    sources: [
      initialize('Errors', '4e6f1e754a8affdc'),
      initialize('Account Validations', '7bc6898cd5a2dc19'),
      initialize('Accounts', 'ab06b820dc89582b'),
    ],
  },
  'fee-payer-writable': {
    statement: 'Account 0, fee_payer, must be writable.',
    expects: rejects,
    sources: [
      initialize('Account Validations', 'f239c330772a7f9f'),
      initialize('Accounts', 'ab06b820dc89582b'),
    ],
  },
} as const;

const CONTEXT = {
  'context-writable': {
    statement: 'Account 1, cpi_context_account, must be writable.',
    expects: rejects,
    sources: [initialize('Accounts', '6abef4ca2c582ad0')],
  },
  'context-signer-optional': {
    statement: 'Account 1, cpi_context_account, may sign: it is not required, nor forbidden.',
    expects: accepts,
    sources: [initialize('Accounts', '6abef4ca2c582ad0')],
    note: FREE_READING,
  },
  'context-size': {
    statement: 'The account to initialise must have exactly 14,020 bytes.',
    expects: rejects,
    sources: [
      initialize('Account Validations', '5cb3a45aa8221716'),
      cpiContext('2. Fixed Capacity', '4b60af8eb8e885d5'),
    ],
  },
  'context-owner': {
    statement:
      'The account to initialise must be owned by the Light system program; otherwise 6055 InvalidCpiContextOwner or IllegalOwner.',
    expects: code(6055, 'InvalidCpiContextOwner'),
    sources: [
      initialize('Errors', '41d1244f673e5434'),
      initialize('Errors', '55a18058ce590929'),
      initialize('Account Validations', '7a687f41a6fdd71d'),
    ],
    alsoAllows: ['IllegalOwner'],
    note: 'The error table gives both errors for this situation, so either is allowed.',
  },
  'context-uninitialised': {
    statement:
      'An account whose discriminator is not zero cannot be initialised: 6056 InvalidCpiContextDiscriminator.',
    expects: code(6056, 'InvalidCpiContextDiscriminator'),
    sources: [
      initialize('Errors', 'c26ff13c987a526d'),
      initialize('Account Validations', '216201dc8263e123'),
    ],
    note: 'Of an account that is a version 2 context already, see initialization/once.',
  },
  once: {
    statement:
      'A context is initialised once: a second initialisation, of an empty context or of one in use, fails with 6056 and changes nothing.',
    expects: code(6056, 'InvalidCpiContextDiscriminator'),
    sources: [
      cpiContext('Quick Reference', 'eb1ace255626700f'),
      initialize('Errors', 'c26ff13c987a526d'),
      initialize('Account Validations', '216201dc8263e123'),
    ],
  },
} as const;

const TREE = {
  'tree-owner': {
    statement:
      'Account 2, associated_merkle_tree, must be owned by the account-compression program; otherwise IllegalOwner.',
    expects: named('IllegalOwner'),
    sources: [
      initialize('Errors', '55a18058ce590929'),
      initialize('Account Validations', '82af5de19589a716'),
    ],
  },
  'tree-discriminator': {
    statement:
      'The discriminator of account 2 must be that of a state tree or of a batched Merkle tree; otherwise 6042 StateMerkleTreeAccountDiscriminatorMismatch.',
    expects: code(6042, 'StateMerkleTreeAccountDiscriminatorMismatch'),
    sources: [
      initialize('Errors', '64df51d901bf6c76'),
      initialize('Account Validations', 'ce5403f5658c071e'),
    ],
  },
  'tree-is-state-tree': {
    statement: 'The associated tree is a state tree: a batched address tree is refused.',
    expects: rejects,
    sources: [
      initialize('Accounts', '1efe4175aa324102'),
      initialize('Description', '54c3ddcd5ab5b2d7'),
      cpiContext('Quick Reference', 'eeed83e8ed93dfd6'),
    ],
    alsoAllows: [6042],
    note: 'A batched address tree has the discriminator of a batched state tree, so "Discriminator must match" alone lets it pass; the table of accounts asks for a state Merkle tree.',
  },
  'state-tree-v1-accepted': {
    statement: 'A state tree of version 1 is as good as a batched one.',
    expects: accepts,
    sources: [initialize('Account Validations', 'ce5403f5658c071e')],
  },
  'tree-flags-free': {
    statement: 'Account 2, associated_merkle_tree, may sign and may be writable: neither is required.',
    expects: accepts,
    sources: [initialize('Accounts', '1efe4175aa324102')],
    note: FREE_READING,
  },
} as const;

const EFFECTS = {
  'version-2': {
    statement: 'An initialised account has the version 2 discriminator: it is a CPI context account.',
    expects: effect,
    sources: [
      initialize('State Changes', 'c0f6a0e2f7823509'),
      initialize('Step 2: Initialize Account', '74bc90dfa75abc40'),
    ],
  },
  'fee-payer-zero': {
    statement: 'An initialised context has no fee payer.',
    expects: effect,
    sources: [initialize('Step 2: Initialize Account', 'f8a492d89a3ef7e7')],
  },
  'tree-set': {
    statement: 'An initialised context is associated with the tree that was passed.',
    expects: effect,
    sources: [
      initialize('State Changes', 'cf891d884d77ff0f'),
      initialize('Step 2: Initialize Account', 'ecf52c9552b81735'),
    ],
  },
  'default-capacities': {
    statement: 'An initialised context has 14,020 bytes and the capacities 10, 10, 10, 20, 30.',
    expects: effect,
    sources: [
      initialize('State Changes', '603e5848a171ef7d'),
      initialize('Step 2: Initialize Account', '466e6df28168b76e'),
      initialize('Step 2: Initialize Account', '5d94609c8f57bc1d'),
      initialize('Step 2: Initialize Account', 'a3b4c088d6d94e35'),
      initialize('Step 2: Initialize Account', '470c48fc76093a4e'),
      initialize('Step 2: Initialize Account', 'c5be275daef1f648'),
      cpiContext('2. Fixed Capacity', '66fbcdef20368cb4'),
      cpiContext('2. Fixed Capacity', 'b6687fa2376b2bae'),
      cpiContext('2. Fixed Capacity', 'b45533fb8bed0fa0'),
    ],
  },
  empty: {
    statement: 'An initialised context holds nothing.',
    expects: effect,
    sources: [cpiContext('State Machine', '81ddd6aec74a814f')],
  },
  'changes-nothing-else': {
    statement: 'An initialisation moves no lamports and touches no account but the one to initialise.',
    expects: effect,
    sources: [initialize('Description', '54c3ddcd5ab5b2d7'), initialize('Accounts', '6abef4ca2c582ad0')],
    note: 'The account must be pre-allocated, so that "Pays for account creation" leaves the fee payer nothing to pay but the transaction fee.',
  },
  'ready-for-use': {
    statement:
      'What was initialised can be first set, set and executed with its tree, and again after that, like any context.',
    expects: accepts,
    steps: [4, 5],
    sources: [
      initialize('Description', '54c3ddcd5ab5b2d7'),
      cpiContext('State Machine', '81ddd6aec74a814f'),
      cpiContext('State Machine', '3daeee65929bedf3'),
    ],
  },
} as const;

export const INITIALIZATION_RULES = rulesOf('initialization', {
  ...DATA,
  ...FEE_PAYER,
  ...CONTEXT,
  ...TREE,
  ...EFFECTS,
});
