// The rules about what an accepted call leaves behind, and what its lamports come to, that InvokeCpiWithReadOnly and InvokeCpiWithAccountInfo have in common.
import { code, effect, type Unsourced } from './make';

export const EFFECTS = {
  'first-set-clears': {
    statement: 'A first set on a context that holds data removes all of it.',
    expects: effect,
    steps: [4, 5],
  },
  'execute-clears': {
    statement: 'After an execution the context is cleared: no fee payer, no entries, no leftover data.',
    expects: effect,
    steps: [4, 5],
  },
  'sol-moved': {
    statement:
      'SOL can be compressed into the sol pool and decompressed from it to a recipient, also by an execution of a context.',
    expects: effect,
    steps: [5, 5],
  },
  'less-out-than-in': {
    statement:
      'An execution whose inputs and compressed SOL have more lamports than outputs and decompressed SOL fails with 6000 SumCheckFailed.',
    expects: code(6000, 'SumCheckFailed'),
    steps: [4.95, 5],
    note: 'The entries of the context that is executed count, too. PROCESSING_PIPELINE.md has the check behind that of accounts read and spent at once (Step 11), and before proofs.',
  },
} satisfies Unsourced;
