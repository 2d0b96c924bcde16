// InvokeCpiWithReadOnly and InvokeCpiWithAccountInfo as a user of the SDK encodes them.
import type { NewAddress, OutputAccount } from '../spec/plan';
import type { Dialect } from './dialect';
import { account, bignum, context, list, numbers, proof, publicKey, writeAs, type Write } from './literals';
import type { Say } from './say-invoke';
import type { Spoken, SpokenInput } from './spoken';
import { SDK, type Snippet } from './types';

const NO_DATA = { discriminator: '00'.repeat(8), dataHash: '00'.repeat(32) };

type Placed = Pick<SpokenInput, 'treeIndex' | 'queueIndex' | 'leafIndex' | 'proveByIndex'>;

const packedContext = (write: Write, { treeIndex, queueIndex, leafIndex, proveByIndex }: Placed): string =>
  write({
    merkle_tree_pubkey_index: `${treeIndex}`,
    queue_pubkey_index: `${queueIndex}`,
    leaf_index: `${leafIndex}`,
    prove_by_index: `${proveByIndex}`,
  });

const input = (write: Write, { data, ...said }: SpokenInput): string => {
  const { discriminator, dataHash } = data ?? NO_DATA;
  return write({
    discriminator: numbers(discriminator),
    data_hash: numbers(dataHash),
    packedMerkleContext: packedContext(write, said),
    root_index: `${said.rootIndex}`,
    lamports: bignum(said.lamports),
    address: said.address === null ? 'null' : numbers(said.address),
  });
};

type ReadAddress = Spoken['readOnlyAddresses'][number];
type ReadAccount = Spoken['readOnlyAccounts'][number];

const readOnlyAddress = (write: Write, { address, rootIndex, treeIndex }: ReadAddress): string =>
  write({
    address: numbers(address),
    address_merkle_tree_root_index: `${rootIndex}`,
    address_merkle_tree_account_index: `${treeIndex}`,
  });

const readOnlyAccount = (write: Write, { accountHash, ...said }: ReadAccount): string =>
  write({
    account_hash: numbers(accountHash),
    packedMerkleContext: packedContext(write, said),
    root_index: `${said.rootIndex}`,
  });

const output = (write: Write, said: OutputAccount): string =>
  write({ compressedAccount: account(said, write), merkleTreeIndex: `${said.treeIndex}` });

const newAddress = (write: Write, said: NewAddress): string =>
  write({
    seed: numbers(said.seed),
    address_queue_account_index: `${said.queueIndex}`,
    address_merkle_tree_account_index: `${said.treeIndex}`,
    address_merkle_tree_root_index: `${said.rootIndex}`,
    assigned_to_account: `${said.assignedTo !== undefined}`,
    assigned_account_index: `${said.assignedTo ?? 0}`,
  });

const NO_CONTEXT = { set: false, firstSet: false, index: 0 };

/** The layout has no type beside it, so that its own names, as they were heard, are all that a user has. */
const dataOf = (spoken: Spoken, { readOnlyNames }: Dialect): string => {
  const write = writeAs(readOnlyNames);
  const each = <T>(items: readonly T[], say: (write: Write, item: T) => string): string =>
    list(items.map((item) => say(write, item)));
  return write({
    mode: `${spoken.mode}`,
    bump: `${spoken.bump}`,
    invoking_program_id: publicKey(spoken.program),
    compress_or_decompress_lamports: bignum(spoken.lamports ?? 0n),
    is_compress: `${spoken.isCompress}`,
    with_cpi_context: `${spoken.context !== null}`,
    with_transaction_hash: `${spoken.withTransactionHash}`,
    compressedCpiContext: context(spoken.context ?? NO_CONTEXT, 'snake', write),
    proof: spoken.proof === null ? 'null' : proof(spoken.proof, write),
    new_address_params: each(spoken.newAddresses, newAddress),
    input_compressed_accounts: each(spoken.inputs, input),
    output_compressed_accounts: each(spoken.outputs, output),
    read_only_addresses: each(spoken.readOnlyAddresses, readOnlyAddress),
    read_only_accounts: each(spoken.readOnlyAccounts, readOnlyAccount),
  });
};

const FROM: Snippet['from'] = {
  [SDK]: ['InstructionDataInvokeCpiWithReadOnlyLayout', 'INVOKE_CPI_WITH_READ_ONLY_DISCRIMINATOR', 'bn'],
  '@solana/web3.js': ['PublicKey'],
};
const ENCODE = [
  'const buffer = Buffer.alloc(16384);',
  'const length = InstructionDataInvokeCpiWithReadOnlyLayout.encode(data, buffer);',
];

export const sayReadOnly: Say = (spoken, dialect) => ({
  from: FROM,
  lines: [`const data = ${dataOf(spoken, dialect)};`, ...ENCODE],
  result:
    "Buffer.concat([INVOKE_CPI_WITH_READ_ONLY_DISCRIMINATOR, buffer.subarray(0, length)]).toString('hex')",
});

/** The interface description's method, whose only argument is bytes. */
export const describeReadOnly: Say = (spoken, dialect) => ({
  from: {
    ...FROM,
    [SDK]: ['InstructionDataInvokeCpiWithReadOnlyLayout', 'IDL', 'bn'],
    '@coral-xyz/anchor': ['BorshCoder'],
  },
  lines: [
    `const data = ${dataOf(spoken, dialect)};`,
    ...ENCODE,
    'const inputs = buffer.subarray(0, length);',
    'const { instruction } = new BorshCoder(IDL);',
  ],
  result: "instruction.encode('invokeCpiWithReadOnly', { inputs }).toString('hex')",
});

/** There is a discriminator and nothing to encode the rest with. */
export const sayAccountInfo: Say = () => ({
  cannot: 'it exports no layout for InvokeCpiWithAccountInfo',
});
