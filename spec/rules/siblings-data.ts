// The rules about instruction data that InvokeCpiWithReadOnly and InvokeCpiWithAccountInfo have in common.
import { accepts, code, effect, rejects } from './make';

export const LIST = 'INSTRUCTIONS.md, Error Codes Reference, gives the number with this condition.';

export const DATA = {
  'mode-byte': {
    statement: 'The mode byte is 0 or 1; otherwise 6044 InvalidAccountMode.',
    expects: code(6044, 'InvalidAccountMode'),
    steps: [1, 2],
    note: LIST,
  },
  bump: {
    statement: 'The bump is that of the PDA of the invoking program; otherwise 6002 CpiSignerCheckFailed.',
    expects: code(6002, 'CpiSignerCheckFailed'),
    steps: [2, 3.1],
    note: 'The four callers have the bump 255; every other byte is wrong.',
  },
  'invoking-program': {
    statement:
      'The invoking_program_id of the data is the program that makes the call; otherwise 6002 CpiSignerCheckFailed.',
    expects: code(6002, 'CpiSignerCheckFailed'),
    steps: [2, 3.1],
  },
  'authority-is-pda': {
    statement:
      'The authority is the PDA of the invoking program with the seed `cpi_authority`; otherwise 6002 CpiSignerCheckFailed.',
    expects: code(6002, 'CpiSignerCheckFailed'),
    steps: [2, 3.1],
  },
  'transaction-hash-free': {
    statement: 'Asking for a transaction hash changes nothing else.',
    expects: accepts,
    steps: [5, 5],
    note: 'PROCESSING_PIPELINE.md, Step 10, calls it optional.',
  },
  'transaction-hash': {
    statement:
      'Where a transaction hash is asked for and accounts are spent, it is made from the chain of the inputs’ hashes, that of the outputs’ hashes and the slot.',
    expects: effect,
    recorded: true,
    steps: [5, 5],
    note: 'As the public definition chains them; zeros say that there is none, which there is where none is asked for.',
  },
  'transaction-hash-of-outputs': {
    statement: 'Where a transaction hash is asked for and nothing is spent, it is made, too.',
    expects: effect,
    recorded: true,
    steps: [5, 5],
    note: 'As the public definition chains them, where the chain of no inputs is zero; zeros say that there is none.',
  },
  'transaction-hash-unasked': {
    statement: 'Where no transaction hash is asked for none is made: what is handed on is zeros.',
    expects: effect,
    recorded: true,
    steps: [5, 5],
  },
  'outputs-created': {
    statement:
      'The outputs of an execution are created: each is appended to the queue that it names, its own and those of a context.',
    expects: effect,
    steps: [5, 5],
  },
  truncated: {
    statement: 'Instruction data that ends too early is refused.',
    expects: rejects,
    steps: [1, 1],
    note: 'No document names a code for it.',
  },
} as const;
