// Arbitraries for the leaves of a plan: bytes, hashes, lamports, names. Small values first, so that failures shrink to them.
import fc from 'fast-check';
import type { AccountData, Hex, Pattern } from '../spec/plan';
import { CALLERS, PAYER_COUNT, TREE_COUNT, WALLET_COUNT, type CallerName, type KeyRole } from '../spec/world';

export const U64_MAX = (1n << 64n) - 1n;
const U32_MAX = 0xffff_ffff;
const HALVES = Array.from({ length: 0x1_0000 }, (_, half) => half.toString(16).padStart(4, '0'));
const HIGH = 16;
const LOW = 0xffff;
/** Below this a number stands for itself, which is what failures shrink to; above, it fills all bytes. */
const SMALL = 256;
const STEP = 0x9e37_79b9;

/** A number as that many bytes: small ones with leading zeros, large ones spread over all bytes. */
const spread = (value: number, bytes: number): Hex => {
  if (value < SMALL) return value.toString(16).padStart(bytes * 2, '0');
  let digits = '';
  for (let state = value; digits.length < bytes * 2; state = (Math.imul(state, STEP) + 1) >>> 0)
    digits += `${HALVES[state >>> HIGH] ?? ''}${HALVES[state & LOW] ?? ''}`;
  return digits.slice(0, bytes * 2);
};

const u32: fc.Arbitrary<number> = fc.nat(U32_MAX);
export const hex = (bytes: number): fc.Arbitrary<Hex> => u32.map((value) => spread(value, bytes));
/** 32 bytes below the field modulus: the first is zero. */
export const fieldHex: fc.Arbitrary<Hex> = u32.map((value) => `00${spread(value, 31)}`);
export const proofHex: fc.Arbitrary<Hex> = fc.nat(255).map((fill) => spread(fill, 1).repeat(128));

/** u64 with its edges often: 0, 1, 2^64 − 1; now and then their neighbours and the sign bit. */
export const u64: fc.Arbitrary<bigint> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(0n, 1n, U64_MAX) },
  { weight: 1, arbitrary: fc.constantFrom(2n, 1n << 63n, U64_MAX - 1n) },
  { weight: 2, arbitrary: u32.map((value) => BigInt(`0x${spread(value, 8)}`)) },
);
/** Lamports around 2^32, and many that a payer can still pay. */
export const largeLamports: fc.Arbitrary<bigint> = fc.constantFrom(
  (1n << 32n) - 1n,
  1n << 32n,
  (1n << 32n) + 1n,
  45_000_000_001n,
);
/** Lamports that one execution moves: mostly few, else more than four bytes hold. */
export const movedLamports: fc.Arbitrary<bigint> = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 1, max: 1_000_000_000 }).map(BigInt) },
  { weight: 1, arbitrary: largeLamports },
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

/** One of twelve is all zeros, which a program might take for nothing. */
const orZeros = (bytes: number, others: fc.Arbitrary<Hex>): fc.Arbitrary<Hex> =>
  fc.oneof({ weight: 11, arbitrary: others }, { weight: 1, arbitrary: fc.constant('00'.repeat(bytes)) });

export const accountData: fc.Arbitrary<AccountData> = fc.record({
  discriminator: orZeros(8, hex(8)),
  bytes: fc.oneof(
    { weight: 2, arbitrary: fc.constant({ fill: 0, length: 0 }) },
    { weight: 7, arbitrary: pattern(40) },
    { weight: 2, arbitrary: pattern(400) },
    { weight: 1, arbitrary: fc.nat(40).map((length): Pattern => ({ fill: 0, length })) },
  ),
  dataHash: orZeros(32, fieldHex),
});

/** True in one of three. */
export const oneInThree: fc.Arbitrary<boolean> = fc.nat(2).map((number) => number === 2);

export const optional = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> =>
  fc.option(arbitrary, { nil: null });
