// Names of values, and what is known of computing and comparing with them.
import { comparisonOf } from '../../sbpf/comparisons';

/**
 * Of two places with the same name the values are equal. `=5` is the constant 5; other names stand for a value that
 * is not known, and end with where it came from. `sum8_p5.` is what p5 left, and 8 more.
 */
export type Value = string;

const MASK = (1n << 64n) - 1n;

export const constant = (value: bigint): Value => `=${BigInt.asUintN(64, value)}`;
export const numberOf = (value: Value | undefined): bigint | null =>
  value?.startsWith('=') === true ? BigInt(value.slice(1)) : null;

const FOLDED: Readonly<Record<string, (a: bigint, b: bigint) => bigint>> = {
  add64: (a, b) => (a + b) & MASK,
  sub64: (a, b) => (a - b) & MASK,
  mul64: (a, b) => (a * b) & MASK,
  and64: (a, b) => a & b,
  or64: (a, b) => a | b,
  xor64: (a, b) => a ^ b,
  lsh64: (a, b) => (a << (b & 63n)) & MASK,
  rsh64: (a, b) => a >> (b & 63n),
};
const KEEPS_WITH_ZERO: ReadonlySet<string> = new Set(['add64', 'sub64', 'or64', 'xor64', 'lsh64', 'rsh64']);
const EITHER_WAY: ReadonlySet<string> = new Set(['add64', 'or64', 'xor64']);

type Sum = { readonly of: Value; readonly and: bigint };
const SUM = /^sum(\d+)_(.*)$/s;

/** A value as another one and a constant: any value is itself and nothing. */
function asSum(value: Value): Sum {
  const [, and, of] = SUM.exec(value) ?? [];
  return and === undefined || of === undefined ? { of: value, and: 0n } : { of, and: BigInt(and) };
}

/** A value and a constant, modulo 2^64. */
function sumOf(value: Value | undefined, more: bigint): Value | undefined {
  if (value === undefined) return undefined;
  const { of, and } = asSum(value);
  const whole = (and + more) & MASK;
  return whole === 0n ? of : `sum${whole}_${of}`;
}

/** Whether two values are never equal: constants that differ, or a value and itself with something added. */
export function neverEqual(a: Value, b: Value): boolean {
  const [one, other] = [numberOf(a), numberOf(b)];
  if (one !== null || other !== null) return one !== null && other !== null && one !== other;
  const [x, y] = [asSum(a), asSum(b)];
  return x.of === y.of && x.and !== y.and;
}

type Operands = { readonly own: Value | undefined; readonly other: Value | undefined };

/** What adding or taking away a constant leaves. */
function shifted(mnemonic: string, { own, other }: Operands): Value | undefined {
  const [a, b] = [numberOf(own), numberOf(other)];
  if (mnemonic === 'add64' && a !== null) return sumOf(other, a);
  if (b === null) return undefined;
  return mnemonic === 'add64' ? sumOf(own, b) : mnemonic === 'sub64' ? sumOf(own, -b) : undefined;
}

/** What an operation leaves, where that is a constant, one of its operands, or that and a constant. */
export function computedFrom(mnemonic: string, operands: Operands): Value | undefined {
  const { own, other } = operands;
  const [a, b] = [numberOf(own), numberOf(other)];
  if (mnemonic === 'neg64') return a === null ? undefined : constant(-a);
  if (mnemonic === 'and64' && (a === 0n || b === 0n)) return constant(0n);
  if (a !== null && b !== null) {
    const folded = FOLDED[mnemonic]?.(a, b);
    return folded === undefined ? undefined : constant(folded);
  }
  if (b === 0n && KEEPS_WITH_ZERO.has(mnemonic)) return own;
  if (a === 0n && EITHER_WAY.has(mnemonic)) return other;
  return shifted(mnemonic, operands);
}

/** Which way a branch of 64 bits goes that compares what is never equal. */
export const UNEQUAL: Readonly<Partial<Record<string, boolean>>> = { jeq: false, jne: true };

/** Whether a branch jumps; null where it may go either way. */
export function jumps(mnemonic: string, own: Value | undefined, other: Value | undefined): boolean | null {
  if (own === undefined || other === undefined) return null;
  const [a, b] = [numberOf(own), numberOf(other)];
  // What is equal is equal as zero is.
  if (own === other) return comparisonOf(mnemonic)?.(0n, 0n) ?? null;
  if (UNEQUAL[mnemonic] !== undefined && neverEqual(own, other)) return UNEQUAL[mnemonic];
  return a === null || b === null ? null : (comparisonOf(mnemonic)?.(a, b) ?? null);
}
