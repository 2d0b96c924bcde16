// Rules about SOL in an Invoke: sol pool, recipient, lamports in and out (INVOKE.md, Account Validations and Errors).
import { accepts, code, linked, rejects, type Draft } from './make';

const invoke = linked('INVOKE.md');

/** From the account checks to step 13 of the pipeline, where SOL moves. */
const untilMoved = [2, 5.13] as const;
/** PROCESSING_PIPELINE.md, Step 12. */
const sumCheck = [5.12, 5.12] as const;

export const INVOKE_SOL_DRAFTS: Readonly<Record<string, Draft>> = {
  'sol-pool-identity': {
    statement: 'Slot 6, when given, is the sol pool PDA; another account there is refused.',
    expects: rejects,
    steps: untilMoved,
    sources: [invoke('Accounts', 'c2f9afd8190117ea')],
  },
  'sol-pool-writable': {
    statement: 'Slot 6, sol_pool_pda, must be writable when SOL is compressed or decompressed.',
    expects: rejects,
    steps: untilMoved,
    sources: [invoke('Accounts', 'c2f9afd8190117ea')],
  },
  'sol-pool-to-compress': {
    statement:
      'Compressing SOL without the sol pool PDA in slot 6 fails with 6008 CompressedSolPdaUndefinedForCompressSol.',
    expects: code(6008, 'CompressedSolPdaUndefinedForCompressSol'),
    steps: untilMoved,
    sources: [invoke('Errors', '181e6b6dbc048751'), invoke('Account Validations', '06dad72705e652c5')],
  },
  'sol-pool-to-decompress': {
    statement:
      'Decompressing SOL without the sol pool PDA in slot 6 fails with 6010 CompressedSolPdaUndefinedForDecompressSol.',
    expects: code(6010, 'CompressedSolPdaUndefinedForDecompressSol'),
    steps: untilMoved,
    sources: [invoke('Errors', '59789095b0a16015'), invoke('Account Validations', '06dad72705e652c5')],
  },
  'sol-pool-optional-otherwise': {
    statement: 'Where no SOL moves the sol pool PDA is optional: it may be passed, or the placeholder.',
    expects: accepts,
    sources: [invoke('Account Validations', 'c01781693417952c')],
    note: 'INSTRUCTIONS.md lists 6024 SolPoolPdaDefined ("Unexpected sol pool PDA") without saying when; INVOKE.md, which says when the account is optional, is taken at its word.',
  },
  'recipient-to-decompress': {
    statement:
      'Decompressing SOL without a decompression_recipient in slot 7 fails with 6012 DecompressRecipientUndefinedForDecompressSol.',
    expects: code(6012, 'DecompressRecipientUndefinedForDecompressSol'),
    steps: untilMoved,
    sources: [invoke('Errors', 'c70cd82183981fd0'), invoke('Account Validations', 'fdda39f093874219')],
  },
  'recipient-writable': {
    statement: 'Slot 7, decompression_recipient, must be writable when SOL is decompressed to it.',
    expects: rejects,
    steps: untilMoved,
    sources: [invoke('Account Validations', 'f239c330772a7f9f'), invoke('Accounts', 'd06dc5f6993ff9ef')],
  },
  'compress-without-lamports': {
    statement:
      'An Invoke that says is_compress without compress_or_decompress_lamports fails with 6009 DecompressLamportsUndefinedForCompressSol.',
    expects: code(6009, 'DecompressLamportsUndefinedForCompressSol'),
    steps: untilMoved,
    sources: [invoke('Errors', 'fda52fcac37a5145'), invoke('Data Layout', '05cf7b1b5980383b')],
    note: 'The row says "missing" and its name "for compress": read as is_compress set with no amount.',
  },
  'decompress-without-lamports': {
    statement:
      'An Invoke with a decompression_recipient, without is_compress and without compress_or_decompress_lamports, fails with 6011 DeCompressLamportsUndefinedForDecompressSol.',
    expects: code(6011, 'DeCompressLamportsUndefinedForDecompressSol'),
    steps: untilMoved,
    sources: [invoke('Errors', 'afd4dcb29125e888'), invoke('Data Layout', '05cf7b1b5980383b')],
    note: 'Every Invoke that moves no SOL has is_compress unset and no amount; what asks for a decompression is the recipient.',
  },
  'sum-check': {
    statement:
      'Lamports in (inputs and what is compressed) equal lamports out (outputs and what is decompressed); otherwise 6000 SumCheckFailed.',
    expects: code(6000, 'SumCheckFailed'),
    steps: sumCheck,
    sources: [invoke('Errors', '774b9615aa9a5f3b')],
  },
};
