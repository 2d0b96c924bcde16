// The SDK's codecs of what indexers read: the call to account-compression field by field, and the public event.
import fc from 'fast-check';
import { accountData, fieldHex, optional, u64, wallet } from '../../generators/values';
import { base58Of } from '../../harness/base58';
import type { Handed } from '../../spec/handed';
import type { Asked, Check } from '../check';
import { account, bignum, list, numbers, object, publicKey } from '../literals';
import { SDK } from '../types';
import { noParser, readingCheck, type Emission } from './events';

/** The call's data in front of the list: the discriminator, and how many bytes follow. */
const HEAD = 12;

/** One line for each leaf, spent account and new address, with all that indices lead to. */
const linesOf = ({ leaves, nullifiers, addresses }: Handed): readonly string[] => [
  ...leaves.map(({ account: at, hash, leafIndex }) => `${hash} at ${leafIndex} of ${base58Of(at)}`),
  ...nullifiers.map(
    ({ hash, leafIndex, proveByIndex, tree, queue }) =>
      `${hash} spent at ${leafIndex}, ${proveByIndex ? 'by index' : 'by proof'}: ${base58Of(tree)} ${base58Of(queue)}`,
  ),
  `${addresses.length} addresses`,
];

const snippet = ({ data, accounts }: Emission): Asked['said'] => ({
  from: { [SDK]: ['deserializeAppendNullifyCreateAddressInputsIndexer'] },
  lines: [
    `const data = Buffer.from('${data}', 'hex').subarray(${HEAD});`,
    `const accounts = ${JSON.stringify(accounts.slice(2))};`,
    'const read = deserializeAppendNullifyCreateAddressInputsIndexer(data);',
    "const hex = (bytes) => Buffer.from(bytes).toString('hex');",
    'const leaves = read.leaves.map((one, i) => `${hex(one.leaf)} at ${read.output_leaf_indices[i]} of ${accounts[one.index]}`);',
    "const how = (one) => (one.prove_by_index ? 'by index' : 'by proof');",
    'const spent = read.nullifiers.map((one) => `${hex(one.account_hash)} spent at ${one.leaf_index}, ${how(one)}: ${accounts[one.tree_index]} ${accounts[one.queue_index]}`);',
  ],
  result: "[...leaves, ...spent, `${read.addresses.length} addresses`].join('\\n')",
});

const INSERTION = readingCheck(
  {
    id: 'event/insertion',
    says: 'deserializeAppendNullifyCreateAddressInputsIndexer reads the call to account-compression as it was made.',
    kinds: ['direct', 'spend', 'compress', 'execute', 'read-only-0/spend', 'invoke-create'],
  },
  { snippet, linesOf, instead: 'was sent' },
);

const output = fc
  .record({ owner: wallet, lamports: u64, address: optional(fieldHex), data: optional(accountData) })
  .map((one) => `{ compressedAccount: ${account(one)}, merkleTreeIndex: 0 }`);

/** The fields of a `PublicTransactionEvent` as the types name them, as expressions. */
const event = fc
  .record({
    inputCompressedAccountHashes: fc.array(fieldHex, { maxLength: 2 }),
    outputs: fc.array(fc.tuple(fieldHex, output), { maxLength: 2 }),
    relayFee: optional(u64),
    isCompress: fc.boolean(),
    compressOrDecompressLamports: optional(u64),
    pubkeyArray: fc.array(wallet, { maxLength: 2 }),
  })
  .map((one) => ({
    inputCompressedAccountHashes: list(one.inputCompressedAccountHashes.map(numbers)),
    outputCompressedAccountHashes: list(one.outputs.map(([hash]) => numbers(hash))),
    outputCompressedAccounts: list(one.outputs.map(([, said]) => said)),
    outputLeafIndices: list(one.outputs.map((_, at) => `${at}`)),
    relayFee: one.relayFee === null ? 'null' : bignum(one.relayFee),
    isCompress: `${one.isCompress}`,
    compressOrDecompressLamports:
      one.compressOrDecompressLamports === null ? 'null' : bignum(one.compressOrDecompressLamports),
    pubkeyArray: list(one.pubkeyArray.map(publicKey)),
    message: 'null',
  }));

const SAME = 'the same';

type Event = Readonly<Record<string, string>>;

/** `part` is what of the event is compared. */
const roundTrip = (event: Event, part: '' | '.sequenceNumbers'): Asked => ({
  said: {
    from: {
      [SDK]: ['encodePublicTransactionEvent', 'decodePublicTransactionEvent', 'bn'],
      '@solana/web3.js': ['PublicKey'],
    },
    lines: [
      `const event = ${object(event)};`,
      'const again = decodePublicTransactionEvent(encodePublicTransactionEvent(event));',
      "const text = (value) => (value?.toBase58?.() ?? (value && typeof value === 'object' && !value.toArray ? `{${Object.keys(value).sort().map((key) => `${key}: ${text(value[key])}`)}}` : String(value)));",
    ],
    result: `text(again${part}) === text(event${part}) ? '${SAME}' : text(again${part})`,
  },
  expected: SAME,
  other: () => Promise.resolve({ outcome: 'silently-else', why: 'what is decoded is not what was encoded' }),
});

/** Before 0.21.0 events are decoded by the interface description alone, and nothing encodes one. */
const ROUND_TRIP: Check = {
  id: 'event/round-trip',
  says: 'decodePublicTransactionEvent gives back the PublicTransactionEvent that encodePublicTransactionEvent was given.',
  cases: 'many',
  skips: noParser,
  make: () => event.map((one) => () => roundTrip({ ...one, sequenceNumbers: '[]' }, '')),
};

const SEQUENCES: Check = {
  id: 'event/sequence-numbers',
  says: 'Sequence numbers of an event, by the fields that their type has, come back as they went in.',
  cases: 'one',
  skips: noParser,
  make: () =>
    fc.constant(() =>
      roundTrip(
        {
          inputCompressedAccountHashes: '[]',
          outputCompressedAccountHashes: '[]',
          outputCompressedAccounts: '[]',
          outputLeafIndices: '[]',
          relayFee: 'null',
          isCompress: 'false',
          compressOrDecompressLamports: 'null',
          pubkeyArray: '[]',
          message: 'null',
          sequenceNumbers: `[{ pubkey: ${publicKey('tree:1')}, seq: ${bignum(7n)} }]`,
        },
        '.sequenceNumbers',
      ),
    ),
};

export const EVENT_CODEC_CHECKS: readonly Check[] = [INSERTION, ROUND_TRIP, SEQUENCES];
