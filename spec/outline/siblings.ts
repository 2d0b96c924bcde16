// The headings of the pages on InvokeCpiWithReadOnly, InvokeCpiWithAccountInfo and ReInitCpiContextAccount.
import { HEADING, MOTIVE, SOURCE_CODE, type Row } from './row';

export const READ_ONLY: readonly Row[] = [
  [1, 'InvokeCpiWithReadOnly', ['the title', HEADING]],
  [2, 'Summary', ['enum name and path', SOURCE_CODE], ['discriminator', 'sent by every plan of the area']],
  [2, 'Description', ['the description', MOTIVE]],
  [3, 'Use Cases', ['the list of uses', MOTIVE]],
  [3, 'Key Differences from InvokeCpi'],
  [
    3,
    'State Changes',
    [
      '"Read-only addresses are verified to exist"',
      'no proof of an address can be made on this version; that wrong and missing ones are refused is checked',
    ],
  ],
  [2, 'Instruction Data', ['the Rust struct', `${SOURCE_CODE}; its fields are sent by every plan`]],
  [3, 'Key Fields'],
  [2, 'Accounts', ['the heading', HEADING]],
  [3, 'Anchor Mode (mode = 0)'],
  [3, 'V2 Mode (mode = 1)'],
  [2, 'Instruction Logic', ['the heading', HEADING]],
  [
    3,
    'Processing Flow',
    ['the numbers of the steps', 'PROCESSING_PIPELINE.md counts them otherwise; nothing that a run shows'],
    [
      '"Verify address not in bloom filter queue"',
      'an address gets into the queue by a proof only, which cannot be made on this version',
    ],
  ],
  [2, 'Read-Only Account Processing', ['the heading', HEADING]],
  [3, 'Read-Only Compressed Accounts'],
  [3, 'Read-Only Addresses'],
  [2, 'Limitations', ['the heading', HEADING]],
  [3, 'Read-Only Addresses with CPI Context'],
  [
    2,
    'Errors',
    [
      '6034 ReadOnlyAddressAlreadyExists',
      'needs an address in a queue, and so a proof; never seen in any case',
    ],
  ],
  [2, 'Account Mode Comparison', ['overhead and purpose', MOTIVE]],
  [2, 'Related Documentation', ['links', 'no statement']],
];

const SEEN_BY_LAYOUT = 'the layouts that every plan of the area has; enough-accounts shows where they end';

export const ACCOUNT_INFO: readonly Row[] = [
  [1, 'InvokeCpiWithAccountInfo', ['the title', HEADING]],
  [2, 'Summary', ['enum name and path', SOURCE_CODE], ['discriminator', 'sent by every plan of the area']],
  [2, 'Description', ['the description', MOTIVE]],
  [3, 'Use Cases', ['the list of uses', MOTIVE]],
  [3, 'Key Differences from Other Instructions'],
  [3, 'State Changes', ['SOL', 'the effects of compression are rules of their own']],
  [
    2,
    'Instruction Data',
    [
      'the order of the fields, account_option_config, relay_fee',
      'the published programs read another layout: mode, bump and the program first, no options and no relay fee',
    ],
  ],
  [3, 'AccountOptions Configuration'],
  [2, 'Accounts (V2 Mode)', ['the heading', HEADING]],
  [3, 'Base Accounts (Always Present)'],
  [3, 'Conditional Execution Accounts'],
  [3, 'Optional Accounts'],
  [2, 'Account Layout Examples', ['the heading', HEADING]],
  [3, 'Execute Mode (write_to_cpi_context = false)', ['the two lists', SEEN_BY_LAYOUT]],
  [3, 'CPI Context Write Mode (write_to_cpi_context = true)'],
  [2, 'Instruction Logic', ['the heading', HEADING]],
  [3, 'Step 1: Parse Instruction Data', ['the code', SOURCE_CODE]],
  [3, 'Step 2: Validate Mode'],
  [3, 'Step 3: Parse Accounts with Dynamic Configuration', ['the code', SOURCE_CODE]],
  [3, 'Step 4: Process Invocation', ['the code', SOURCE_CODE]],
  [2, 'AccountOptions Usage Patterns', ['the heading', HEADING]],
  [3, 'Pattern 1: Minimal (No Optional Accounts)'],
  [3, 'Pattern 2: SOL Compression'],
  [3, 'Pattern 3: SOL Decompression'],
  [3, 'Pattern 4: CPI Context Write'],
  [2, 'Errors'],
  [2, 'Related Documentation', ['links', 'no statement']],
];

export const REINITIALIZE: readonly Row[] = [
  [1, 'ReInitCpiContextAccount', ['the title', HEADING]],
  [2, 'Summary', ['enum name and path', SOURCE_CODE]],
  [2, 'Description'],
  [3, 'Use Cases', ['the list of uses', MOTIVE]],
  [3, 'State Changes'],
  [2, 'Instruction Data'],
  [2, 'Accounts'],
  [3, 'Account Validations'],
  [2, 'Instruction Logic', ['the heading', HEADING]],
  [3, 'Step 1: Validate Ownership', ['the code', SOURCE_CODE]],
  [3, 'Step 2: Read Associated Merkle Tree', ['the code', SOURCE_CODE]],
  [3, 'Step 3: Resize Account'],
  [3, 'Step 4: Reinitialize Account', ['the code', SOURCE_CODE]],
  [2, 'Errors'],
  [2, 'Version Differences', ['the heading', HEADING]],
  [3, 'Version 1 (Legacy)', ['its fields and size', 'every plan of the area starts from such an account']],
  [3, 'Version 2 (Current)', ['the Rust struct and its benefits', SOURCE_CODE]],
  [2, 'Related Documentation', ['links', 'no statement']],
];
