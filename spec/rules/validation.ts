// Rules about the context account's own checks: owner, discriminator, fee payer, tree, emptiness.
import { code, cpiContext, invokeCpi, observed, rejects, rulesOf } from './make';

export const VALIDATION_RULES = rulesOf('validation', {
  'context-owner': {
    statement:
      'A context account that the Light system program does not own fails with 6055 InvalidCpiContextOwner.',
    expects: code(6055, 'InvalidCpiContextOwner'),
    steps: [2, 4.9],
    sources: [
      cpiContext('Error Codes', 'ba1be9e6386bda0d'),
      invokeCpi('Account Validations', '7a687f41a6fdd71d'),
    ],
  },
  'context-discriminator': {
    statement:
      'A context account without the version 2 discriminator fails with 6056 InvalidCpiContextDiscriminator.',
    expects: code(6056, 'InvalidCpiContextDiscriminator'),
    steps: [2, 4.9],
    sources: [
      cpiContext('Error Codes', '195c6fd05b264bf1'),
      invokeCpi('Account Validations', 'f704958ed37711f4'),
    ],
  },
  'context-cut': {
    ...observed,
    statement:
      'A context account that ends before its last list does fails with 15004 InsufficientMemoryAllocated.',
    expects: code(15_004, 'InsufficientMemoryAllocated'),
    steps: [2, 4.9],
    note: 'The document gives it 14,020 bytes and names no error for another size.',
  },
  'fee-payer-on-set': {
    statement:
      'A set invocation by another fee payer than the first fails with 6027 CpiContextFeePayerMismatch.',
    expects: code(6027, 'CpiContextFeePayerMismatch'),
    steps: [4.1, 4.1],
    sources: [
      cpiContext('Step 2: Subsequent Invocations (0 or more)', 'a65086f818c95648'),
      cpiContext('1. Fee Payer Consistency', 'adf35e9d65c23188'),
      invokeCpi('Errors', '4bf599da0ed6e158'),
      cpiContext('Error Codes', '630c81e689a545c3'),
    ],
  },
  'fee-payer-on-execute': {
    statement:
      'An execute invocation by another fee payer than the first fails with 6027 CpiContextFeePayerMismatch.',
    expects: code(6027, 'CpiContextFeePayerMismatch'),
    sources: [
      cpiContext('Step 3: Final Invocation', '7f9bd3bcbfe9e7f8'),
      cpiContext('1. Fee Payer Consistency', 'adf35e9d65c23188'),
    ],
  },
  'tree-on-execute': {
    statement:
      "An execute invocation whose first state tree is not the context's own fails with 6028 CpiContextAssociatedMerkleTreeMismatch.",
    expects: code(6028, 'CpiContextAssociatedMerkleTreeMismatch'),
    steps: [2, 4.9],
    sources: [
      cpiContext('2. Merkle Tree Association', '2a5265205e62fe44'),
      invokeCpi('Errors', '233e2cf9f87455ae'),
      cpiContext('Error Codes', '9841cc60c60d5570'),
      invokeCpi('Account Validations', 'f470401c65c5b4b5'),
    ],
  },
  'tree-on-write': {
    statement:
      "A write whose first state tree is not the context's own fails with 6028 CpiContextAssociatedMerkleTreeMismatch.",
    expects: code(6028, 'CpiContextAssociatedMerkleTreeMismatch'),
    steps: [2, 4.9],
    sources: [
      cpiContext('2. Merkle Tree Association', '2a5265205e62fe44'),
      cpiContext('Quick Reference', '7d34223e1e8aeaa4'),
    ],
    note: 'Judged only where the first index of the written data points at a state tree or its queue among the remaining accounts.',
  },
  'not-empty-on-execute': {
    statement: 'Executing a context that holds nothing fails with 6021 CpiContextEmpty.',
    expects: code(6021, 'CpiContextEmpty'),
    sources: [
      cpiContext('3. Non-Empty on Execute', '74cd76547793b7a0'),
      invokeCpi('Errors', '6ed21b7a77566104'),
      cpiContext('Error Codes', '97bd577849db61f4'),
    ],
  },
  'not-empty-on-set': {
    statement: 'A set invocation on a context that holds nothing is refused.',
    expects: rejects,
    steps: [4.2, 4.2],
    sources: [cpiContext('Step 2: Subsequent Invocations (0 or more)', 'f95c17a130dddb0a')],
    alsoAllows: [6021],
    note: 'No code is named: 6021 fits by its name and is allowed. 6027 is not: a fee payer that does match must not be called a mismatch.',
  },
  deactivated: {
    statement: 'A deactivated context fails with 6064 CpiContextDeactivated.',
    expects: code(6064, 'CpiContextDeactivated'),
    steps: [2, 4.9],
    sources: [cpiContext('Error Codes', '7e713b110bebaa21')],
    alsoAllows: [6056],
    note: 'No document says how a context becomes deactivated. Attempted with the version 1 discriminator, where 6056 is allowed as well.',
  },
});
