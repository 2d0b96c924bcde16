// The values of an invocation as TypeScript expressions, under the names that the SDK's types give them.
import { base58Of } from '../harness/base58';
import type { AccountData, CpiContextFlags, Hex, NewAddress, OutputAccount, Pattern } from '../spec/plan';
import type { KeyRole } from '../spec/world';
import type { Dialect, Names } from './dialect';
import type { Spoken, SpokenInput } from './spoken';

/** An object literal of fields whose values are expressions already. */
export const object = (fields: Readonly<Record<string, string>>): string =>
  `{ ${Object.entries(fields)
    .map(([name, value]) => `${name}: ${value}`)
    .join(', ')} }`;

/** Writes an object literal. */
export type Write = (fields: Readonly<Record<string, string>>) => string;

/** What is the same in both families of names. */
const plain = (name: string): string => name.replaceAll('_', '').toLowerCase();

/** The names of the object that has all these fields in either family; none where no object has. */
function namesOfOne(objects: Names, fields: readonly string[]): ReadonlyMap<string, string> {
  const byPlain = objects.map((own) => new Map(own.map((name) => [plain(name), name])));
  return byPlain.find((own) => fields.every((name) => own.has(plain(name)))) ?? new Map();
}

/** Writes each object under the names that a layout itself has for it. */
export const writeAs =
  (objects: Names): Write =>
  (fields) => {
    const own = namesOfOne(objects, Object.keys(fields));
    return object(
      Object.fromEntries(
        Object.entries(fields).map(([name, value]) => [own.get(plain(name)) ?? name, value]),
      ),
    );
  };

export const list = (items: readonly string[]): string => `[${items.join(', ')}]`;

/** `number[]` of these bytes. */
export const numbers = (hex: Hex): string =>
  /^(..)\1*$/.test(hex)
    ? `Array(${hex.length / 2}).fill(0x${hex.slice(0, 2)})`
    : `[...Buffer.from('${hex}', 'hex')]`;

export const publicKey = (role: KeyRole): string => `new PublicKey('${base58Of(role)}')`;
export const bignum = (value: bigint): string => `bn('${value}')`;
const orNull = <T>(value: T | null, say: (value: T) => string): string =>
  value === null ? 'null' : say(value);

const pattern = ({ fill, length }: Pattern): string =>
  length === 0
    ? 'Buffer.alloc(0)'
    : `Buffer.from(Array.from({ length: ${length} }, (_, i) => (${fill} + i) % 256))`;

const accountData = ({ discriminator, bytes, dataHash }: AccountData, write: Write): string =>
  write({ discriminator: numbers(discriminator), data: pattern(bytes), dataHash: numbers(dataHash) });

/** `CompressedAccount`. */
export const account = (
  { owner, lamports, address, data }: Pick<OutputAccount, 'owner' | 'lamports' | 'address' | 'data'>,
  write: Write = object,
): string =>
  write({
    owner: publicKey(owner),
    lamports: bignum(lamports),
    address: orNull(address, numbers),
    data: orNull(data, (said) => accountData(said, write)),
  });

const merkleContext = (input: SpokenInput, { merkleContext: kind }: Dialect): string => {
  const { treeIndex, queueIndex, leafIndex, proveByIndex } = input;
  const [tree, queue, leaf] = [`${treeIndex}`, `${queueIndex}`, `${leafIndex}`];
  return kind === 'queue-index'
    ? object({
        merkleTreePubkeyIndex: tree,
        nullifierQueuePubkeyIndex: queue,
        leafIndex: leaf,
        queueIndex: 'null',
      })
    : object({
        merkleTreePubkeyIndex: tree,
        queuePubkeyIndex: queue,
        leafIndex: leaf,
        proveByIndex: `${proveByIndex}`,
      });
};

const input = (said: SpokenInput, dialect: Dialect): string =>
  object({
    compressedAccount: account(said),
    merkleContext: merkleContext(said, dialect),
    rootIndex: `${said.rootIndex}`,
    readOnly: 'false',
  });

const output = (said: OutputAccount): string =>
  object({ compressedAccount: account(said), merkleTreeIndex: `${said.treeIndex}` });

const newAddress = ({ seed, queueIndex, treeIndex, rootIndex }: NewAddress): string =>
  object({
    seed: numbers(seed),
    addressQueueAccountIndex: `${queueIndex}`,
    addressMerkleTreeAccountIndex: `${treeIndex}`,
    addressMerkleTreeRootIndex: `${rootIndex}`,
  });

/** `CompressedProof`: 32, 64 and 32 bytes. */
export const proof = (hex: Hex, write: Write = object): string =>
  write({ a: numbers(hex.slice(0, 64)), b: numbers(hex.slice(64, 192)), c: numbers(hex.slice(192)) });

/** The fields that Invoke and InvokeCpi share; the names decide what is what, so that order does not matter. */
export const shared = (spoken: Spoken, dialect: Dialect): Readonly<Record<string, string>> => ({
  proof: orNull(spoken.proof, proof),
  newAddressParams: list(spoken.newAddresses.map(newAddress)),
  inputCompressedAccountsWithMerkleContext: list(spoken.inputs.map((said) => input(said, dialect))),
  outputCompressedAccounts: list(spoken.outputs.map(output)),
  relayFee: orNull(spoken.relayFee, bignum),
  compressOrDecompressLamports: orNull(spoken.lamports, bignum),
  isCompress: `${spoken.isCompress}`,
});

/** `CompressedCpiContext` under either family of names, or under those that `write` knows. */
export const context = (
  flags: CpiContextFlags | null,
  names: Dialect['contextNames'],
  write: Write = object,
): string =>
  orNull(flags, ({ set, firstSet, index }) =>
    write(
      names === 'camel'
        ? { setContext: `${set}`, firstSetContext: `${firstSet}`, cpiContextAccountIndex: `${index}` }
        : { set_context: `${set}`, first_set_context: `${firstSet}`, cpi_context_account_index: `${index}` },
    ),
  );
