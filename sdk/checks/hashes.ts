// Seeds that addresses are made of, and whether there is a function that hashes an account.
import fc from 'fast-check';
import { keccak_256 } from '@noble/hashes/sha3';
import { base58Of } from '../../harness/base58';
import { addressOf } from '../../harness/keys';
import { hex } from '../../generators/values';
import { toField, toHex } from '../../model/field';
import type { Hex } from '../../spec/plan';
import { CALLERS, type KeyRole } from '../../spec/world';
import type { Check } from '../check';
import type { Dialect } from '../dialect';
import { SDK } from '../types';

type Drawn = { readonly seeds: readonly Hex[]; readonly program: KeyRole };

const drawn: fc.Arbitrary<Drawn> = fc.record({
  seeds: fc.array(fc.integer({ min: 0, max: 32 }).chain(hex), { minLength: 1, maxLength: 4 }),
  program: fc.constantFrom(...CALLERS.map((name): KeyRole => `program:${name}`)),
});

const joined = (seeds: readonly Hex[]): Buffer => Buffer.from(seeds.join(''), 'hex');

/** Of version 1 (light-sdk-types, address::v1): keccak256 without the closing 0xff, the first byte zero. */
function seedV1({ seeds, program }: Drawn): Hex {
  const hash = keccak_256(Uint8Array.of(...addressOf(program), ...joined(seeds)));
  hash[0] = 0;
  return Buffer.from(hash).toString('hex');
}

/** Of version 2 (address::v2): the field element of all seeds. */
const seedV2 = ({ seeds }: Drawn): Hex => toHex(toField(Uint8Array.from(joined(seeds))));

const listed = (seeds: readonly Hex[]): string =>
  `const seeds = [${seeds.map((seed) => `'${seed}'`).join(', ')}].map((one) => Uint8Array.from(Buffer.from(one, 'hex')));`;

type Row = {
  readonly id: string;
  readonly says: string;
  readonly nameIn: (dialect: Dialect) => string;
  readonly isOfProgram: boolean;
  readonly expected: (drawn: Drawn) => Hex;
};

const ROWS: readonly Row[] = [
  {
    id: 'derive/seed-v1',
    says: 'deriveAddressSeedLegacy, or before it deriveAddressSeed, makes one seed of several, as programs with v1 address trees do.',
    nameIn: ({ legacyNames }) => (legacyNames ? 'deriveAddressSeedLegacy' : 'deriveAddressSeed'),
    isOfProgram: true,
    expected: seedV1,
  },
  {
    id: 'derive/seed-v2',
    says: 'deriveAddressSeedV2 makes one seed of several, as programs with v2 address trees do.',
    nameIn: () => 'deriveAddressSeedV2',
    isOfProgram: false,
    expected: seedV2,
  },
];

const seedCheck = ({ id, says, nameIn, isOfProgram, expected }: Row): Check => ({
  id,
  says,
  cases: 'many',
  make: () =>
    drawn.map((one) => (dialect) => {
      const name = nameIn(dialect);
      const program = `const program = new PublicKey('${base58Of(one.program)}');`;
      return {
        said: {
          from: { [SDK]: [name], ...(isOfProgram && { '@solana/web3.js': ['PublicKey'] }) },
          lines: [listed(one.seeds), ...(isOfProgram ? [program] : [])],
          result: `Buffer.from(${name}(seeds${isOfProgram ? ', program' : ''})).toString('hex')`,
        },
        expected: expected(one),
        other: () => Promise.resolve({ outcome: 'differs' as const, why: 'another seed' }),
      };
    }),
});

const NONE = 'none';

/** Types and structs of answers also have such names; functions that look an account up by its hash make none. */
const ACCOUNT_HASH: Check = {
  id: 'hash/account',
  says: 'A function hashes a compressed account as the program does.',
  cases: 'one',
  make: () =>
    fc.constant(() => ({
      said: {
        from: { [SDK]: ['* as sdk'] },
        lines: [
          "const functions = Object.keys(sdk).filter((name) => typeof sdk[name] === 'function');",
          'const named = functions.filter((name) => /hash.*account|account.*hash/i.test(name));',
          'const hashing = named.filter((name) => !/byHash/i.test(name));',
        ],
        result: `hashing.length === 0 ? '${NONE}' : hashing.join()`,
      },
      expected: 'a function that takes an account and gives its hash',
      other: (printed) =>
        Promise.resolve(
          printed === NONE
            ? { outcome: 'inexpressible' as const, why: 'it exports no function that hashes an account' }
            : { outcome: 'differs' as const, why: `it exports ${printed}, whose hashes nobody has compared` },
        ),
    })),
};

export const HASH_CHECKS: readonly Check[] = [...ROWS.map(seedCheck), ACCOUNT_HASH];
