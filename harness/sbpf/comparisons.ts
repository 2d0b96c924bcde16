// What the conditional jumps compare, by mnemonic: 64 bits, without sign or with it.

const unsigned = (value: bigint): bigint => BigInt.asUintN(64, value);
const signed = (value: bigint): bigint => BigInt.asIntN(64, value);

type Compare = (a: bigint, b: bigint) => boolean;

const COMPARED: Readonly<Record<string, Compare>> = {
  jeq: (a, b) => unsigned(a) === unsigned(b),
  jne: (a, b) => unsigned(a) !== unsigned(b),
  jgt: (a, b) => unsigned(a) > unsigned(b),
  jge: (a, b) => unsigned(a) >= unsigned(b),
  jlt: (a, b) => unsigned(a) < unsigned(b),
  jle: (a, b) => unsigned(a) <= unsigned(b),
  jsgt: (a, b) => signed(a) > signed(b),
  jsge: (a, b) => signed(a) >= signed(b),
  jslt: (a, b) => signed(a) < signed(b),
  jsle: (a, b) => signed(a) <= signed(b),
};

/** Whether it jumps where a register holds `a` and what it is compared with is `b`; undefined for what is none of these. */
export const comparisonOf = (mnemonic: string): Compare | undefined => COMPARED[mnemonic];
