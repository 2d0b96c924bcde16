// Every row of the documents' error tables, with the rules that stand for it.
import type { DocumentName } from './rule';
import { RULES } from './rules';

export type DocumentedError = {
  /** Custom error number; null where the documents give a name only. */
  readonly code: number | null;
  readonly name: string;
  readonly documents: readonly DocumentName[];
  /** The cause as the tables state it, in our words. */
  readonly cause: string;
  readonly rules: readonly string[];
};

const BOTH: readonly DocumentName[] = ['INVOKE_CPI.md', 'CPI_CONTEXT.md'];
const INITIALIZE: DocumentName = 'INIT_CPI_CONTEXT_ACCOUNT.md';

const ROWS: readonly Omit<DocumentedError, 'rules'>[] = [
  {
    code: null,
    name: 'NotEnoughAccountKeys',
    documents: ['INVOKE_CPI.md', INITIALIZE],
    cause: 'fewer than 11 accounts, or fewer than 3 of an initialisation',
  },
  {
    code: null,
    name: 'MissingRequiredSignature',
    documents: [INITIALIZE],
    cause: 'the fee payer of an initialisation does not sign',
  },
  {
    code: null,
    name: 'IllegalOwner',
    documents: [INITIALIZE],
    cause: 'the tree, or the account to initialise, has another owner',
  },
  {
    code: 6002,
    name: 'CpiSignerCheckFailed',
    documents: ['INVOKE_CPI.md'],
    cause: 'the invoking program does not match the authority PDA',
  },
  {
    code: 6014,
    name: 'InvokingProgramNotProvided',
    documents: ['INVOKE_CPI.md'],
    cause: 'no invoking_program account',
  },
  {
    code: 6020,
    name: 'CpiContextAccountUndefined',
    documents: BOTH,
    cause: 'context data without a context account',
  },
  { code: 6021, name: 'CpiContextEmpty', documents: BOTH, cause: 'the context is empty when executed' },
  { code: 6022, name: 'CpiContextMissing', documents: BOTH, cause: 'a context account without context data' },
  {
    code: 6027,
    name: 'CpiContextFeePayerMismatch',
    documents: BOTH,
    cause: 'another fee payer than in the first invocation',
  },
  {
    code: 6028,
    name: 'CpiContextAssociatedMerkleTreeMismatch',
    documents: BOTH,
    cause: 'another Merkle tree than the context is associated with',
  },
  {
    code: 6042,
    name: 'StateMerkleTreeAccountDiscriminatorMismatch',
    documents: [INITIALIZE],
    cause: 'the tree to associate is neither a state tree nor a batched Merkle tree',
  },
  { code: 6049, name: 'CpiContextAlreadySet', documents: BOTH, cause: 'set when already set' },
  {
    code: 6054,
    name: 'CpiContextPassedAsSetContext',
    documents: BOTH,
    cause: 'a write flag without a context account',
  },
  {
    code: 6055,
    name: 'InvalidCpiContextOwner',
    documents: ['CPI_CONTEXT.md', INITIALIZE],
    cause: 'the context account has another owner',
  },
  {
    code: 6056,
    name: 'InvalidCpiContextDiscriminator',
    documents: ['CPI_CONTEXT.md', INITIALIZE],
    cause: 'the context account has another discriminator, or one to initialise has any',
  },
  {
    code: 6064,
    name: 'CpiContextDeactivated',
    documents: ['CPI_CONTEXT.md'],
    cause: 'the context is deactivated',
  },
  {
    code: 15016,
    name: 'InsufficientCapacity',
    documents: ['CPI_CONTEXT.md'],
    cause: 'a capacity of the context is exceeded',
  },
];

export const DOCUMENTED_ERRORS: readonly DocumentedError[] = ROWS.map((row) => ({
  ...row,
  rules: RULES.filter(
    ({ provenance, expects }) =>
      provenance === 'documented' && expects.kind === 'rejects' && expects.error === row.name,
  ).map((rule) => rule.id),
}));

const codesIn = (documents: readonly DocumentName[]): ReadonlySet<number> =>
  new Set(
    DOCUMENTED_ERRORS.filter((row) => row.documents.some((name) => documents.includes(name))).flatMap(
      ({ code }) => code ?? [],
    ),
  );

/** Numbers that the documents give a meaning to in an invocation: they must not appear with another. */
export const DOCUMENTED_CODES = codesIn(BOTH);
/** The same for an initialisation: its own document's. */
export const DOCUMENTED_INITIALIZATION_CODES = codesIn([INITIALIZE]);
