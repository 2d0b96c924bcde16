// The operation codes of sBPF: what each is called, what it does to control flow, and how its operands are written.

/** How an instruction goes on: `branch` may jump, `jump` always does, `callx` calls what a register holds. */
export type Flow = 'next' | 'branch' | 'jump' | 'call' | 'callx' | 'exit';

/** How operands are written: destination, source, offset, immediate. */
export type Form =
  | 'dst,imm'
  | 'dst,src'
  | 'dst'
  | 'dst,[src]'
  | '[dst],src'
  | '[dst],imm'
  | 'dst,imm,to'
  | 'dst,src,to'
  | 'to'
  | 'call'
  | 'callx'
  | 'none';

/** What an instruction is for, apart from control flow. */
export type Kind = 'move' | 'alu' | 'load' | 'store' | 'flow';

export type Operation = {
  readonly mnemonic: string;
  readonly form: Form;
  readonly flow: Flow;
  readonly kind: Kind;
};

/** Operation codes to operations. */
export type Operations = ReadonlyMap<number, Operation>;

type Row = readonly [number, Operation];

const plain = (mnemonic: string, form: Form, kind: Kind): Operation => ({
  mnemonic,
  form,
  kind,
  flow: 'next',
});

const ALU = ['add', 'sub', 'mul', 'div', 'or', 'and', 'lsh', 'rsh', null, 'mod', 'xor', 'mov', 'arsh'];

/** 0x04 and 0x0c have 32 bits, 0x07 and 0x0f 64; the upper half is the operation. */
const ARITHMETIC: readonly Row[] = ALU.flatMap((name, i) => {
  if (name === null) return [];
  const kind: Kind = name === 'mov' ? 'move' : 'alu';
  return [32, 64].flatMap((bits): Row[] => {
    const base = (i << 4) | (bits === 32 ? 0x04 : 0x07);
    return [
      [base, plain(`${name}${bits}`, 'dst,imm', kind)],
      [base | 0x08, plain(`${name}${bits}`, 'dst,src', kind)],
    ];
  });
});

const BRANCHES: Readonly<Record<string, number>> = {
  jeq: 0x10,
  jgt: 0x20,
  jge: 0x30,
  jset: 0x40,
  jne: 0x50,
  jsgt: 0x60,
  jsge: 0x70,
  jlt: 0xa0,
  jle: 0xb0,
  jslt: 0xc0,
  jsle: 0xd0,
};

const CONTROL: readonly Row[] = [
  ...Object.entries(BRANCHES).flatMap(([mnemonic, code]): Row[] => [
    [code | 0x05, { mnemonic, form: 'dst,imm,to', flow: 'branch', kind: 'flow' }],
    [code | 0x0d, { mnemonic, form: 'dst,src,to', flow: 'branch', kind: 'flow' }],
  ]),
  [0x05, { mnemonic: 'ja', form: 'to', flow: 'jump', kind: 'flow' }],
  [0x85, { mnemonic: 'call', form: 'call', flow: 'call', kind: 'flow' }],
  [0x8d, { mnemonic: 'callx', form: 'callx', flow: 'callx', kind: 'flow' }],
  [0x95, { mnemonic: 'exit', form: 'none', flow: 'exit', kind: 'flow' }],
];

type Width = readonly [suffix: string, load: number, storeRegister: number, storeImmediate: number];

const memory = (widths: readonly Width[]): readonly Row[] =>
  widths.flatMap(([suffix, load, register, immediate]): Row[] => [
    [load, plain(`ldx${suffix}`, 'dst,[src]', 'load')],
    [register, plain(`stx${suffix}`, '[dst],src', 'store')],
    [immediate, plain(`st${suffix}`, '[dst],imm', 'store')],
  ]);

const FIRST: Operations = new Map<number, Operation>([
  ...ARITHMETIC,
  ...CONTROL,
  ...memory([
    ['w', 0x61, 0x63, 0x62],
    ['h', 0x69, 0x6b, 0x6a],
    ['b', 0x71, 0x73, 0x72],
    ['dw', 0x79, 0x7b, 0x7a],
  ]),
  [0x84, plain('neg32', 'dst', 'alu')],
  [0x87, plain('neg64', 'dst', 'alu')],
  [0xd4, plain('le', 'dst,imm', 'alu')],
  [0xdc, plain('be', 'dst,imm', 'alu')],
  [0x18, plain('lddw', 'dst,imm', 'move')],
]);

/** Products, quotients and remainders of version 2; 0x10 more has 64 bits, 0x08 more takes a register. */
const PQR: Readonly<Record<string, number>> = {
  udiv: 0x46,
  urem: 0x66,
  lmul: 0x86,
  sdiv: 0xc6,
  srem: 0xe6,
};

const WIDE: Readonly<Record<string, number>> = { uhmul64: 0x36, shmul64: 0xb6 };

const quotients: readonly Row[] = [
  ...Object.entries(PQR).flatMap(([name, code]): [string, number][] => [
    [`${name}32`, code],
    [`${name}64`, code | 0x10],
  ]),
  ...Object.entries(WIDE),
].flatMap(([mnemonic, code]): Row[] => [
  [code, plain(mnemonic, 'dst,imm', 'alu')],
  [code | 0x08, plain(mnemonic, 'dst,src', 'alu')],
]);

const GONE = new Set(['mul32', 'mul64', 'div32', 'div64', 'mod32', 'mod64', 'neg32', 'neg64', 'le', 'lddw']);
const isGone = ({ mnemonic, kind }: Operation): boolean =>
  GONE.has(mnemonic) || kind === 'load' || kind === 'store';

/** Version 2 moves loads and stores, has other products, and takes 64-bit constants in halves (SIMD-0173, SIMD-0174). */
const SECOND: Operations = new Map<number, Operation>([
  ...[...FIRST].filter(([, operation]) => !isGone(operation)),
  ...quotients,
  ...memory([
    ['w', 0x8c, 0x8f, 0x87],
    ['h', 0x3c, 0x3f, 0x37],
    ['b', 0x2c, 0x2f, 0x27],
    ['dw', 0x9c, 0x9f, 0x97],
  ]),
  [0xf7, plain('hor64', 'dst,imm', 'alu')],
]);

/** The first of the two slots that a 64-bit constant takes. */
export const LDDW = 0x18;

/** The operations of a version of the instruction set (0, 1 or 2); 1 differs from 0 in its stack only. */
export const operationsOf = (version: number): Operations => (version < 2 ? FIRST : SECOND);
