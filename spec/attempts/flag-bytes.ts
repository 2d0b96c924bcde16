// Attempts with bytes that are neither 0 nor 1 where yes or no is said, and with counts that are not those of the entries.
import type { CodeColumn } from '../codes/types';
import type { FlagField } from '../plan';
import { byPrograms, everywhere, invoke, invokeCpi, siblings, type Attempts } from './make';

type FieldsOf = Readonly<Partial<Record<CodeColumn, readonly FlagField[]>>>;

const OPTIONS: FieldsOf = {
  Invoke: ['proof', 'relayFee', 'compressOrDecompressLamports', 'data'],
  InvokeCpi: ['proof', 'compressOrDecompressLamports', 'cpiContext', 'data'],
  InvokeCpiWithReadOnly: ['proof', 'address', 'data'],
  InvokeCpiWithAccountInfo: ['proof', 'address', 'input', 'output'],
};
const IGNORED: FieldsOf = {
  Invoke: ['address', 'readOnly'],
  InvokeCpi: ['relayFee', 'address', 'readOnly'],
};
const each = (...fields: readonly FlagField[]): FieldsOf => ({
  Invoke: fields,
  InvokeCpi: fields,
  InvokeCpiWithReadOnly: fields,
  InvokeCpiWithAccountInfo: fields,
});

/** By the name of the attempt: the bytes that are sent as another number. */
export const FLAG_ATTEMPT_FIELDS: Readonly<Record<string, FieldsOf>> = {
  'option-byte': OPTIONS,
  'option-byte-of-nothing': IGNORED,
  'compress-byte': each('isCompress'),
  'decompress-byte': each('isCompress'),
  'context-flag-byte': each('set', 'firstSet'),
  'index-proof-byte': each('proveByIndex'),
  'context-byte': each('withContext'),
  'transaction-hash-byte': each('withTransactionHash'),
};

const NOTE = 'No document says what a byte means that is neither 0 nor 1.';
const COUNTS = 'No document says what comes of a count that is not how many entries follow.';

export const FLAG_ATTEMPTS: Attempts = {
  'option-byte': {
    does: 'a byte of 2 to 255 that should say whether something is there',
    aims: [],
    comes: everywhere('15011'),
    note: NOTE,
  },
  'option-byte-of-nothing': {
    does: 'a byte of 2 to 255 in front of no address, in front of no relay fee (InvokeCpi), or for read_only',
    aims: [],
    comes: { ...invoke('accepted'), ...invokeCpi('accepted') },
    leavesAsTwin: true,
    note: NOTE,
  },
  'compress-byte': {
    does: 'is_compress as 2 to 255 where SOL is compressed',
    aims: [],
    comes: { ...invoke('6004'), ...invokeCpi('6004'), ...siblings('accepted') },
    leavesAsTwin: true,
    note: NOTE,
  },
  'decompress-byte': {
    does: 'is_compress as 2 to 255 where SOL is decompressed',
    aims: [],
    comes: { ...invoke('accepted'), ...invokeCpi('accepted'), ...siblings('6042') },
    leavesAsTwin: true,
    note: NOTE,
  },
  'context-flag-byte': {
    does: 'a flag of cpi_context as 2 to 255 where a context is executed',
    aims: [],
    comes: byPrograms('accepted'),
    leavesAsTwin: true,
    note: NOTE,
  },
  'index-proof-byte': {
    does: 'prove_by_index as 2 to 255 where an input is spent by its index',
    aims: [],
    comes: everywhere('6017'),
    note: NOTE,
  },
  'context-byte': {
    does: 'with_cpi_context as 2 to 255 where a context is executed',
    aims: [],
    comes: siblings('accepted'),
    leavesAsTwin: true,
    note: NOTE,
  },
  'transaction-hash-byte': {
    does: 'with_transaction_hash as 2 to 255 where no hash of the transaction is asked for',
    aims: [],
    comes: siblings('accepted'),
    leavesAsTwin: true,
    note: NOTE,
  },
  'bytes-behind': {
    does: 'bytes behind the last field',
    aims: [],
    comes: everywhere('accepted'),
    leavesAsTwin: true,
    note: 'No document says what comes of them.',
  },
  'count-of-more': {
    does: 'a count of outputs that is one or two more than how many follow',
    aims: [],
    comes: invokeCpi('15010'),
    note: COUNTS,
  },
  'count-beyond-the-data': {
    does: 'a count of inputs or outputs that is larger than how many bytes follow',
    aims: [],
    comes: invokeCpi('15004'),
    note: COUNTS,
  },
  'count-beyond-memory': {
    does: 'a count of inputs or outputs for which a program has no memory, with as many bytes behind it, and a first entry that cannot be read',
    aims: [],
    comes: invokeCpi('panic'),
    note: COUNTS,
  },
  'count-of-fewer': {
    does: 'a count of outputs that is smaller than how many follow',
    aims: [],
    comes: invokeCpi('15011'),
    note: COUNTS,
  },
};
