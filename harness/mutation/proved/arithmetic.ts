// Names of values, and what is known of computing and comparing with them.
import { comparisonOf } from '../../sbpf/comparisons';

/**
 * Of two places with the same name the values are equal. `=5` is the constant 5; other names stand for a value that
 * is not known, and end with where it came from.
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

type Operands = { readonly own: Value | undefined; readonly other: Value | undefined };

/** What an operation leaves, where that is a constant or one of its operands. */
export function computedFrom(mnemonic: string, { own, other }: Operands): Value | undefined {
  const [a, b] = [numberOf(own), numberOf(other)];
  if (mnemonic === 'neg64') return a === null ? undefined : constant(-a);
  if (mnemonic === 'and64' && (a === 0n || b === 0n)) return constant(0n);
  if (a !== null && b !== null) {
    const folded = FOLDED[mnemonic]?.(a, b);
    return folded === undefined ? undefined : constant(folded);
  }
  if (b === 0n && KEEPS_WITH_ZERO.has(mnemonic)) return own;
  return a === 0n && EITHER_WAY.has(mnemonic) ? other : undefined;
}

/** Whether a branch jumps; null where it may go either way. */
export function jumps(mnemonic: string, own: Value | undefined, other: Value | undefined): boolean | null {
  if (own === undefined || other === undefined) return null;
  const [a, b] = [numberOf(own), numberOf(other)];
  // What is equal is equal as zero is.
  if (own === other) return comparisonOf(mnemonic)?.(0n, 0n) ?? null;
  return a === null || b === null ? null : (comparisonOf(mnemonic)?.(a, b) ?? null);
}
