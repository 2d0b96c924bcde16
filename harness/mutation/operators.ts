// The ways of changing one instruction of a compiled program, each giving the bytes of another instruction.
import type { Operator } from '../../spec/mutation';
import { systemCode } from '../../spec/codes';
import { LIBRARIES } from '../../spec/codes/libraries';
import type { Code } from '../sbpf/code';
import { encode, type Instruction } from '../sbpf/instructions';
import { isSameAtBound } from './same-at-bound';

/** An instruction with what the traces know of it. */
export type Executed = {
  readonly one: Instruction;
  /** Of a branch: whether it was seen to jump, and to go on. */
  readonly jumps: boolean;
  readonly goesOn: boolean;
};

type Changed = Pick<Instruction, 'opcode' | 'dst' | 'src' | 'offset' | 'imm' | 'slots'>;
/** Null where the operator does not apply. */
type Change = (executed: Executed, code: Code) => Changed | null;

const JUMP = 0x05;
/** Of a branch, `0x08` says that it compares with a register; the upper half what it compares. */
const REGISTER = 0x08;
const OPPOSITE: ReadonlyMap<number, number> = new Map(
  (
    [
      [0x10, 0x50],
      [0x20, 0xb0],
      [0x30, 0xa0],
      [0x60, 0xd0],
      [0x70, 0xc0],
    ] as const
  ).flatMap(([one, other]) => [
    [one, other],
    [other, one],
  ]),
);
/** `>` and `>=`, `<` and `<=`. */
const NEIGHBOUR: ReadonlyMap<number, number> = new Map(
  (
    [
      [0x20, 0x30],
      [0xa0, 0xb0],
      [0x60, 0x70],
      [0xc0, 0xd0],
    ] as const
  ).flatMap(([one, other]) => [
    [one, other],
    [other, one],
  ]),
);
const EQUALITY: ReadonlySet<number> = new Set([0x10, 0x50]);

const comparison = ({ opcode }: Instruction): number => opcode & 0xf0;
/** A branch to the next instruction goes there either way: the compiler leaves some behind. */
const isBranch = ({ operation, offset }: Instruction): boolean => operation.flow === 'branch' && offset !== 0;

const jumpBy = (offset: number, slots: 1 | 2): Changed => ({
  opcode: JUMP,
  dst: 0,
  src: 0,
  imm: 0n,
  offset,
  slots,
});
/** A jump to where the program goes on anyway. */
const nothing = jumpBy(0, 1);

const compared = (one: Instruction, by: ReadonlyMap<number, number>): Changed | null => {
  const other = isBranch(one) ? by.get(comparison(one)) : undefined;
  return other === undefined ? null : { ...one, opcode: (one.opcode & 0x0f) | other };
};

const isKnownCode = (value: number): boolean =>
  systemCode(value) !== undefined || LIBRARIES.some(({ codes }) => codes[value] !== undefined);

const isLogSyscall = ({ calls }: Code, { pc }: Instruction): boolean => {
  const target = calls.get(pc);
  return target?.kind === 'syscall' && target.name.startsWith('sol_log');
};

/** What writes a log line, itself or in a function of nothing else, changes nothing that a document speaks of. */
export const isLogCall = (code: Code, one: Instruction): boolean => {
  const target = code.calls.get(one.pc);
  const called = target?.kind === 'function' ? code.at.get(target.pc) : undefined;
  if (called === undefined) return isLogSyscall(code, one);
  return isLogSyscall(code, called) && code.at.get(called.pc + 1)?.operation.flow === 'exit';
};

/** Forcing a branch the way it always went is no change that any trace shows: coverage lists such branches. */
const CHANGES: Readonly<Record<Operator, Change>> = {
  negate: ({ one }) => compared(one, OPPOSITE),
  always: ({ one, jumps, goesOn }) => (isBranch(one) && jumps && goesOn ? jumpBy(one.offset, 1) : null),
  never: ({ one, jumps, goesOn }) => (isBranch(one) && jumps && goesOn ? nothing : null),
  boundary: ({ one }, code) => (isSameAtBound(code, one) ? null : compared(one, NEIGHBOUR)),
  operand: ({ one }) =>
    isBranch(one) && (one.opcode & REGISTER) === 0 && EQUALITY.has(comparison(one))
      ? { ...one, imm: one.imm + 1n }
      : null,
  code: ({ one }) =>
    one.operation.mnemonic === 'mov64' && one.operation.form === 'dst,imm' && isKnownCode(Number(one.imm))
      ? { ...one, imm: one.imm + 1n }
      : null,
  store: ({ one }) => (one.operation.kind === 'store' ? nothing : null),
  call: ({ one }, code) =>
    (one.operation.flow === 'call' || one.operation.flow === 'callx') && !isLogCall(code, one)
      ? nothing
      : null,
};

/** The bytes that an operator makes of an instruction; null where it does not apply. */
export function changed(operator: Operator, executed: Executed, code: Code): Buffer | null {
  const other = CHANGES[operator](executed, code);
  return other === null ? null : encode(other);
}

/** The bytes of an instruction that always stops the program: a jump to itself, until no compute units are left. */
export const ENDLESS_JUMP: Buffer = Buffer.from('0500ffff00000000', 'hex');

/** The bytes of an instruction that does nothing. */
export const NOTHING: Buffer = encode(nothing);
