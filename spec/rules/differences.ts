// The tables "Key Differences" of INVOKE_CPI.md and INVOKE.md: a rule for each row and column.
import type { InstructionName } from '../plan';
import type { Rule } from '../rule';
import { accepts, code, invokeCpi, linked, named, rejects, rulesOf, type Draft } from './make';

const invoke = linked('INVOKE.md');

/** The row as INVOKE_CPI.md has it and as INVOKE.md has it; one of them may lack it. */
const row = (inInvoke: string, inInvokeCpi?: string) => [
  invoke('Key Differences from InvokeCpi', inInvoke),
  ...(inInvokeCpi === undefined ? [] : [invokeCpi('Key Differences from Invoke', inInvokeCpi)]),
];

const CALLER = row('cb49466b538e2067', 'cb49466b538e2067');
const AUTHORITY = row('732a7c23c1b79601');
const SIGNER = row('a0f3d1af15b3ed1a', 'bc74a51424a3b90d');
const DATA = row('2e25206800c983c3', '4a9a2221fbab53ec');
const CONTEXT = row('bab86120ec9b4cf9', 'bab86120ec9b4cf9');

const only = (instruction: InstructionName, drafts: Readonly<Record<string, Draft>>): readonly Rule[] =>
  rulesOf('differences', drafts).map((rule) => ({ ...rule, instructions: [instruction] }));

const INVOKE_COLUMN = only('Invoke', {
  'caller-invoke': {
    statement: 'Caller: an Invoke may be called by the transaction itself.',
    expects: accepts,
    sources: CALLER,
    note: 'The twin is the same operation by InvokeCpi, called by a program.',
  },
  'authority-signer-invoke': {
    statement: 'Authority signer: of an Invoke it must be a signer.',
    expects: named('MissingRequiredSignature'),
    steps: [2, 2],
    sources: AUTHORITY,
  },
  'signer-check-invoke': {
    statement:
      'Signer check: by Invoke an authority spends what it owns itself; what a program owns is refused, also where the program’s own PDA signs.',
    expects: code(6001, 'SignerCheckFailed'),
    steps: [3, 3],
    sources: SIGNER,
    note: 'The twin spends the same account by InvokeCpi.',
  },
  'data-accounts-invoke': {
    statement: 'Data accounts: an Invoke cannot create accounts with data.',
    expects: rejects,
    steps: [3, 5.09],
    sources: DATA,
    note: 'INVOKE_CPI.md says "Not allowed" of data accounts, INVOKE.md only of inputs, "only programs can own accounts with data": read as forbidding outputs with data too, since no program stands behind an Invoke. Inputs with data are invoke/input-without-data. The twin creates the same accounts by InvokeCpi.',
  },
  'cpi-context-invoke': {
    statement:
      'CPI context: Invoke has no slot and no field for one; a context account and context flags behind its data change nothing, and the context stays as it was.',
    expects: accepts,
    sources: CONTEXT,
    note: 'INVOKE.md, Step 1 drops what is left behind the last field, and other remaining accounts are allowed.',
  },
});

const INVOKE_CPI_COLUMN = only('InvokeCpi', {
  'caller-invoke-cpi': {
    statement: 'Caller: an InvokeCpi that the transaction itself calls is refused.',
    expects: rejects,
    steps: [2, 3.1],
    alsoAllows: [6002],
    sources: CALLER,
    note: 'No program makes the call, so that no account can be invoking_program and no PDA can sign. The twin is the same operation by Invoke, called by the transaction.',
  },
  'authority-signer-invoke-cpi': {
    statement: 'Authority signer: of an InvokeCpi it is not required to be a signer.',
    expects: accepts,
    sources: AUTHORITY,
    note: 'The same as accounts/authority-signer-optional, here on an operation that Invoke knows too.',
  },
  'signer-check-invoke-cpi': {
    statement:
      'Signer check: by InvokeCpi a program spends what it owns; what a wallet or another key owns is refused, even if it signs.',
    expects: rejects,
    steps: [3.2, 3.2],
    sources: SIGNER,
    note: '"Invoking program PDA owns" in this row and "owner == invoking_program" in Step 3 contradict each other; the step is taken. The twin spends the same account by Invoke.',
  },
  'data-accounts-invoke-cpi': {
    statement: 'Data accounts: by InvokeCpi a program creates accounts with data that it owns.',
    expects: accepts,
    sources: DATA,
    note: 'The twin creates accounts without data for the same owner’s authority by Invoke.',
  },
  'cpi-context-invoke-cpi': {
    statement: 'CPI context: by InvokeCpi the same outputs can be written to a context.',
    expects: accepts,
    sources: CONTEXT,
    note: 'The twin creates the outputs by Invoke.',
  },
});

export const DIFFERENCE_RULES: readonly Rule[] = [...INVOKE_COLUMN, ...INVOKE_CPI_COLUMN];
