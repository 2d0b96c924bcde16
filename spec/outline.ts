// The headings of the documents in order, with what no rule checks there and the reason.
import { INVOKE_OUTLINE } from './outline/invoke';
import { HEADING, MOTIVE, SOURCE_CODE, type Row } from './outline/row';
import { ACCOUNT_INFO, READ_ONLY, REINITIALIZE } from './outline/siblings';
import { LINKED_OUTLINES } from './outline/linked';
import type { DocumentName } from './rule';

export type OutlineEntry = {
  readonly document: DocumentName;
  readonly section: string;
  readonly level: number;
  readonly unchecked: readonly { readonly what: string; readonly why: string }[];
};

const INVOKE_CPI: readonly Row[] = [
  [1, 'InvokeCpi', ['the title', HEADING]],
  [2, 'Summary', ['enum name and path', SOURCE_CODE]],
  [2, 'Description', ['a call that is not made by CPI', 'checked with the first row of Key Differences']],
  [3, 'Use Cases', ['the list of uses', MOTIVE]],
  [3, 'Key Differences from Invoke'],
  [3, 'State Changes'],
  [
    2,
    'Instruction Data',
    [
      'the Rust struct',
      `${SOURCE_CODE}; its fields are sent by every plan, the relay fee by a rule of its own; input_root_indices is no field of the wire layout`,
    ],
  ],
  [3, 'Data Layout'],
  [
    2,
    'Accounts',
    [
      'signer flags of slots 2, 4, 5, 7 and 9',
      'no transaction can make these accounts sign, so the column cannot be exercised',
    ],
    [
      'writable flags of slots 5, 6 and 9',
      'the runtime itself takes the writable flag off programs that a transaction calls and off built-in programs',
    ],
  ],
  [3, 'Account Validations'],
  [
    2,
    'Instruction Logic',
    [
      'the order of the steps',
      'not a rule of its own: every prediction uses it where a plan breaks several rules',
    ],
  ],
  [
    3,
    'Step 1: Parse Instruction Data',
    ['the code', `${SOURCE_CODE}; the skipped prefix is a rule of Data Layout`],
  ],
  [
    3,
    'Step 2: Parse and Validate Accounts',
    ['the code', `${SOURCE_CODE}; the checks are rules of Accounts`],
  ],
  [3, 'Step 3: CPI Signer Checks'],
  [3, 'Step 4: Process CPI Context or Execute', ['the code', SOURCE_CODE]],
  [
    2,
    'CPI Context Modes',
    ['the four rows', 'repeated in CPI_CONTEXT.md, Modes and CPI Context Flow, where the rules cite them'],
  ],
  [2, 'Errors'],
  [2, 'Related Documentation', ['links', 'no statement']],
];

const CPI_CONTEXT: readonly Row[] = [
  [1, 'CPI Context', ['the title', HEADING]],
  [
    2,
    'Quick Reference',
    ['capacity_params', 'INIT_CPI_CONTEXT_ACCOUNT.md gives the instruction no parameters: it takes no data'],
    [
      '"One proof in final invocation covers all accounts"',
      'no proving key of this version is published, so no proof can succeed; that a wrong one fails is modes/execute-verifies-proof',
    ],
  ],
  [2, 'Overview', ['cost figures and benefits', MOTIVE], ['source path', SOURCE_CODE]],
  [
    2,
    'State Machine',
    ['the drawing', 'each edge is a rule of CPI Context Flow; sequences drive all of them'],
  ],
  [3, 'Modes'],
  [2, 'CPI Context Flow', ['the heading', HEADING]],
  [3, 'Step 1: First Invocation'],
  [3, 'Step 2: Subsequent Invocations (0 or more)'],
  [3, 'Step 3: Final Invocation'],
  [2, 'Data Structures', ['the heading', HEADING]],
  [3, 'CompressedCpiContext (Instruction Data)', ['source path', SOURCE_CODE]],
  [
    3,
    'Stored Data in CpiContextAccount',
    [
      'readonly_addresses, readonly_accounts',
      'the limitation says that they are never written; the lists are checked to stay empty',
    ],
  ],
  [2, 'Validation Rules', ['the heading', HEADING]],
  [3, '1. Fee Payer Consistency'],
  [3, '2. Merkle Tree Association'],
  [3, '3. Non-Empty on Execute'],
  [3, '4. Account Must Exist for Context Operations'],
  [2, 'Limitations', ['the heading', HEADING]],
  [
    3,
    '1. Read-Only Accounts/Addresses',
    [
      '"Include read-only accounts only in the final execute invocation"',
      'read-only entries of an execution need a proof or another instruction',
    ],
  ],
  [
    3,
    '2. Fixed Capacity',
    [
      'where the output data begins',
      'no document says it; 7,520 bytes, and two bytes for each length, are read off the published accounts',
    ],
    ['other capacities than the default', 'InitializeCpiContextAccount has no way to ask for them'],
  ],
  [3, '3. Single Merkle Tree Association'],
  [2, 'Error Codes'],
  [2, 'Related Files', ['file names', SOURCE_CODE]],
];

const INIT_CPI_CONTEXT: readonly Row[] = [
  [1, 'InitializeCpiContextAccount', ['the title', HEADING]],
  [2, 'Summary', ['enum name and path', SOURCE_CODE]],
  [2, 'Description'],
  [3, 'Use Cases', ['the list of uses', MOTIVE]],
  [3, 'State Changes'],
  [2, 'Instruction Data'],
  [
    2,
    'Accounts',
    ['"Pays for account creation"', 'the account must exist beforehand; nothing is left to pay'],
  ],
  [3, 'Account Validations'],
  [2, 'Instruction Logic', ['the heading', HEADING]],
  [3, 'Step 1: Validate Accounts', ['the code', `${SOURCE_CODE}; the checks are rules of Accounts`]],
  [3, 'Step 2: Initialize Account', ['the code', SOURCE_CODE]],
  [2, 'Errors'],
  [
    2,
    'Related Documentation',
    ['links', 'no statement'],
    ['re-initialisation of version 1 accounts', 'another instruction with a page of its own'],
  ],
];

const PLACE_OF_CODE = 'example code: its statements are those of the other sections';
const CPI_GUIDE: readonly Row[] = [
  [3, '\\#\\# How CPIs Work', ['"halts its own execution"', 'nothing runs beside a call that could show it']],
  [3, '\\#\\# `invoke` vs. `invoke_signed`', ['key functions', SOURCE_CODE]],
  [3, '\\#\\# Code Snippets: Anchor vs. Native Rust', ['the introduction', MOTIVE]],
  [
    4,
    'Anchor CPI Example',
    ['the code', PLACE_OF_CODE],
    [
      'Anchor’s own checks and errors',
      'those of a framework in the programs and no rule of the runtime; the two programs, with its ABI and an IDL, are driven by its client in a test beside them',
    ],
  ],
  [4, 'Native Rust CPI Example', ['the code', PLACE_OF_CODE]],
  [
    3,
    '\\#\\# Tricky Parts & Common Pitfalls',
    [
      'the 8-byte discriminator of Anchor',
      'a convention of the framework; the test beside the guide’s two programs tries it short, wrapped, and of another name, and the rules of InvokeCpi’s instruction data are about a program that has one',
    ],
  ],
  [3, '\\#\\# Real-World Usage', ['the table', MOTIVE]],
  [
    3,
    '\\#\\# Next Steps: Address Lookup Tables (ALTs)',
    [
      'that a standard transaction holds only so many keys',
      'a limit of the network’s packets, which the validator in this process does not have',
    ],
  ],
];

const rows = (document: DocumentName, list: readonly Row[]): readonly OutlineEntry[] =>
  list.map(([level, section, ...unchecked]) => ({
    document,
    section,
    level,
    unchecked: unchecked.map(([what, why]) => ({ what, why })),
  }));

export const SECTION_OUTLINE: readonly OutlineEntry[] = [
  ...rows('INVOKE_CPI.md', INVOKE_CPI),
  ...rows('CPI_CONTEXT.md', CPI_CONTEXT),
  ...rows('INIT_CPI_CONTEXT_ACCOUNT.md', INIT_CPI_CONTEXT),
  ...rows('CPI_GUIDE.md', CPI_GUIDE),
  ...rows('INVOKE.md', INVOKE_OUTLINE),
  ...rows('INVOKE_CPI_WITH_READ_ONLY.md', READ_ONLY),
  ...rows('INVOKE_CPI_WITH_ACCOUNT_INFO.md', ACCOUNT_INFO),
  ...rows('REINIT_CPI_CONTEXT_ACCOUNT.md', REINITIALIZE),
  ...LINKED_OUTLINES.flatMap(([document, list]) => rows(document, list)),
];
