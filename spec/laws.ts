// The metamorphic laws: what must not make a difference, each with the sentences that it follows from.
import type { Law } from './law';
import { cpiContext, invokeCpi, linked } from './rules/make';

type Draft = Omit<Law, 'id' | 'needs' | 'compares'> & Partial<Pick<Law, 'needs' | 'compares'>>;

const ERRORS = { errors: true } as const;
const NOT_MENTIONED =
  'The documents name every account and field that an outcome depends on; this is none of them.';
const BY_ACCOUNTS = [
  invokeCpi('Accounts', '538f205fe45c1110'),
  invokeCpi('Errors', '1eebf37104f17014'),
] as const;

/** A later slot than any at which the first roads run: about two years of mainnet. */
const LATER_SLOT = 150_000_000;

const ACCEPTED_LAWS: Readonly<Record<string, Draft>> = {
  'direct-or-split': {
    statement:
      'Inputs, outputs and SOL sent directly leave the same leaves, nullifiers and lamports as when they are split over any number of context writes and executed at the end.',
    sources: [
      cpiContext('Step 3: Final Invocation', 'e348e019c573bd24'),
      invokeCpi('CPI Context Modes', '0a36770d04a2c306'),
    ],
    probes: true,
  },
  'direct-or-split-events': {
    statement:
      'Inputs and outputs sent directly are handed on for indexers with the same leaves, nullifiers and outputs as when they are split over any number of context writes and executed at the end.',
    sources: [
      cpiContext('Step 3: Final Invocation', 'e348e019c573bd24'),
      invokeCpi('State Changes', '874101c37a65ea0d'),
      invokeCpi('State Changes', '4cd22810cecb048c'),
    ],
    recorded: true,
    note: 'Outputs of a context are handed on in full, those of the execution itself stand in its instruction: taken together they must be the same.',
  },
  'one-or-several-transactions': {
    statement: 'A sequence of invocations leaves the same however it is divided into transactions.',
    sources: [cpiContext('Modes', '9bbe50ac60cc677d'), cpiContext('Modes', 'c97870a19fe2fe72')],
  },
  'order-of-writers': {
    statement:
      'The programs may write to a context in any order: the same entries are collected, and the same executed.',
    sources: [cpiContext('Step 2: Subsequent Invocations (0 or more)', 'd7d32390404726f1')],
    compares: { anyOrder: true },
    probes: true,
    note: 'The order of leaves is the order of writing; effects/set-appends and the order of the stored lists check that.',
  },
  'forgotten-past': {
    statement: 'What a context held before its first set makes no difference to what follows.',
    sources: [
      cpiContext('Step 1: First Invocation', 'f631cc77184eed30'),
      cpiContext('Modes', '9bbe50ac60cc677d'),
    ],
    compares: { tailOnly: true },
  },
};

const TWO_INSTRUCTIONS: Readonly<Record<string, Draft>> = {
  'invoke-or-invoke-cpi': {
    statement: 'The same outputs and SOL by Invoke and by InvokeCpi leave the same leaves and lamports.',
    sources: [
      invokeCpi('Key Differences from Invoke', 'cb49466b538e2067'),
      invokeCpi('State Changes', '874101c37a65ea0d'),
      invokeCpi('State Changes', 'c9b51708a7aa27ac'),
    ],
    area: 'differences',
    note: 'Who calls is a row of the differences; none of the rows is about what becomes of outputs without data, or of SOL.',
  },
};

const ALIKE_LAWS: Readonly<Record<string, Draft>> = {
  'unrelated-accounts': {
    statement: 'Accounts behind the remaining accounts that no index points at never change an outcome.',
    sources: [invokeCpi('Accounts', '7f7feba220ae33ef')],
  },
  'unrelated-transfers': {
    statement: 'Transfers behind the invocations, or in transactions of their own, never change an outcome.',
    sources: BY_ACCOUNTS,
    note: NOT_MENTIONED,
  },
  'position-in-transaction': {
    statement: 'The position of an invocation in its transaction never changes an outcome.',
    sources: BY_ACCOUNTS,
    note: NOT_MENTIONED,
  },
  'another-payer': {
    statement: 'Who pays for the transactions never changes an outcome: only the account in slot 0 counts.',
    sources: [
      invokeCpi('Accounts', '14f492225b2f5a99'),
      cpiContext('1. Fee Payer Consistency', '45527b8e032608d0'),
    ],
  },
  'compute-budget': {
    statement: 'Compute-budget instructions never change an outcome.',
    sources: BY_ACCOUNTS,
    note: NOT_MENTIONED,
  },
  'other-slot': {
    statement: 'The slot at which a plan runs never changes an outcome.',
    sources: BY_ACCOUNTS,
    slot: LATER_SLOT,
    note: NOT_MENTIONED,
  },
  'same-through': {
    statement: 'Outer programs that the calling program is called through never change an outcome.',
    sources: [
      invokeCpi('Account Validations', '9e0e5aded1b21a50'),
      invokeCpi('Accounts', '10aeb2f4d3a60993'),
    ],
  },
  renaming: {
    statement:
      'Other callers, payers, wallets and state trees in the same places have the same outcome up to their names.',
    sources: [
      invokeCpi('Account Validations', 'd8558727f39a158b'),
      cpiContext('2. Merkle Tree Association', '2a5265205e62fe44'),
    ],
    compares: { errors: true, renamed: true },
  },
  'unused-fields': {
    statement: 'The account in slot 3 and the index in the context data never change an outcome.',
    sources: [invokeCpi('Accounts', '527a203b52e1b113'), invokeCpi('Accounts', '89133f1c1f0aeca3')],
    note: 'The context account has a slot of its own, so that its index among the remaining accounts says nothing.',
  },
};

const ANY_INSTRUCTION: Readonly<Record<string, Draft>> = {
  'any-instruction': {
    statement:
      'The same call as InvokeCpi, as InvokeCpiWithReadOnly in either account mode or as InvokeCpiWithAccountInfo has the same outcome.',
    area: 'account-info',
    sources: [
      linked('INVOKE_CPI_WITH_READ_ONLY.md')('Processing Flow', '4736b5609cdc67f6'),
      linked('INVOKE_CPI_WITH_ACCOUNT_INFO.md')('State Changes', '874101c37a65ea0d'),
    ],
    note: 'Calls that all of them can say: the caller owns the outputs and its authority signs.',
  },
};

const NEXT_STEPS = (sentence: string) =>
  linked('CPI_GUIDE.md')('\\#\\# Next Steps: Address Lookup Tables (ALTs)', sentence);
const TABLES: Readonly<Record<string, Draft>> = {
  'lookup-tables': {
    statement:
      'A plan whose accounts stand in lookup tables has the same outcome as with all of them listed in legacy transactions.',
    area: 'cpi-guide',
    sources: [NEXT_STEPS('08645c3371dfc057')],
    note: 'Of InvokeCpi; cpi-guide/table-passes-on says the same of call graphs.',
  },
  'lookup-tables-large': {
    statement:
      'A plan with more accounts than a packet holds has the same outcome through lookup tables as in a legacy transaction without a packet’s limit.',
    area: 'cpi-guide',
    sources: [NEXT_STEPS('174513d380b1e31a'), NEXT_STEPS('08645c3371dfc057')],
    note: 'No network takes such a legacy transaction; the validator in this process does.',
  },
};

const lawsOf = (needs: Law['needs'], drafts: Readonly<Record<string, Draft>>): readonly Law[] =>
  Object.entries(drafts).map(([name, draft]) => ({
    needs,
    compares: needs === 'alike' ? ERRORS : {},
    ...draft,
    id: `laws/${name}`,
  }));

export const LAWS: readonly Law[] = [
  ...lawsOf('accepted', ACCEPTED_LAWS),
  ...lawsOf('alike', ALIKE_LAWS),
  ...lawsOf('alike', ANY_INSTRUCTION),
  ...lawsOf('accepted', TWO_INSTRUCTIONS),
  ...lawsOf('alike', TABLES),
];

const BY_ID: ReadonlyMap<string, Law> = new Map(LAWS.map((law) => [law.id, law]));

/** The law of that id, or undefined. */
export const lawById = (id: string): Law | undefined => BY_ID.get(id);
