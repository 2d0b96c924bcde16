// InvokeCpiWithReadOnly and InvokeCpiWithAccountInfo as a user of the SDK encodes them.
import type { OutputAccount } from '../spec/plan';
import { account, bignum, context, list, numbers, object, proof, publicKey } from './literals';
import type { Say } from './say-invoke';
import type { Spoken, SpokenInput } from './spoken';
import { SDK, type Snippet } from './types';

const NO_DATA = { discriminator: '00'.repeat(8), dataHash: '00'.repeat(32) };

type Placed = Pick<SpokenInput, 'treeIndex' | 'queueIndex' | 'leafIndex' | 'proveByIndex'>;

const packedContext = ({ treeIndex, queueIndex, leafIndex, proveByIndex }: Placed): string =>
  object({
    merkle_tree_pubkey_index: `${treeIndex}`,
    queue_pubkey_index: `${queueIndex}`,
    leaf_index: `${leafIndex}`,
    prove_by_index: `${proveByIndex}`,
  });

const input = ({ data, ...said }: SpokenInput): string => {
  const { discriminator, dataHash } = data ?? NO_DATA;
  return object({
    discriminator: numbers(discriminator),
    data_hash: numbers(dataHash),
    packedMerkleContext: packedContext(said),
    root_index: `${said.rootIndex}`,
    lamports: bignum(said.lamports),
    address: said.address === null ? 'null' : numbers(said.address),
  });
};

const readOnlyAddress = ({ address, rootIndex, treeIndex }: Spoken['readOnlyAddresses'][number]): string =>
  object({
    address: numbers(address),
    address_merkle_tree_root_index: `${rootIndex}`,
    address_merkle_tree_account_index: `${treeIndex}`,
  });

const readOnlyAccount = ({ accountHash, ...said }: Spoken['readOnlyAccounts'][number]): string =>
  object({
    account_hash: numbers(accountHash),
    packedMerkleContext: packedContext(said),
    root_index: `${said.rootIndex}`,
  });

const output = (said: OutputAccount): string =>
  object({ compressedAccount: account(said), merkleTreeIndex: `${said.treeIndex}` });

const newAddresses = ({ newAddresses: said }: Spoken): string =>
  list(
    said.map(({ seed, queueIndex, treeIndex, rootIndex, assignedTo }) =>
      object({
        seed: numbers(seed),
        address_queue_account_index: `${queueIndex}`,
        address_merkle_tree_account_index: `${treeIndex}`,
        address_merkle_tree_root_index: `${rootIndex}`,
        assigned_to_account: `${assignedTo !== undefined}`,
        assigned_account_index: `${assignedTo ?? 0}`,
      }),
    ),
  );

/** The layout has no type beside it, so that its own names are all that a user has. */
const dataOf = (spoken: Spoken): string =>
  object({
    mode: `${spoken.mode}`,
    bump: `${spoken.bump}`,
    invoking_program_id: publicKey(spoken.program),
    compress_or_decompress_lamports: bignum(spoken.lamports ?? 0n),
    is_compress: `${spoken.isCompress}`,
    with_cpi_context: `${spoken.context !== null}`,
    with_transaction_hash: `${spoken.withTransactionHash}`,
    compressedCpiContext: context(spoken.context ?? { set: false, firstSet: false, index: 0 }, 'snake'),
    proof: spoken.proof === null ? 'null' : proof(spoken.proof),
    new_address_params: newAddresses(spoken),
    input_compressed_accounts: list(spoken.inputs.map(input)),
    output_compressed_accounts: list(spoken.outputs.map(output)),
    read_only_addresses: list(spoken.readOnlyAddresses.map(readOnlyAddress)),
    read_only_accounts: list(spoken.readOnlyAccounts.map(readOnlyAccount)),
  });

const FROM: Snippet['from'] = {
  [SDK]: ['InstructionDataInvokeCpiWithReadOnlyLayout', 'INVOKE_CPI_WITH_READ_ONLY_DISCRIMINATOR', 'bn'],
  '@solana/web3.js': ['PublicKey'],
};
const ENCODE = [
  'const buffer = Buffer.alloc(16384);',
  'const length = InstructionDataInvokeCpiWithReadOnlyLayout.encode(data, buffer);',
];

export const sayReadOnly: Say = (spoken) => ({
  from: FROM,
  lines: [`const data = ${dataOf(spoken)};`, ...ENCODE],
  result:
    "Buffer.concat([INVOKE_CPI_WITH_READ_ONLY_DISCRIMINATOR, buffer.subarray(0, length)]).toString('hex')",
});

/** The interface description's method, whose only argument is bytes. */
export const describeReadOnly: Say = (spoken) => ({
  from: {
    ...FROM,
    [SDK]: ['InstructionDataInvokeCpiWithReadOnlyLayout', 'IDL', 'bn'],
    '@coral-xyz/anchor': ['BorshCoder'],
  },
  lines: [
    `const data = ${dataOf(spoken)};`,
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
