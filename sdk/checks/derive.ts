// Addresses and the field elements of account hashes, as the SDK derives them from random bytes.
import fc from 'fast-check';
import { base58Of } from '../../harness/base58';
import { addressOf } from '../../harness/keys';
import { hex } from '../../generators/values';
import { toField, toHex } from '../../model/field';
import type { Hex } from '../../spec/plan';
import { CALLERS, type KeyRole } from '../../spec/world';
import type { Check } from '../check';
import { SDK, type Snippet } from '../types';

type Drawn = { readonly seed: Hex; readonly tree: KeyRole; readonly program: KeyRole };

const drawn: fc.Arbitrary<Drawn> = fc.record({
  seed: hex(32),
  tree: fc.constantFrom<KeyRole>('address-tree', 'address-tree-2', 'address-tree-v1'),
  program: fc.constantFrom(...CALLERS.map((name): KeyRole => `program:${name}`)),
});

const field = (...parts: readonly Uint8Array[]): string =>
  toHex(toField(Uint8Array.from(Buffer.concat(parts))));
const bytes = (seed: Hex): Buffer => Buffer.from(seed, 'hex');

const snippet = (name: string, { seed, tree, program }: Drawn, result: string): Snippet => ({
  from: { [SDK]: [name], '@solana/web3.js': ['PublicKey'] },
  lines: [
    `const seed = Uint8Array.from(Buffer.from('${seed}', 'hex'));`,
    `const tree = new PublicKey('${base58Of(tree)}');`,
    ...(result.includes('program') ? [`const program = new PublicKey('${base58Of(program)}');`] : []),
  ],
  result,
});

type Row = {
  readonly id: string;
  readonly says: string;
  readonly name: string;
  readonly result: string;
  readonly expected: (drawn: Drawn) => string;
};

const v1 = ({ tree, seed }: Drawn): string => field(addressOf(tree), bytes(seed));
const v2 = ({ seed, tree, program }: Drawn): string =>
  field(bytes(seed), addressOf(tree), addressOf(program));

const ROWS: readonly Row[] = [
  {
    id: 'derive/address-v2',
    says: 'deriveAddressV2 gives the address that the program derives for a v2 address tree.',
    name: 'deriveAddressV2',
    result: "deriveAddressV2(seed, tree, program).toBuffer().toString('hex')",
    expected: v2,
  },
  {
    id: 'derive/address-v1',
    says: 'deriveAddressLegacy, or before it deriveAddress, gives the address of a v1 address tree.',
    name: 'deriveAddressLegacy',
    result: "(await deriveAddressLegacy(seed, tree)).toBuffer().toString('hex')",
    expected: v1,
  },
  {
    id: 'derive/field-element',
    says: 'hashToBn254FieldSizeBe gives the field element that account hashes are made of.',
    name: 'hashToBn254FieldSizeBe',
    result: "(await hashToBn254FieldSizeBe(Buffer.from([...tree.toBytes(), ...seed])))[0].toString('hex')",
    expected: v1,
  },
  {
    id: 'derive/field-element-of-many',
    says: 'hashvToBn254FieldSizeBeU8Array gives the same for bytes in pieces.',
    name: 'hashvToBn254FieldSizeBeU8Array',
    result: "Buffer.from(hashvToBn254FieldSizeBeU8Array([tree.toBytes(), seed])).toString('hex')",
    expected: v1,
  },
];

/** deriveAddress took a seed and a tree before there was a name for it. */
const asBefore = (row: Row): Row => ({
  ...row,
  name: 'deriveAddress',
  result: row.result.replace('deriveAddressLegacy', 'deriveAddress'),
});

export const DERIVE_CHECKS: readonly Check[] = ROWS.map((row) => ({
  id: row.id,
  says: row.says,
  cases: 'many' as const,
  make: () =>
    drawn.map((one) => ({ legacyNames }) => {
      const { name, result } = row.name === 'deriveAddressLegacy' && !legacyNames ? asBefore(row) : row;
      return {
        said: snippet(name, one, result),
        expected: row.expected(one),
        other: () => Promise.resolve({ outcome: 'differs' as const, why: 'another hash' }),
      };
    }),
}));
