// Small hand-made plans, witnesses and claim results for the tests of report/ and cli/.
import type { DocumentedError } from '../../spec/error-table';
import type {
  Baseline,
  BaselineEntry,
  ClaimResult,
  Finding,
  ProgramHashes,
  Witness,
} from '../../spec/result';
import type { Invocation, InvokeData, Plan } from '../../spec/plan';
import type { Rule } from '../../spec/rule';
import type { KeyRole } from '../../spec/world';

const hash = (digit: string): string => digit.repeat(64);

export const PROGRAMS: ProgramHashes = {
  version: '0.28.3',
  systemProgram: hash('a'),
  accountCompression: hash('b'),
  caller: hash('c'),
};

export const DATA: InvokeData = {
  discriminator: '31d4bf8127c22bc4',
  lengthPrefix: null,
  proof: null,
  newAddresses: [],
  inputs: [],
  outputs: [{ owner: 'program:A', lamports: 18446744073709551615n, address: null, data: null, treeIndex: 0 }],
  relayFee: null,
  compressOrDecompressLamports: 7n,
  isCompress: false,
  cpiContext: { firstSet: true, set: false, index: 0 },
  cutBytes: 0,
  readOnlyAddresses: [],
  readOnlyAccounts: [],
};

const SLOTS: readonly KeyRole[] = [
  'payer:0',
  'authority:A',
  'registered-program-pda',
  'noop',
  'account-compression-authority',
  'account-compression',
  'program:A',
  'light-system',
  'light-system',
  'solana-system',
  'context:1',
  'tree:1',
  'queue:1',
];

export const INVOCATION: Invocation = {
  kind: 'invocation',
  caller: 'A',
  through: [],
  instruction: 'InvokeCpi',
  accounts: SLOTS.map((key, index) => ({ key, signer: index < 2, writable: index === 0 || index > 9 })),
  data: DATA,
};

/** A plan of one transaction with these instructions. */
export const planOf = (...instructions: readonly Invocation[]): Plan => ({
  accounts: [{ key: 'context:1', feePayer: 'payer:0', lamports: 5n }],
  transactions: [{ feePayer: 'payer:0', computeUnitLimit: null, computeUnitPrice: 3n, instructions }],
});

/** The invocation with another key in one slot. */
export const withKey = (index: number, key: KeyRole): Invocation => ({
  ...INVOCATION,
  accounts: INVOCATION.accounts.map((meta, slot) => (slot === index ? { ...meta, key } : meta)),
});

export const witness = (rule: string, change: Partial<Witness> = {}): Witness => ({
  formatVersion: 1,
  rule,
  kind: 'deviation',
  verdict: 'missing-error',
  expected: '6020',
  observed: 'accepted',
  detail: 'the documents demand an error, the program accepted',
  plan: planOf(withKey(10, 'context:2')),
  twin: planOf(INVOCATION),
  programs: PROGRAMS,
  ...change,
});

export const finding = (rule: string, change: Partial<Omit<Finding, 'witness'>> = {}): Finding => {
  const outcome = { verdict: 'missing-error', expected: '6020', observed: 'accepted', ...change } as const;
  return { count: 310, ...outcome, witness: witness(rule, outcome) };
};

/** A result of 310 cases that all match; `change` makes it another. */
export const result = (claim: string, change: Partial<ClaimResult> = {}): ClaimResult => ({
  claim,
  kind: 'rule',
  requested: 310,
  executed: 310,
  violating: 310,
  twins: 310,
  inconclusive: 0,
  unspecified: 0,
  ownCode: 310,
  leavesVerified: 0,
  matrix: [{ expected: '6020', observed: 'light-system:6020', verdict: 'match', count: 310 }],
  findings: [],
  exemplar: witness(claim, { kind: 'exemplar', verdict: 'match', observed: 'light-system:6020' }),
  seenCodes: [{ raised: 'light-system:6020', count: 310, witness: witness(claim) }],
  fenced: {},
  coverage: {},
  ...change,
});

export const rule = (id: string, change: Partial<Rule> = {}): Rule => ({
  id,
  area: 'accounts',
  statement: 'The context account is there when context data is.',
  expects: { kind: 'rejects', code: 6020, error: 'CpiContextAccountUndefined' },
  provenance: 'documented',
  steps: [4, 4],
  sources: [{ document: 'INVOKE_CPI.md', section: 'Errors', sentence: '0123456789abcdef' }],
  ...change,
});

export const ERRORS: readonly DocumentedError[] = [
  {
    code: 6020,
    name: 'CpiContextAccountUndefined',
    documents: ['INVOKE_CPI.md', 'CPI_CONTEXT.md'],
    cause: 'context data without a context account',
    rules: ['accounts/one', 'accounts/two'],
  },
  {
    code: null,
    name: 'NotEnoughAccountKeys',
    documents: ['INVOKE_CPI.md'],
    cause: 'fewer than 11 accounts',
    rules: ['accounts/few'],
  },
];

export const entry = (ruleId: string, change: Partial<BaselineEntry> = {}): BaselineEntry => ({
  rule: ruleId,
  status: 'deviates',
  verdict: 'missing-error',
  expected: '6020',
  observed: 'accepted',
  reason: 'the program does not look',
  witness: '0.28.3/one.json',
  ...change,
});

export const baseline = (deviations: readonly BaselineEntry[], change: Partial<Baseline> = {}): Baseline => ({
  formatVersion: 1,
  programVersion: '0.28.3',
  systemProgram: PROGRAMS.systemProgram,
  deviations,
  observed: [],
  ...change,
});
