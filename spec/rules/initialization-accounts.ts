// Rules about the account to initialise and the tree that it is associated with.
import { accepts, code, cpiContext, initialize, named, rejects } from './make';

const FREE_READING =
  'The columns Signer and Writable are read as requirements: "No" means not required, as in INVOKE_CPI.md.';

export const INITIALIZATION_CONTEXT = {
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

export const INITIALIZATION_TREE = {
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
