// The rules about what is only read that InvokeCpiWithReadOnly and InvokeCpiWithAccountInfo have in common.
import { accepts, code, rejects, type Unsourced } from './make';
import { LIST } from './siblings-data';

/** Where an account is to be read by proof that does not exist at all, 6035 says so as well. */
const PROOFS = [6017, 6043] as const;

export const READS = {
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
    alsoAllows: [6035],
    steps: [5, 5],
    note: LIST,
  },
  'account-with-wrong-proof': {
    statement: 'A proof that does not show the account that is read fails with 6043 ProofVerificationFailed.',
    expects: code(6043, 'ProofVerificationFailed'),
    alsoAllows: [6035],
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
