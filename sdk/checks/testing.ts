// For each check, one export of the SDK that is wrong, as an expression in which `real` is the published module.

export const wrongKey =
  "new real.LightSystemProgram.programId.constructor('11111111111111111111111111111111')";
const hex = (name: string): string => `Buffer.from(real.${name}).fill(7)`;
/** Encodes as the real layout does, and then changes a byte near the end. */
const spoiled = (name: string): string =>
  `{ encode: (data, buffer) => { const n = real.${name}.encode(data, buffer); buffer[n - 3] ^= 1; return n; } }`;
const shifted = (name: string): string =>
  `(...all) => { const made = Buffer.from(real.${name}(...all)); made[31] ^= 1; return made; }`;
const staticWith = (name: string): string =>
  `() => ({ ...real.defaultStaticAccountsStruct(), ${name}: ${wrongKey} })`;
const builder = (method: string): string =>
  `class extends real.LightSystemProgram { static async ${method}(given) { const made = await super.${method}(given); for (const key of made.keys.slice(9)) key.isWritable = false; return made; } }`;
const description = (name: string): string =>
  `{ ...real.IDL, types: real.IDL.types.map((type) => type.name === '${name}' ? { ...type, type: { ...type.type, fields: type.type.fields.toReversed() } } : type) }`;
const reversed = (name: string): string => `(config) => real.${name}(config).toReversed()`;
const decoder = (name: string): string =>
  `(bytes) => { const { proof, ...rest } = real.${name}(bytes); return rest; }`;

/** By check: the export that is wrong, and how. */
export const WRONG: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'encode/invoke': {
    encodeInstructionDataInvoke:
      '(data) => { const made = real.encodeInstructionDataInvoke(data); made[made.length - 1] ^= 1; return made; }',
  },
  'encode/invoke-cpi-by-layout-names': {
    InstructionDataInvokeCpiLayout: spoiled('InstructionDataInvokeCpiLayout'),
  },
  'encode/invoke-cpi-with-read-only': {
    InstructionDataInvokeCpiWithReadOnlyLayout: spoiled('InstructionDataInvokeCpiWithReadOnlyLayout'),
  },
  'encode/reading-accounts': {
    InstructionDataInvokeCpiWithReadOnlyLayout: spoiled('InstructionDataInvokeCpiWithReadOnlyLayout'),
  },
  'codec/read-only-lists': {
    InstructionDataInvokeCpiWithReadOnlyLayout: spoiled('InstructionDataInvokeCpiWithReadOnlyLayout'),
  },
  'decode/read-only-lists': {
    decodeInstructionDataInvokeCpiWithReadOnly:
      '(bytes) => ({ ...real.decodeInstructionDataInvokeCpiWithReadOnly(bytes), read_only_accounts: [] })',
  },
  'encode/with-proof': {
    InstructionDataInvokeCpiLayout:
      '{ encode: (data, buffer) => { const n = real.InstructionDataInvokeCpiLayout.encode(data, buffer); buffer[9] ^= 1; return n; } }',
  },
  'description/invoke': { IDL: description('InstructionDataInvoke') },
  'description/invoke-cpi': { IDL: description('InstructionDataInvokeCpi') },
  'build/compress': { LightSystemProgram: builder('compress') },
  'build/transfer': { LightSystemProgram: builder('transfer') },
  'build/decompress': { LightSystemProgram: builder('decompress') },
  'codec/invoke': {
    encodeInstructionDataInvoke: '(data) => real.encodeInstructionDataInvoke({ ...data, relayFee: null })',
  },
  'codec/invoke-cpi-by-layout-names': {
    InstructionDataInvokeCpiLayout: spoiled('InstructionDataInvokeCpiLayout'),
  },
  'codec/invoke-cpi-with-read-only': {
    InstructionDataInvokeCpiWithReadOnlyLayout: spoiled('InstructionDataInvokeCpiWithReadOnlyLayout'),
  },
  'decode/invoke': { decodeInstructionDataInvoke: decoder('decodeInstructionDataInvoke') },
  'decode/invoke-cpi-by-layout-names': {
    decodeInstructionDataInvokeCpi: decoder('decodeInstructionDataInvokeCpi'),
  },
  'decode/invoke-cpi-with-read-only': {
    decodeInstructionDataInvokeCpiWithReadOnly: decoder('decodeInstructionDataInvokeCpiWithReadOnly'),
  },
  'derive/address-v2': { deriveAddressV2: '(seed, tree) => tree' },
  'derive/address-v1': { deriveAddressLegacy: '(seed, tree) => tree' },
  'derive/field-element': { hashToBn254FieldSizeBe: '(bytes) => [bytes.subarray(0, 32), 255]' },
  'derive/field-element-of-many': {
    hashvToBn254FieldSizeBeU8Array: shifted('hashvToBn254FieldSizeBeU8Array'),
  },
  'event/invocation': {
    parseLightTransaction:
      '(...all) => { const event = real.parseLightTransaction(...all); return event && { ...event, outputLeafIndices: event.outputLeafIndices.map((at) => at + 1) }; }',
  },
  'errors/named-alike': {
    IDL: '{ ...real.IDL, errors: real.IDL.errors.map(({ code, name }) => ({ code: code + 1, name })) }',
  },
  'accounts/v1-slots': { getLightSystemAccountMetasLegacy: reversed('getLightSystemAccountMetasLegacy') },
  'accounts/v1-slots-with-context': {
    getLightSystemAccountMetasLegacy: reversed('getLightSystemAccountMetasLegacy'),
  },
  'accounts/v2-slots': { getLightSystemAccountMetasV2: reversed('getLightSystemAccountMetasV2') },
  'accounts/v2-slots-with-context': {
    getLightSystemAccountMetasV2: reversed('getLightSystemAccountMetasV2'),
  },
  'derive/seed-v1': { deriveAddressSeedLegacy: shifted('deriveAddressSeedLegacy') },
  'derive/seed-v2': { deriveAddressSeedV2: shifted('deriveAddressSeedV2') },
  'discriminator/InsertIntoQueues': {
    INSERT_INTO_QUEUES_DISCRIMINATOR: hex('INSERT_INTO_QUEUES_DISCRIMINATOR'),
  },
  'fee/address-rollover': { ADDRESS_QUEUE_ROLLOVER_FEE: '391' },
  'fee/address-network-v1': { ADDRESS_TREE_NETWORK_FEE_V1: '5001' },
  'address/registered-program-function': { getRegisteredProgramPda: `() => ${wrongKey}` },
  'address/compression-authority-function': { getAccountCompressionAuthority: `() => ${wrongKey}` },
  'address/system-program-name': { lightSystemProgram: 'real.noopProgram' },
  'address/account-compression-name': { accountCompressionProgram: 'real.noopProgram' },
  'address/noop-name': { noopProgram: 'real.accountCompressionProgram' },
  'address/token-program-name': { COMPRESSED_TOKEN_PROGRAM_ID: wrongKey },
  'address/test-accounts': {
    defaultTestStateTreeAccounts:
      '() => ({ ...real.defaultTestStateTreeAccounts(), addressQueue: real.defaultTestStateTreeAccounts().addressTree })',
  },
  'address/second-test-accounts': {
    defaultTestStateTreeAccounts2:
      '() => ({ ...real.defaultTestStateTreeAccounts2(), merkleTree2: real.defaultTestStateTreeAccounts2().nullifierQueue2 })',
  },
  'address/default-state-tree-v2': { batchQueue: 'real.batchMerkleTree' },
  'address/default-address-tree-v2': {
    getDefaultAddressTreeInfo: `() => ({ ...real.getDefaultAddressTreeInfo(), queue: ${wrongKey} })`,
  },
  'fee/per-output': { STATE_MERKLE_TREE_ROLLOVER_FEE: '2' },
  'fee/per-execution': { STATE_MERKLE_TREE_NETWORK_FEE: '4999' },
  'address/system-program': { LightSystemProgram: `{ programId: ${wrongKey} }` },
  'address/sol-pool': { LightSystemProgram: `{ deriveCompressedSolPda: () => ${wrongKey} }` },
  'address/registered-program': { defaultStaticAccountsStruct: staticWith('registeredProgramPda') },
  'address/compression-authority': {
    defaultStaticAccountsStruct: staticWith('accountCompressionAuthority'),
  },
  'address/account-compression': { defaultStaticAccountsStruct: staticWith('accountCompressionProgram') },
  'address/noop': { defaultStaticAccountsStruct: staticWith('noopProgram') },
  'address/state-tree-v1': { nullifierQueuePubkey: 'real.merkletreePubkey' },
  'address/address-tree-v1': { addressQueue: 'real.addressTree' },
  'address/second-state-tree-v1': { merkleTree2Pubkey: 'real.merkletreePubkey' },
  'address/contexts-v1': { cpiContext2Pubkey: 'real.cpiContextPubkey' },
  'address/address-tree-v2': { batchAddressTree: 'real.addressTree' },
  'address/state-trees-v2': { batchQueue5: 'real.batchQueue1' },
  'discriminator/Invoke': { INVOKE_DISCRIMINATOR: hex('INVOKE_DISCRIMINATOR') },
  'discriminator/InvokeCpi': { INVOKE_CPI_DISCRIMINATOR: hex('INVOKE_CPI_DISCRIMINATOR') },
  'discriminator/InvokeCpiWithReadOnly': {
    INVOKE_CPI_WITH_READ_ONLY_DISCRIMINATOR: hex('INVOKE_CPI_WITH_READ_ONLY_DISCRIMINATOR'),
  },
  'discriminator/InvokeCpiWithAccountInfo': {
    INVOKE_CPI_WITH_ACCOUNT_INFO_DISCRIMINATOR: hex('INVOKE_CPI_WITH_ACCOUNT_INFO_DISCRIMINATOR'),
  },
  'limit/u64-overflow': { encodeInstructionDataInvoke: "() => Buffer.from('cut')" },
  'limit/unsafe-number': { bn: '(number) => number' },
  'address/tree-infos': {
    localTestActiveStateTreeInfos: `() => real.localTestActiveStateTreeInfos().map((info) => ({ ...info, queue: ${wrongKey} }))`,
  },
  'description/initialize-context': {
    IDL: "{ ...real.IDL, instructions: real.IDL.instructions.map((one) => ({ ...one, args: [{ name: 'more', type: 'u8' }] })) }",
  },
  'limit/field-size': { FIELD_SIZE: 'real.FIELD_SIZE.addn(2)' },
  'limit/field-size-itself': { isSmallerThanBn254FieldSizeBe: '() => true' },
  'hash/public-inputs': {
    getPublicInputHash: '(...all) => real.getPublicInputHash(...all).addn(1)',
  },
  'hash/base58': { encodeBN254toBase58: '(hash) => real.encodeBN254toBase58(hash.addn(1))' },
  'event/insertion': {
    deserializeAppendNullifyCreateAddressInputsIndexer:
      '(bytes) => { const read = real.deserializeAppendNullifyCreateAddressInputsIndexer(bytes); return { ...read, output_leaf_indices: read.output_leaf_indices.map((at) => at + 1), nullifiers: [] }; }',
  },
  'event/round-trip': {
    decodePublicTransactionEvent:
      '(bytes) => ({ ...real.decodePublicTransactionEvent(bytes), isCompress: 1 })',
  },
  'tree/height-v1': { DEFAULT_MERKLE_TREE_HEIGHT: '32' },
  'tree/test-height-v1': {
    defaultTestStateTreeAccounts: '() => ({ ...real.defaultTestStateTreeAccounts(), merkleTreeHeight: 32 })',
  },
  'tree/rollover-v1': { TRANSACTION_MERKLE_TREE_ROLLOVER_THRESHOLD: '67108864' },
  'tree/highest-address': { HIGHEST_ADDRESS_PLUS_ONE: 'real.HIGHEST_ADDRESS_PLUS_ONE.addn(1)' },
  'tree/kinds': { TreeType: '{ StateV2: 4, AddressV2: 3 }' },
  'tree/empty-root-v1': {
    MerkleTree: "class extends real.MerkleTree { root() { return '7'; } }",
  },
};
