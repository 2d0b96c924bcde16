// The headings of the linked pages that rules cite, in order, with what no rule checks there and the reason.
import type { DocumentName } from '../rule';
import { HEADING, SOURCE_CODE, type Row } from './row';

const BESIDE = 'restates in one line what the step itself says';

const INSTRUCTIONS: readonly Row[] = [
  [1, 'Instruction Reference', ['the title', HEADING]],
  [2, 'Program ID', ['the address', 'every plan of every rule calls the program at that address']],
  [2, 'Discriminator Table', ['the rows', 'each page of an instruction repeats its discriminator']],
  [2, 'Instruction Categories', ['the heading', HEADING]],
  [3, 'CPI Context Account Management', ['links', 'no statement']],
  [3, 'Direct Invocation', ['links', 'no statement']],
  [3, 'CPI Invocation', ['links', 'no statement']],
  [2, 'Input Combinations', ['the table', 'each page of an instruction says the same with its conditions']],
  [3, 'CPI Context Mode Combinations', ['the table', 'repeated in CPI_CONTEXT.md, Modes']],
  [2, 'Instruction Schema Reminder', ['the list', 'addressed to authors of documents']],
  [
    2,
    'Error Codes Reference (SystemProgramError)',
    ['rows that give no condition that a plan can meet or miss', 'a name alone does not say when it appears'],
  ],
];

const PIPELINE: readonly Row[] = [
  [1, 'Processing Pipeline', ['the title', HEADING]],
  [2, 'Overview', ['the summary', 'each part of it is a step below']],
  [2, 'Input Types', ['the heading', HEADING]],
  [3, '1. Writable Compressed Accounts', ['the operations', BESIDE]],
  [3, '2. Read-Only Compressed Accounts', ['the operations', BESIDE]],
  [3, '3. New Addresses', ['insertion into the queue', 'needs a valid proof; none can be made on 0.28.x']],
  [3, '4. Read-Only Addresses', ['the operations', BESIDE]],
  [2, 'Processing Steps', ['the order of the steps', 'used where a plan breaks the rules of several']],
  [3, 'Step 1: Allocate CPI Data and Initialize Context', ['the allocation', SOURCE_CODE]],
  [
    3,
    'Step 2: Deserialize and Validate Merkle Tree Accounts',
    ['owner and parameters', 'the published trees have the right ones'],
  ],
  [3, 'Step 3: Deserialize CPI Instruction Data', ['the allocation', SOURCE_CODE]],
  [3, 'Step 4: Read Address Roots', ['the code', SOURCE_CODE]],
  [3, 'Step 5: Collect Existing Addresses', ['the code', SOURCE_CODE]],
  [3, 'Step 6: Derive New Addresses', ['the code', SOURCE_CODE]],
  [
    3,
    'Step 7: Verify Read-Only Address Non-Inclusion',
    ['the check', 'an address in a queue needs a valid proof to get there'],
  ],
  [3, 'Step 8: Process Outputs', ['the code', SOURCE_CODE]],
  [
    3,
    'Step 9: Process Inputs',
    ['hashes and accounts', 'effects/outputs-hashed and effects/inputs-nullified see what comes of them'],
  ],
  [3, 'Step 10: Create Transaction Hash', ['the code', SOURCE_CODE]],
  [3, 'Step 11: Check No Duplicate Accounts', ['the check', 'InvokeCpi has no read-only accounts']],
  [3, 'Step 12: Sum Check'],
  [3, 'Step 13: SOL Compression/Decompression'],
  [
    3,
    'Step 14: Verify Read-Only Account Inclusion by Index',
    ['the check', 'InvokeCpi has no read-only accounts'],
  ],
  [3, 'Step 15: Read State Roots', ['the roots', 'used by no proof that can be made on 0.28.x']],
  [3, 'Step 16: Verify ZK Proof', ['the code', SOURCE_CODE]],
  [3, 'Step 17: Transfer Fees', ['the amounts', 'no document gives them; effects/fees freezes what is seen']],
  [
    3,
    'Step 18: Copy CPI Context Outputs',
    ['the copy', 'effects/event-context-outputs freezes what is seen'],
  ],
  [
    3,
    'Step 19: CPI Account Compression Program',
    ['what is inserted', 'the effects of InvokeCpi say the same'],
  ],
  [2, 'Processing Flow Diagram', ['the drawing', 'repeats the steps']],
  [2, 'Proof Verification Modes', ['the heading', HEADING]],
  [3, '1. Proof by Index', ['the check', 'effects/inputs-nullified says the same of InvokeCpi']],
  [3, '2. Proof by ZKP', ['the check', 'modes/execute-verifies-proof says the same of InvokeCpi']],
  [2, 'Related Files', ['file names', SOURCE_CODE]],
];

export const LINKED_OUTLINES: readonly (readonly [document: DocumentName, rows: readonly Row[]])[] = [
  ['INSTRUCTIONS.md', INSTRUCTIONS],
  ['PROCESSING_PIPELINE.md', PIPELINE],
];
