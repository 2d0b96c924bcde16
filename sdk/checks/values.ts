// What the SDK exports as fixed values: program ids, derived addresses, trees, discriminators, limits.
import fc from 'fast-check';
import { base58Of } from '../../harness/base58';
import { shorten } from '../../report/terminal/text';
import { INVOKE_DISCRIMINATOR, INVOKE_CPI_DISCRIMINATOR } from '../../spec/invoke-cpi';
import { ACCOUNT_INFO_DISCRIMINATOR, READ_ONLY_DISCRIMINATOR } from '../../spec/invoke-cpi';
import type { KeyRole } from '../../spec/world';
import type { Check } from '../check';
import type { Dialect } from '../dialect';
import { SDK } from '../types';

type Row = {
  readonly id: string;
  readonly says: string;
  readonly names: readonly string[];
  readonly lines?: readonly string[];
  readonly result: string;
  readonly expected: string;
  /** Not asked of versions that have the interface description's coder only. */
  readonly ofLayouts?: true;
};

const noLayouts = ({ coder }: Dialect): string | null =>
  coder === 'anchor' ? 'it exports no layouts' : null;

const checkOf = ({ id, says, names, lines = [], result, expected, ofLayouts }: Row): Check => ({
  id,
  says,
  cases: 'one',
  ...(ofLayouts && { skips: noLayouts }),
  make: () =>
    fc.constant(() => ({
      said: { from: { [SDK]: names }, lines, result },
      expected,
      other: (printed) =>
        Promise.resolve({ outcome: 'differs' as const, why: `it says ${shorten(printed, 44)}` }),
    })),
});

const address = (id: string, name: string, result: string, role: KeyRole): Row => ({
  id: `address/${id}`,
  says: `${result} is the address of the program's ${id}.`,
  names: [name],
  result,
  expected: base58Of(role),
});

const roles = (id: string, byName: Readonly<Record<string, KeyRole>>): Row => ({
  id: `address/${id}`,
  says: `${Object.keys(byName).join(', ')} are the accounts that the program's package publishes.`,
  names: Object.keys(byName),
  result: `[${Object.keys(byName).join(', ')}].join()`,
  expected: Object.values(byName).map(base58Of).join(),
});

const STATIC = 'defaultStaticAccountsStruct';
const TREE_NUMBERS = [1, 2, 3, 4, 5];
const treeNames = (n: number): readonly (readonly [string, KeyRole])[] => [
  [`batchMerkleTree${n}`, `tree:${n}`],
  [`batchQueue${n}`, `queue:${n}`],
  [`batchCpiContext${n}`, `context:${n}`],
];

const ADDRESSES: readonly Row[] = [
  address('system-program', 'LightSystemProgram', 'LightSystemProgram.programId.toBase58()', 'light-system'),
  address(
    'sol-pool',
    'LightSystemProgram',
    'LightSystemProgram.deriveCompressedSolPda().toBase58()',
    'sol-pool',
  ),
  address(
    'registered-program',
    STATIC,
    `${STATIC}().registeredProgramPda.toBase58()`,
    'registered-program-pda',
  ),
  address(
    'compression-authority',
    STATIC,
    `${STATIC}().accountCompressionAuthority.toBase58()`,
    'account-compression-authority',
  ),
  address(
    'account-compression',
    STATIC,
    `${STATIC}().accountCompressionProgram.toBase58()`,
    'account-compression',
  ),
  address('noop', STATIC, `${STATIC}().noopProgram.toBase58()`, 'noop'),
  roles('state-tree-v1', { merkletreePubkey: 'tree:6', nullifierQueuePubkey: 'queue:6' }),
  roles('address-tree-v1', { addressTree: 'address-tree-v1', addressQueue: 'address-queue-v1' }),
  roles('second-state-tree-v1', { merkleTree2Pubkey: 'tree:7', nullifierQueue2Pubkey: 'queue:7' }),
  roles('contexts-v1', { cpiContextPubkey: 'context:6', cpiContext2Pubkey: 'context:7' }),
  roles('address-tree-v2', { batchAddressTree: 'address-tree' }),
  roles('state-trees-v2', Object.fromEntries(TREE_NUMBERS.flatMap(treeNames))),
];

const discriminator = (id: string, name: string, expected: string): Row => ({
  id: `discriminator/${id}`,
  says: `${name} selects ${id}.`,
  names: [name],
  result: `${name}.toString('hex')`,
  expected,
});

const DISCRIMINATORS: readonly Row[] = [
  discriminator('Invoke', 'INVOKE_DISCRIMINATOR', INVOKE_DISCRIMINATOR),
  discriminator('InvokeCpi', 'INVOKE_CPI_DISCRIMINATOR', INVOKE_CPI_DISCRIMINATOR),
  discriminator('InvokeCpiWithReadOnly', 'INVOKE_CPI_WITH_READ_ONLY_DISCRIMINATOR', READ_ONLY_DISCRIMINATOR),
  discriminator(
    'InvokeCpiWithAccountInfo',
    'INVOKE_CPI_WITH_ACCOUNT_INFO_DISCRIMINATOR',
    ACCOUNT_INFO_DISCRIMINATOR,
  ),
];

const NEW_OUTPUT =
  'const account = { owner: LightSystemProgram.programId, lamports, address: null, data: null };';
const NEW_DATA = [
  'const outputs = [{ compressedAccount: account, merkleTreeIndex: 0 }];',
  'const rest = { proof: null, relayFee: null, newAddressParams: [], isCompress: false };',
  'const lists = { inputCompressedAccountsWithMerkleContext: [], outputCompressedAccounts: outputs };',
  'const data = { ...rest, ...lists, compressOrDecompressLamports: null };',
];
const refuses = (id: string, says: string, lamports: string): Row => ({
  id: `limit/${id}`,
  says,
  names: ['LightSystemProgram', 'encodeInstructionDataInvoke', 'bn'],
  lines: [
    `const lamports = ${lamports};`,
    NEW_OUTPUT,
    ...NEW_DATA,
    'let answer = "refused";',
    "try { answer = encodeInstructionDataInvoke(data).toString('hex'); } catch { /* as it should */ }",
  ],
  result: 'answer',
  expected: 'refused',
  ofLayouts: true,
});

const LIMITS: readonly Row[] = [
  refuses('u64-overflow', 'Lamports of 2^64 are refused, rather than cut.', "bn('18446744073709551616')"),
  refuses('u64-negative', 'Lamports below zero are refused, rather than made positive.', "bn('-1')"),
  {
    id: 'limit/field-size',
    says: 'FIELD_SIZE is the modulus of the field, and a number below it is smaller than it.',
    names: ['FIELD_SIZE', 'isSmallerThanBn254FieldSizeBe'],
    lines: ["const below = FIELD_SIZE.subn(1).toArrayLike(Buffer, 'be', 32);"],
    result: '[FIELD_SIZE.toString(), isSmallerThanBn254FieldSizeBe(below)].join()',
    expected: '21888242871839275222246405745257275088548364400416034343698204186575808495617,true',
  },
  {
    id: 'limit/field-size-itself',
    says: 'The modulus itself is not smaller than the field.',
    names: ['FIELD_SIZE', 'isSmallerThanBn254FieldSizeBe'],
    result: "isSmallerThanBn254FieldSizeBe(FIELD_SIZE.toArrayLike(Buffer, 'be', 32))",
    expected: 'false',
  },
  {
    id: 'accounts/same-key-twice',
    says: 'PackedAccounts gives one account one index, however often it is inserted.',
    names: ['PackedAccounts', 'LightSystemProgram', 'batchMerkleTree1'],
    lines: [
      'const { programId } = LightSystemProgram;',
      'const PublicKey = programId.constructor;',
      'const packed = new PackedAccounts();',
      'const first = packed.insertOrGet(new PublicKey(batchMerkleTree1));',
      'const second = packed.insertOrGet(new PublicKey(batchMerkleTree1));',
    ],
    result: '[first, second].join()',
    expected: '0,0',
  },
];

export const VALUE_CHECKS: readonly Check[] = [...ADDRESSES, ...DISCRIMINATORS, ...LIMITS].map(checkOf);
