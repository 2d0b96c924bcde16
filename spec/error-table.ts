// Every row of the documents' error tables, with the rules that stand for it.
import type { InstructionName } from './plan';
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
const INVOKE: DocumentName = 'INVOKE.md';

type Row = readonly [code: number | null, name: string, cause: string];
/** INVOKE.md, Errors: those that no other document of this project's first three lists. */
const INVOKE_ROWS: readonly Row[] = [
  [
    null,
    'IncorrectProgramId',
    'another account in the place of account-compression or the Solana system program',
  ],
  [6000, 'SumCheckFailed', 'lamports are not conserved'],
  [6001, 'SignerCheckFailed', 'the authority does not own an input, or an input has data'],
  [6008, 'CompressedSolPdaUndefinedForCompressSol', 'no sol pool when compressing'],
  [6009, 'DecompressLamportsUndefinedForCompressSol', 'no lamports given when compressing'],
  [6010, 'CompressedSolPdaUndefinedForDecompressSol', 'no sol pool when decompressing'],
  [6011, 'DeCompressLamportsUndefinedForDecompressSol', 'no lamports given when decompressing'],
  [6012, 'DecompressRecipientUndefinedForDecompressSol', 'no recipient when decompressing'],
  [6017, 'ProofIsNone', 'a proof is needed and not given'],
  [6019, 'EmptyInputs', 'no inputs, outputs or addresses'],
  [6043, 'ProofVerificationFailed', 'the proof does not verify'],
];

const ROWS: readonly Omit<DocumentedError, 'rules'>[] = [
  {
    code: null,
    name: 'NotEnoughAccountKeys',
    documents: ['INVOKE_CPI.md', INITIALIZE, INVOKE],
    cause: 'fewer than 11 accounts, fewer than 9 of an Invoke, or fewer than 3 of an initialisation',
  },
  {
    code: null,
    name: 'MissingRequiredSignature',
    documents: [INITIALIZE, INVOKE],
    cause: 'the fee payer of an initialisation or an Invoke does not sign, or the authority of an Invoke',
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
    code: 6017,
    name: 'ProofIsNone',
    documents: ['INVOKE.md', 'INSTRUCTIONS.md'],
    cause: 'a proof is needed and none is given',
  },
  {
    code: 6018,
    name: 'ProofIsSome',
    documents: ['INSTRUCTIONS.md'],
    cause: 'a proof is given and none is needed',
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
  {
    code: 6043,
    name: 'ProofVerificationFailed',
    documents: ['INVOKE.md', 'INSTRUCTIONS.md'],
    cause: 'the proof does not prove what is executed',
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
  ...INVOKE_ROWS.map(([code, name, cause]) => ({ code, name, documents: [INVOKE], cause })),
];

export const DOCUMENTED_ERRORS: readonly DocumentedError[] = ROWS.map((row) => ({
  ...row,
  rules: RULES.filter((rule) => rule.expects.kind === 'rejects' && rule.expects.error === row.name).map(
    (rule) => rule.id,
  ),
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
const DOCUMENTED_INVOKE_CODES = codesIn([INVOKE]);

/** Of an instruction: the numbers that its own documents give a meaning to. */
export const documentedCodesOf = (instruction: InstructionName): ReadonlySet<number> =>
  instruction === 'Invoke' ? DOCUMENTED_INVOKE_CODES : DOCUMENTED_CODES;
