// LiteSVM's typed errors, with the names that the runtime has for them.
import {
  FailedTransactionMetadata,
  InstructionErrorBorshIo,
  InstructionErrorCustom,
} from 'litesvm/dist/internal';
import {
  TransactionErrorDuplicateInstruction,
  TransactionErrorInstructionError,
} from 'litesvm/dist/internal';
import { TransactionErrorInsufficientFundsForRent } from 'litesvm/dist/internal';
import { INSTRUCTION_ERRORS, TRANSACTION_ERRORS } from './litesvm-error-names';
import type { Refusal } from './validator';

type TypedError = ReturnType<FailedTransactionMetadata['err']>;
type InstructionTypedError = ReturnType<TransactionErrorInstructionError['err']>;

function inInstruction(index: number, error: InstructionTypedError): Refusal {
  if (error instanceof InstructionErrorCustom) return { index, error: 'Custom', code: error.code };
  if (error instanceof InstructionErrorBorshIo) return { index, error: 'BorshIoError', code: null };
  return { index, error: INSTRUCTION_ERRORS[error] ?? String(error), code: null };
}

const ofTransaction = (error: string): Refusal => ({ index: null, error, code: null });

/** What a typed error says, in the terms that both runtimes share. */
export function refusalOf(error: TypedError): Refusal {
  if (error instanceof TransactionErrorInstructionError) return inInstruction(error.index, error.err());
  if (error instanceof TransactionErrorInsufficientFundsForRent)
    return ofTransaction('InsufficientFundsForRent');
  if (error instanceof TransactionErrorDuplicateInstruction) return ofTransaction('DuplicateInstruction');
  if (typeof error === 'number') return ofTransaction(TRANSACTION_ERRORS[error] ?? String(error));
  return ofTransaction('ProgramExecutionTemporarilyRestricted');
}
