// Rules about SOL: what a sum must come to, who gives and who gets it, and that none is lost.
import type { Rule } from '../rule';
import { accepts, code, effect, invokeCpi, linked, named, observed, rejects, rulesOf } from './make';

const inCodes = (sentence: string) =>
  linked('INSTRUCTIONS.md')('Error Codes Reference (SystemProgramError)', sentence);
const pipeline = linked('PROCESSING_PIPELINE.md');

const SUM_CHECK = pipeline('Step 12: Sum Check', 'a89812a06e7f1173');
const EQUATION = pipeline('Step 12: Sum Check', '1ccfe0a65fcfbcc5');
const COMPRESS = pipeline('Step 13: SOL Compression/Decompression', '7eeb1fd35bc93bf2');
const DECOMPRESS = pipeline('Step 13: SOL Compression/Decompression', '57fdbd183350d9ee');
const POOL = invokeCpi('Accounts', 'abdcc061a0f18b94');
const RECIPIENT = invokeCpi('Accounts', '30ab6e8fb1c338d0');

const sumCheckFailed = code(6000, 'SumCheckFailed');

/** In front of everything that is inserted: PROCESSING_PIPELINE.md, Step 12 and Step 19. */
const IN_SUM_CHECK = [4.95, 4.95] as const;
/** With the accounts or when SOL moves. */
const ACCOUNTS = [2, 5] as const;
/** When all instructions have run. */
const AT_THE_END = [6, 6] as const;

const SUMS = [inCodes('775cdc1b5bd1dd01'), SUM_CHECK, EQUATION];

export const SOL_RULES: readonly Rule[] = rulesOf('sol', {
  'less-out-than-in': {
    statement:
      'An execution whose inputs and compressed SOL have more lamports than outputs and decompressed SOL fails with 6000 SumCheckFailed.',
    expects: sumCheckFailed,
    steps: IN_SUM_CHECK,
    sources: SUMS,
  },
  'more-out-than-in': {
    statement:
      'An execution whose outputs and decompressed SOL have more lamports than inputs and compressed SOL fails with 6000 SumCheckFailed.',
    expects: sumCheckFailed,
    steps: IN_SUM_CHECK,
    sources: SUMS,
    note: '6003 and 6004 say that a sum could not be computed; here both sums are below 2^64.',
  },
  'compression-beyond-u64': {
    statement:
      'Inputs whose lamports fit into 64 bits together, but not with what is compressed, are more than any outputs: 6000 SumCheckFailed.',
    expects: sumCheckFailed,
    steps: IN_SUM_CHECK,
    sources: SUMS,
    note: 'No code is documented for a sum with the compression that cannot be computed.',
  },
  'input-sum-beyond-u64': {
    statement: 'Inputs whose lamports come to 2^64 or more cannot be summed up: 6003 ComputeInputSumFailed.',
    expects: code(6003, 'ComputeInputSumFailed'),
    steps: IN_SUM_CHECK,
    sources: [inCodes('1fdb2f3995432345'), SUM_CHECK],
    note: 'Also where the sums agree modulo 2^64. Such inputs exist nowhere; the sum check comes before the nullification.',
  },
  'output-sum-beyond-u64': {
    statement:
      'Outputs whose lamports come to 2^64 or more cannot be summed up: 6004 ComputeOutputSumFailed.',
    expects: code(6004, 'ComputeOutputSumFailed'),
    steps: IN_SUM_CHECK,
    sources: [inCodes('afdd6acea80737f2'), SUM_CHECK],
    note: 'Also where the sums agree modulo 2^64.',
  },
  'pool-to-compress': {
    statement:
      'Compressing any amount, 0 too, without the sol pool fails with 6008 CompressedSolPdaUndefinedForCompressSol.',
    expects: code(6008, 'CompressedSolPdaUndefinedForCompressSol'),
    steps: ACCOUNTS,
    sources: [inCodes('ce7efb6867c8934b'), POOL],
    refines: ['accounts/sol-pool-required'],
  },
  'pool-to-decompress': {
    statement:
      'Decompressing any amount, 0 too, without the sol pool fails with 6010 CompressedSolPdaUndefinedForDecompressSol.',
    expects: code(6010, 'CompressedSolPdaUndefinedForDecompressSol'),
    steps: ACCOUNTS,
    sources: [inCodes('1f74fbc6f44d33c4'), POOL],
    refines: ['accounts/sol-pool-required'],
  },
  'recipient-to-decompress': {
    statement:
      'Decompressing any amount, 0 too, without a recipient fails with 6012 DecompressRecipientUndefinedForDecompressSol.',
    expects: code(6012, 'DecompressRecipientUndefinedForDecompressSol'),
    steps: ACCOUNTS,
    sources: [inCodes('e5337597397c19b3'), RECIPIENT],
    refines: ['accounts/recipient-required'],
  },
  'any-recipient': {
    statement:
      'SOL is decompressed to whatever writable account is named: a wallet, the fee payer, a tree, a queue, a context, an account that this creates.',
    expects: accepts,
    sources: [DECOMPRESS, RECIPIENT],
    note: 'Accounts that hold a program are left out, and a new account gets what exempts it from rent.',
  },
  conserved: {
    statement:
      'An execution puts into the sol pool, or takes from it, exactly what its outputs have more than its inputs: the pool always holds every lamport of every unspent account, and no lamport appears or vanishes.',
    expects: effect,
    sources: [EQUATION, COMPRESS, DECOMPRESS],
    note: 'Summed up over the unspent accounts of the plan, not read from the amount in the instruction data.',
  },
  'write-moves-nothing': {
    statement:
      'A write stores and returns early: any amount, direction, sol pool or recipient that comes with it moves no lamports.',
    expects: accepts,
    steps: [4, 5],
    sources: [invokeCpi('Step 4: Process CPI Context or Execute', 'c8fe18067fb5be27')],
  },
  'payer-can-pay': {
    statement: 'Compressing more lamports than the fee payer has is refused.',
    expects: rejects,
    sources: [COMPRESS],
    note: 'No code is named.',
  },
  'pool-unexpected': {
    ...observed,
    statement: 'The sol pool is refused with 6024 SolPoolPdaDefined where no amount is given.',
    expects: code(6024, 'SolPoolPdaDefined'),
    steps: ACCOUNTS,
    note: 'INSTRUCTIONS.md calls the pool "unexpected" and does not say when; INVOKE.md calls it optional.',
  },
  'recipient-unexpected': {
    ...observed,
    statement:
      'A recipient is refused with 6023 DecompressionRecipientDefined where nothing is decompressed.',
    expects: code(6023, 'DecompressionRecipientDefined'),
    steps: ACCOUNTS,
    note: 'INSTRUCTIONS.md calls the recipient "unexpected" and does not say when.',
  },
  'pool-address': {
    ...observed,
    statement: 'Another account in the place of the sol pool is refused with 20010, be SOL moved or not.',
    expects: code(20_010, 'InvalidSeeds'),
    steps: ACCOUNTS,
    refines: ['accounts/sol-pool-identity'],
  },
  'read-only-slots': {
    ...observed,
    statement: 'A sol pool or recipient that is not writable is refused with 20002, be SOL moved or not.',
    expects: code(20_002, 'AccountNotMutable'),
    steps: ACCOUNTS,
    refines: ['accounts/sol-pool-writable', 'accounts/recipient-writable'],
  },
  'zero-moves-nothing': {
    ...observed,
    statement: 'An amount of 0 is an amount: with its accounts it is accepted, and moves nothing.',
    expects: accepts,
  },
  'recipient-is-pool': {
    ...observed,
    statement:
      'Decompressing to the sol pool itself is accepted: the inputs are spent and their lamports stay in the pool, where no account claims them.',
    expects: accepts,
  },
  'recipient-is-program': {
    ...observed,
    statement: 'Decompressing to an account that holds a program is refused.',
    expects: rejects,
  },
  'left-below-rent': {
    ...observed,
    statement:
      'A transaction that leaves the pool, the recipient or the fee payer with lamports, but with too few to be exempt from rent, is undone by the runtime.',
    expects: named('InsufficientFundsForRent'),
    steps: AT_THE_END,
    atTheEnd: true,
  },
});
