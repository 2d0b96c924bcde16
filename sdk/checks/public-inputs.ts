// The hash of a proof's public inputs, and how the SDK writes numbers of the field as text.
import fc from 'fast-check';
import { fieldHex } from '../../generators/values';
import { base58 } from '../../harness/base58';
import { fromHex, poseidon, toField } from '../../model/field';
import type { Hex } from '../../spec/plan';
import type { Check } from '../check';
import { HASHER, HASHER_FROM } from '../hasher';
import { bignum } from '../literals';
import { SDK } from '../types';

/** Roots with what is proven under them. */
type Pair = readonly [root: Hex, value: Hex];
type Proven = { readonly accounts: readonly Pair[]; readonly addresses: readonly Pair[] };

const pairs = fc.array(fc.tuple(fieldHex, fieldHex), { minLength: 1, maxLength: 3 });
const none = fc.constant<readonly Pair[]>([]);
const oneKind: fc.Arbitrary<Proven> = fc.oneof(
  fc.record({ accounts: pairs, addresses: none }),
  fc.record({ accounts: none, addresses: pairs }),
);
const bothKinds: fc.Arbitrary<Proven> = fc.record({ accounts: pairs, addresses: pairs });

/** The first pair's hash, then of what there is with each further pair; null of none. */
const folded = (list: readonly Pair[]): bigint | null =>
  list.reduce<bigint | null>((hash, [root, value]) => {
    const pair = [fromHex(root), fromHex(value)];
    return hash === null ? poseidon(pair) : poseidon([hash, ...pair]);
  }, null);

/** The circuits' one public input (light-hasher, hash chains): of both kinds, the hash of the two. */
function publicInput({ accounts, addresses }: Proven): bigint {
  const [spent, opened] = [folded(accounts), folded(addresses)];
  return spent !== null && opened !== null ? poseidon([spent, opened]) : (spent ?? opened ?? 0n);
}

const numbers = (list: readonly Hex[]): string => `[${list.map((hex) => bignum(fromHex(hex))).join(', ')}]`;
const objects = (list: readonly Pair[]): string =>
  `[${list.map(([root, value]) => `{ root: ${bignum(fromHex(root))}, value: ${bignum(fromHex(value))} }`).join(', ')}]`;

const checkOf = (id: string, says: string, proven: fc.Arbitrary<Proven>): Check => ({
  id,
  says,
  cases: 'many',
  make: () =>
    proven.map((one) => {
      let known: bigint | undefined;
      return () => ({
        said: {
          from: { [SDK]: ['getPublicInputHash', 'bn'], ...HASHER_FROM },
          lines: [
            HASHER,
            `const accounts = ${objects(one.accounts)};`,
            `const hashes = ${numbers(one.accounts.map(([, value]) => value))};`,
            `const addresses = ${objects(one.addresses)};`,
          ],
          result: 'getPublicInputHash(accounts, hashes, addresses, hasher)',
        },
        expected: `${(known ??= publicInput(one))}`,
        other: () => Promise.resolve({ outcome: 'differs' as const, why: 'another hash' }),
      });
    }),
});

const PUBLIC_INPUTS = checkOf(
  'hash/public-inputs',
  'getPublicInputHash hashes roots with the accounts, or with the addresses, under them as the circuits do.',
  oneKind,
);
const COMBINED = checkOf(
  'hash/public-inputs-combined',
  'getPublicInputHash hashes both kinds together as the circuits for both do.',
  bothKinds,
);

/** The note on the deprecated function sends its users there. */
const REPLACED: Check = {
  id: 'hash/field-element-replacement',
  says: 'hashvToBn254FieldSizeBe, which the types name in the place of the deprecated hashToBn254FieldSizeBe, gives the same field element.',
  cases: 'many',
  make: () =>
    fieldHex.map((bytes) => () => ({
      said: {
        from: { [SDK]: ['hashvToBn254FieldSizeBe'] },
        lines: [`const bytes = Uint8Array.from(Buffer.from('${bytes}', 'hex'));`],
        result: "BigInt('0x' + Buffer.from(hashvToBn254FieldSizeBe([bytes])).toString('hex'))",
      },
      expected: `${toField(Buffer.from(bytes, 'hex'))}`,
      other: () =>
        Promise.resolve({
          outcome: 'differs' as const,
          why: 'another field element than that of account hashes',
        }),
    })),
};

const AS_TEXT: Check = {
  id: 'hash/base58',
  says: 'encodeBN254toBase58 writes a hash as the base58 of its 32 bytes, and createBN254 reads it back.',
  cases: 'many',
  make: () =>
    fieldHex.map((hash) => () => ({
      said: {
        from: { [SDK]: ['encodeBN254toBase58', 'createBN254', 'bn'] },
        lines: [
          `const hash = bn('${fromHex(hash)}');`,
          'const text = encodeBN254toBase58(hash);',
          "const again = createBN254(text, 'base58');",
        ],
        result: "[text, again.toString()].join(' ')",
      },
      expected: `${base58(Buffer.from(hash, 'hex'))} ${fromHex(hash)}`,
      other: () => Promise.resolve({ outcome: 'differs' as const, why: 'another text, or another number' }),
    })),
};

export const PUBLIC_INPUT_CHECKS: readonly Check[] = [PUBLIC_INPUTS, COMBINED, REPLACED, AS_TEXT];
