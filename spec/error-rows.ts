// The rows of all documents' error tables, one for each error: those without a number first, then by number.
import type { DocumentName } from './rule';

const CPI: DocumentName = 'INVOKE_CPI.md';
const CONTEXT: DocumentName = 'CPI_CONTEXT.md';
const INITIALIZE: DocumentName = 'INIT_CPI_CONTEXT_ACCOUNT.md';
const REINITIALIZE: DocumentName = 'REINIT_CPI_CONTEXT_ACCOUNT.md';
const INVOKE: DocumentName = 'INVOKE.md';
const READ_ONLY: DocumentName = 'INVOKE_CPI_WITH_READ_ONLY.md';
const INFOS: DocumentName = 'INVOKE_CPI_WITH_ACCOUNT_INFO.md';
const LIST: DocumentName = 'INSTRUCTIONS.md';
const PIPELINE: DocumentName = 'PROCESSING_PIPELINE.md';
const BOTH: readonly DocumentName[] = [CPI, CONTEXT];

/** The cause is in our words. INSTRUCTIONS.md, which lists all numbers, is named where a rule rests on it. */
export type ErrorRow = readonly [
  code: number | null,
  name: string,
  documents: readonly DocumentName[],
  cause: string,
];

export const ERROR_ROWS: readonly ErrorRow[] = [
  [
    null,
    'NotEnoughAccountKeys',
    [CPI, INITIALIZE, INVOKE, INFOS, REINITIALIZE],
    'fewer than 11 accounts, fewer than 9 of an Invoke, fewer than 3 of an initialisation, or fewer than mode and data ask for',
  ],
  [
    null,
    'MissingRequiredSignature',
    [INITIALIZE, INVOKE],
    'the fee payer of an initialisation or an Invoke does not sign, or the authority of an Invoke',
  ],
  [
    null,
    'IllegalOwner',
    [INITIALIZE, REINITIALIZE],
    'the tree, or the account to initialise, has another owner',
  ],
  [null, 'BorshIoError', [REINITIALIZE], 'the account to migrate is too small for version 1'],
  [
    null,
    'IncorrectProgramId',
    [INVOKE],
    'another account in the place of account-compression or the Solana system program',
  ],
  [6000, 'SumCheckFailed', [INVOKE, LIST, PIPELINE], 'lamports are not conserved'],
  [6001, 'SignerCheckFailed', [INVOKE], 'the authority does not own an input, or an input has data'],
  [6002, 'CpiSignerCheckFailed', [CPI], 'the invoking program does not match the authority PDA'],
  [6003, 'ComputeInputSumFailed', [LIST], 'the lamports of the inputs cannot be summed up'],
  [6004, 'ComputeOutputSumFailed', [LIST], 'the lamports of the outputs cannot be summed up'],
  [6008, 'CompressedSolPdaUndefinedForCompressSol', [INVOKE, LIST], 'no sol pool when compressing'],
  [6009, 'DecompressLamportsUndefinedForCompressSol', [INVOKE], 'no lamports given when compressing'],
  [6010, 'CompressedSolPdaUndefinedForDecompressSol', [INVOKE, LIST], 'no sol pool when decompressing'],
  [6011, 'DeCompressLamportsUndefinedForDecompressSol', [INVOKE], 'no lamports given when decompressing'],
  [6012, 'DecompressRecipientUndefinedForDecompressSol', [INVOKE, LIST], 'no recipient when decompressing'],
  [6014, 'InvokingProgramNotProvided', [CPI], 'no invoking_program account'],
  [6017, 'ProofIsNone', [INVOKE, LIST], 'a proof is needed and not given'],
  [6018, 'ProofIsSome', [LIST], 'a proof is given and none is needed'],
  [6019, 'EmptyInputs', [INVOKE], 'no inputs, outputs or addresses'],
  [6020, 'CpiContextAccountUndefined', BOTH, 'context data without a context account'],
  [6021, 'CpiContextEmpty', BOTH, 'the context is empty when executed'],
  [6022, 'CpiContextMissing', BOTH, 'a context account without context data'],
  [6027, 'CpiContextFeePayerMismatch', BOTH, 'another fee payer than in the first invocation'],
  [
    6028,
    'CpiContextAssociatedMerkleTreeMismatch',
    BOTH,
    'another Merkle tree than the context is associated with',
  ],
  [6034, 'ReadOnlyAddressAlreadyExists', [READ_ONLY, LIST], 'a read-only address waits in a queue'],
  [6035, 'ReadOnlyAccountDoesNotExist', [READ_ONLY], 'a read-only account is not found'],
  [
    6042,
    'StateMerkleTreeAccountDiscriminatorMismatch',
    [INITIALIZE],
    'the tree to associate is neither a state tree nor a batched Merkle tree',
  ],
  [6043, 'ProofVerificationFailed', [INVOKE, LIST], 'the proof does not prove what is executed'],
  [6044, 'InvalidAccountMode', [INFOS], 'a mode other than 1, or one that is not known'],
  [6049, 'CpiContextAlreadySet', BOTH, 'set when already set'],
  [
    6053,
    'DuplicateAccountInInputsAndReadOnly',
    [READ_ONLY],
    'the same account among inputs and read-only accounts',
  ],
  [6054, 'CpiContextPassedAsSetContext', [...BOTH, INFOS], 'a write flag without a context account'],
  [6055, 'InvalidCpiContextOwner', [CONTEXT, INITIALIZE], 'the context account has another owner'],
  [
    6056,
    'InvalidCpiContextDiscriminator',
    [CONTEXT, INITIALIZE, REINITIALIZE],
    'the context account has another discriminator, or one to initialise has any',
  ],
  [6057, 'InvalidAccountIndex', [INFOS], 'an account index points behind the accounts'],
  [6063, 'Unimplemented', [READ_ONLY], 'read-only addresses in a write to a context'],
  [6064, 'CpiContextDeactivated', [CONTEXT], 'the context is deactivated'],
  [15016, 'InsufficientCapacity', [CONTEXT], 'a capacity of the context is exceeded'],
];
