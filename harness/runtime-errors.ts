// The runtime's error texts and the names it has for them (Solana 1.18: InstructionError, TransactionError).
import type { Refusal } from './validator';

const INSTRUCTION_ERRORS: Readonly<Record<string, string>> = {
  'generic instruction error': 'GenericError',
  'invalid program argument': 'InvalidArgument',
  'invalid instruction data': 'InvalidInstructionData',
  'invalid account data for instruction': 'InvalidAccountData',
  'account data too small for instruction': 'AccountDataTooSmall',
  'insufficient funds for instruction': 'InsufficientFunds',
  'incorrect program id for instruction': 'IncorrectProgramId',
  'missing required signature for instruction': 'MissingRequiredSignature',
  'instruction requires an uninitialized account': 'AccountAlreadyInitialized',
  'instruction requires an initialized account': 'UninitializedAccount',
  'sum of account balances before and after instruction do not match': 'UnbalancedInstruction',
  'instruction illegally modified the program id of an account': 'ModifiedProgramId',
  'instruction spent from the balance of an account it does not own': 'ExternalAccountLamportSpend',
  'instruction modified data of an account it does not own': 'ExternalAccountDataModified',
  'instruction changed the balance of a read-only account': 'ReadonlyLamportChange',
  'instruction modified data of a read-only account': 'ReadonlyDataModified',
  'instruction contains duplicate accounts': 'DuplicateAccountIndex',
  'instruction changed executable bit of an account': 'ExecutableModified',
  'instruction modified rent epoch of an account': 'RentEpochModified',
  'insufficient account keys for instruction': 'NotEnoughAccountKeys',
  "program other than the account's owner changed the size of the account data": 'AccountDataSizeChanged',
  'instruction expected an executable account': 'AccountNotExecutable',
  'instruction tries to borrow reference for an account which is already borrowed': 'AccountBorrowFailed',
  'instruction left account with an outstanding borrowed reference': 'AccountBorrowOutstanding',
  'instruction modifications of multiply-passed account differ': 'DuplicateAccountOutOfSync',
  'program returned invalid error code': 'InvalidError',
  'instruction changed executable accounts data': 'ExecutableDataModified',
  'instruction changed the balance of an executable account': 'ExecutableLamportChange',
  'instruction changed the balance of a executable account': 'ExecutableLamportChange',
  'executable accounts must be rent exempt': 'ExecutableAccountNotRentExempt',
  'Unsupported program id': 'UnsupportedProgramId',
  'Cross-program invocation call depth too deep': 'CallDepth',
  'An account required by the instruction is missing': 'MissingAccount',
  'Cross-program invocation reentrancy not allowed for this instruction': 'ReentrancyNotAllowed',
  'Length of the seed is too long for address generation': 'MaxSeedLengthExceeded',
  'Provided seeds do not result in a valid address': 'InvalidSeeds',
  'Failed to reallocate account data': 'InvalidRealloc',
  'Computational budget exceeded': 'ComputationalBudgetExceeded',
  'Cross-program invocation with unauthorized signer or writable account': 'PrivilegeEscalation',
  'Failed to create program execution environment': 'ProgramEnvironmentSetupFailure',
  'Program failed to complete': 'ProgramFailedToComplete',
  'Program failed to compile': 'ProgramFailedToCompile',
  'Account is immutable': 'Immutable',
  'Incorrect authority provided': 'IncorrectAuthority',
  'An account does not have enough lamports to be rent-exempt': 'AccountNotRentExempt',
  'Invalid account owner': 'InvalidAccountOwner',
  'Program arithmetic overflowed': 'ArithmeticOverflow',
  'Unsupported sysvar': 'UnsupportedSysvar',
  'Provided owner is not allowed': 'IllegalOwner',
  'Accounts data allocations exceeded the maximum allowed per transaction':
    'MaxAccountsDataAllocationsExceeded',
  'Max accounts exceeded': 'MaxAccountsExceeded',
  'Max instruction trace length exceeded': 'MaxInstructionTraceLengthExceeded',
  'Builtin programs must consume compute units': 'BuiltinProgramsMustConsumeComputeUnits',
};

const TRANSACTION_ERRORS: Readonly<Record<string, string>> = {
  'Account in use': 'AccountInUse',
  "Transaction loads an address table account that doesn't exist": 'AddressLookupTableNotFound',
  'Transaction loads an address table account with an invalid owner': 'InvalidAddressLookupTableOwner',
  'Transaction loads an address table account with invalid data': 'InvalidAddressLookupTableData',
  'Transaction address table lookup uses an invalid index': 'InvalidAddressLookupTableIndex',
  'Account loaded twice': 'AccountLoadedTwice',
  'Attempt to debit an account but found no record of a prior credit.': 'AccountNotFound',
  'Attempt to load a program that does not exist': 'ProgramAccountNotFound',
  'Insufficient funds for fee': 'InsufficientFundsForFee',
  'This account may not be used to pay transaction fees': 'InvalidAccountForFee',
  'This transaction has already been processed': 'AlreadyProcessed',
  'Blockhash not found': 'BlockhashNotFound',
  'Transaction contains an invalid account reference': 'InvalidAccountIndex',
  'This program may not be used for executing instructions': 'InvalidProgramForExecution',
  'Transaction failed to sanitize accounts offsets correctly': 'SanitizeFailure',
  'Transaction loads a writable account that cannot be written': 'InvalidWritableAccount',
  'Transaction locked too many accounts': 'TooManyAccountLocks',
  'Transaction leaves an account with a lower balance than rent-exempt minimum': 'InvalidRentPayingAccount',
  'Transaction exceeded max loaded accounts data size cap': 'MaxLoadedAccountsDataSizeExceeded',
  'Sum of account balances before and after transaction do not match': 'UnbalancedTransaction',
};

const PATTERNS: readonly (readonly [RegExp, string])[] = [
  [/^Failed to serialize or deserialize account data/, 'BorshIoError'],
  [/^Transaction results in an account .* with insufficient funds for rent$/, 'InsufficientFundsForRent'],
  [/^Transaction contains a duplicate instruction/, 'DuplicateInstruction'],
];

/** All names; those of the patterns belong to the transaction but for the first. */
export const INSTRUCTION_ERROR_NAMES: readonly string[] = [
  ...Object.values(INSTRUCTION_ERRORS),
  'BorshIoError',
];
export const TRANSACTION_ERROR_NAMES: readonly string[] = Object.values(TRANSACTION_ERRORS);

/** The runtime's name for an error text; the text itself where no name is known. */
export function errorName(text: string): string {
  const name = INSTRUCTION_ERRORS[text] ?? TRANSACTION_ERRORS[text];
  return name ?? PATTERNS.find(([pattern]) => pattern.test(text))?.[1] ?? text;
}

/** A regular expression for the texts that have this name; for a text without one, for the text itself. */
export function errorPattern(name: string): string {
  const pattern = PATTERNS.find(([, known]) => known === name)?.[0];
  if (pattern !== undefined) return pattern.source;
  const known = [...Object.entries(INSTRUCTION_ERRORS), ...Object.entries(TRANSACTION_ERRORS)];
  const texts = known.filter(([, one]) => one === name).map(([text]) => text);
  const exact = (texts.length === 0 ? [name] : texts).map((text) =>
    text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'),
  );
  return `^(?:${exact.join('|')})$`;
}

const INSTRUCTION = /^Error processing Instruction (\d+): (.*)$/s;
const CUSTOM = /^custom program error: 0x([0-9a-f]+)$/;

/** What a transaction's error text says, in the terms that both runtimes share. */
export function refusalOf(result: string): Refusal {
  const [, index, text] = INSTRUCTION.exec(result) ?? [];
  if (index === undefined || text === undefined) return { index: null, error: errorName(result), code: null };
  const custom = CUSTOM.exec(text)?.[1];
  if (custom !== undefined) return { index: Number(index), error: 'Custom', code: parseInt(custom, 16) };
  return { index: Number(index), error: errorName(text), code: null };
}
