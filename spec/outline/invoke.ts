// The headings of INVOKE.md in order, with what no rule checks there and the reason.
import { HEADING, MOTIVE, SOURCE_CODE, type Row } from './row';

export const INVOKE_OUTLINE: readonly Row[] = [
  [1, 'Invoke', ['the title', HEADING]],
  [2, 'Summary', ['enum name and path', SOURCE_CODE]],
  [2, 'Description', ['"without delegating to another program"', MOTIVE]],
  [3, 'Use Cases', ['the list of uses', MOTIVE]],
  [
    3,
    'Constraints',
    ['"Cannot be used for multi-program transactions"', 'checked as the row CPI context of the next section'],
  ],
  [3, 'Key Differences from InvokeCpi', ['the row Use case', MOTIVE]],
  [
    3,
    'State Changes',
    [
      'new addresses that are created',
      'they need a proof, and none can be made for this version: that they are refused without one, and with a wrong one, is checked',
    ],
    [
      'which account takes nullifiers and outputs',
      'read back with the leaves: invoke/outputs-created, invoke/inputs-nullified',
    ],
  ],
  [
    2,
    'Instruction Data',
    [
      'the Rust struct',
      `${SOURCE_CODE}; every plan sends its fields in this order, and another order is another plan`,
    ],
  ],
  [3, 'Data Layout'],
  [
    2,
    'Accounts',
    [
      'signer flags of slots 2, 4, 5, 6 and 8',
      'no transaction can make these accounts sign, so the column cannot be exercised',
    ],
    [
      'writable flags of slots 5 and 8',
      'the runtime itself takes the writable flag off programs that a transaction calls and off built-in programs',
    ],
  ],
  [
    3,
    'Account Validations',
    [
      '"Pays for all transaction fees"',
      'who pays for a transaction is up to the transaction; that slot 0 pays rollover and network fees is asked with effects/fees in invoke/valid',
    ],
  ],
  [
    3,
    'Remaining Accounts',
    [
      '"1 per unique tree", "1 per new address"',
      'how many there are follows from the indices; more do not matter',
    ],
  ],
  [
    2,
    'Instruction Logic',
    [
      'the order of the steps',
      'not a rule of its own: every prediction uses it, and the steps of PROCESSING_PIPELINE.md that Step 4 points at, where a plan breaks several rules',
    ],
  ],
  [3, 'Step 1: Parse Instruction Data'],
  [
    3,
    'Step 2: Parse and Validate Accounts',
    ['the code', `${SOURCE_CODE}; the checks are rules of Accounts`],
  ],
  [3, 'Step 3: Verify Authority Signature'],
  [
    3,
    'Step 4: Process State Transition',
    ['the code and the pipeline', `${SOURCE_CODE}; what the steps do is asked as errors and state changes`],
  ],
  [2, 'Errors'],
  [2, 'Related Documentation', ['links', 'no statement']],
];
