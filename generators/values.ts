// Arbitraries for the leaves of a plan: bytes, hashes, lamports, names. Small values first, so that failures shrink to them.
import fc from 'fast-check';
import type { AccountData, Hex, Pattern } from '../spec/plan';
import { CALLERS, PAYER_COUNT, TREE_COUNT, WALLET_COUNT, type CallerName, type KeyRole } from '../spec/world';

const toHex = (value: bigint, bytes: number): Hex => value.toString(16).padStart(bytes * 2, '0');
const U64_MAX = (1n << 64n) - 1n;
/** A data hash or an address must be below the field modulus: 31 bytes always are. */
const BELOW_MODULUS = (1n << 248n) - 1n;

export const hex = (bytes: number): fc.Arbitrary<Hex> =>
  fc.bigInt({ min: 0n, max: (1n << BigInt(bytes * 8)) - 1n }).map((value) => toHex(value, bytes));
export const fieldHex: fc.Arbitrary<Hex> = fc
  .bigInt({ min: 0n, max: BELOW_MODULUS })
  .map((value) => toHex(value, 32));
export const proofHex: fc.Arbitrary<Hex> = fc.nat(255).map((fill) => toHex(BigInt(fill), 1).repeat(128));

/** u64 with its edges often: 0, 1, 2^64 − 1. */
export const u64: fc.Arbitrary<bigint> = fc.oneof(
  fc.constantFrom(0n, 1n, U64_MAX),
  fc.bigInt({ min: 0n, max: U64_MAX }),
);
export const caller: fc.Arbitrary<CallerName> = fc.constantFrom(...CALLERS);
export const payer: fc.Arbitrary<KeyRole> = fc
  .nat(PAYER_COUNT - 1)
  .map((number): KeyRole => `payer:${number}`);
export const wallet: fc.Arbitrary<KeyRole> = fc
  .nat(WALLET_COUNT - 1)
  .map((number): KeyRole => `wallet:${number}`);
export const treeNumber: fc.Arbitrary<number> = fc.integer({ min: 1, max: TREE_COUNT });

export const pattern = (maxLength: number): fc.Arbitrary<Pattern> =>
  fc.record({ fill: fc.nat(255), length: fc.nat(maxLength) });

export const accountData: fc.Arbitrary<AccountData> = fc.record({
  discriminator: hex(8),
  bytes: fc.oneof(
    { weight: 1, arbitrary: fc.constant({ fill: 0, length: 0 }) },
    { weight: 4, arbitrary: pattern(40) },
    { weight: 1, arbitrary: pattern(400) },
  ),
  dataHash: fieldHex,
});

export const optional = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> =>
  fc.option(arbitrary, { nil: null });
