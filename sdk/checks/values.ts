// What the SDK exports as fixed values: program ids, derived addresses, trees, discriminators, limits.
import { base58Of } from '../../harness/base58';
import { INVOKE_DISCRIMINATOR, INVOKE_CPI_DISCRIMINATOR } from '../../spec/invoke-cpi';
import { ACCOUNT_INFO_DISCRIMINATOR, READ_ONLY_DISCRIMINATOR } from '../../spec/invoke-cpi';
import type { KeyRole } from '../../spec/world';
import type { Check } from '../check';
import { checkOf, type Row } from './value-check';

const address = (id: string, [name, result]: readonly [string, string], role: KeyRole): Row => ({
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

const ofStatic = (field: string): readonly [string, string] => [STATIC, `${STATIC}().${field}.toBase58()`];
const ofProgram = (result: string): readonly [string, string] => [
  'LightSystemProgram',
  `LightSystemProgram.${result}.toBase58()`,
];

const ADDRESSES: readonly Row[] = [
  address('system-program', ofProgram('programId'), 'light-system'),
  address('sol-pool', ofProgram('deriveCompressedSolPda()'), 'sol-pool'),
  address('registered-program', ofStatic('registeredProgramPda'), 'registered-program-pda'),
  address('compression-authority', ofStatic('accountCompressionAuthority'), 'account-compression-authority'),
  address('account-compression', ofStatic('accountCompressionProgram'), 'account-compression'),
  address('noop', ofStatic('noopProgram'), 'noop'),
  roles('state-tree-v1', { merkletreePubkey: 'tree:6', nullifierQueuePubkey: 'queue:6' }),
  roles('address-tree-v1', { addressTree: 'address-tree-v1', addressQueue: 'address-queue-v1' }),
  roles('second-state-tree-v1', { merkleTree2Pubkey: 'tree:7', nullifierQueue2Pubkey: 'queue:7' }),
  roles('contexts-v1', { cpiContextPubkey: 'context:6', cpiContext2Pubkey: 'context:7' }),
  roles('address-tree-v2', { batchAddressTree: 'address-tree' }),
  roles('state-trees-v2', Object.fromEntries(TREE_NUMBERS.flatMap(treeNames))),
];

const known = [1, 2, 3, 4, 5, 6, 7].map((n) =>
  [`tree:${n}`, `queue:${n}`, `context:${n}`].map((role) => base58Of(role as KeyRole)).join(),
);

const TREE_INFOS: Row = {
  id: 'address/tree-infos',
  says: 'localTestActiveStateTreeInfos gives each state tree the queue and the context that belong to it.',
  names: ['localTestActiveStateTreeInfos', 'TreeType'],
  lines: [
    `const known = ${JSON.stringify(known)};`,
    'const states = [TreeType.StateV1, TreeType.StateV2];',
    'const listed = localTestActiveStateTreeInfos().filter(({ treeType }) => states.includes(treeType));',
    'const joined = listed.map(({ tree, queue, cpiContext }) => [tree, queue, cpiContext].join());',
    'const wrong = joined.filter((text) => !known.includes(text));',
  ],
  result: '[listed.length > 0, wrong.length].join()',
  expected: 'true,0',
  ofLayouts: true,
};

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
    id: 'limit/unsafe-number',
    says: 'A number beyond what JavaScript counts exactly is refused, rather than rounded.',
    names: ['bn'],
    lines: [
      'let answer = "refused";',
      'try { answer = bn(2 ** 53 + 2).toString(); } catch { /* as it should */ }',
    ],
    result: 'answer',
    expected: 'refused',
  },
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

export const VALUE_CHECKS: readonly Check[] = [...ADDRESSES, TREE_INFOS, ...DISCRIMINATORS, ...LIMITS].map(
  checkOf,
);
