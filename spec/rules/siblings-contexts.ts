// The rules about inputs and contexts that InvokeCpiWithReadOnly and InvokeCpiWithAccountInfo have in common.
import { accepts, code, rejects, type Unsourced } from './make';

export const CONTEXTS = {
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
