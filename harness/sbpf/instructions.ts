// Decodes the code of a program into instructions, and encodes an instruction back to its bytes.
import { InputError } from '../../programs/errors';
import { bytesOf, type Elf } from './elf';
import { LDDW, operationsOf, type Operation, type Operations } from './opcodes';

/** Bytes of a slot; a pc counts slots from the start of `.text`. */
export const SLOT = 8;

export type Instruction = {
  readonly pc: number;
  readonly opcode: number;
  readonly operation: Operation;
  /** Numbers of registers. */
  readonly dst: number;
  readonly src: number;
  /** Of a memory access in bytes; of a jump in slots, from the next one on. */
  readonly offset: number;
  /** Signed, 32 bits; of `lddw` 64 bits, unsigned. */
  readonly imm: bigint;
  /** Two for `lddw`, else one. */
  readonly slots: 1 | 2;
};

const wideImmediate = (bytes: Buffer, at: number): bigint =>
  BigInt(bytes.readUInt32LE(at + 4)) | (BigInt(bytes.readUInt32LE(at + 12)) << 32n);

/**
 * The instruction at a pc of `.text` bytes.
 * @throws InputError for an operation that the version does not have, or a constant that is cut off.
 */
export function decodeAt(text: Buffer, pc: number, operations: Operations): Instruction {
  const at = pc * SLOT;
  const opcode = text.readUInt8(at);
  const operation = operations.get(opcode);
  if (operation === undefined)
    throw new InputError(
      `The program has an unknown operation 0x${opcode.toString(16)} at instruction ${pc}: give a .so as Solana's compiler made it.`,
    );
  const isWide = opcode === LDDW && operation.mnemonic === 'lddw';
  if (isWide && (at + 2 * SLOT > text.length || text.readUInt32LE(at + SLOT) !== 0))
    throw new InputError(`The program's 64-bit constant at instruction ${pc} is damaged: build it again.`);
  const registers = text.readUInt8(at + 1);
  return {
    pc,
    opcode,
    operation,
    dst: registers & 0xf,
    src: registers >> 4,
    offset: text.readInt16LE(at + 2),
    imm: isWide ? wideImmediate(text, at) : BigInt(text.readInt32LE(at + 4)),
    slots: isWide ? 2 : 1,
  };
}

/** The bytes of an instruction: 8, or 16 for `lddw`. */
export function encode({
  opcode,
  dst,
  src,
  offset,
  imm,
  slots,
}: Omit<Instruction, 'pc' | 'operation'>): Buffer {
  const out = Buffer.alloc(SLOT * slots);
  out.writeUInt8(opcode, 0);
  out.writeUInt8((src << 4) | dst, 1);
  out.writeInt16LE(offset, 2);
  out.writeUInt32LE(Number(BigInt.asUintN(32, imm)), 4);
  if (slots === 2) out.writeUInt32LE(Number(BigInt.asUintN(32, imm >> 32n)), 12);
  return out;
}

/**
 * All instructions of a program, in order.
 * @throws InputError for what is no code.
 */
export function decode(elf: Elf): Instruction[] {
  const text = bytesOf(elf.file, elf.text);
  const operations = operationsOf(elf.version);
  const out: Instruction[] = [];
  for (let pc = 0; pc * SLOT < text.length; pc += out.at(-1)?.slots ?? 1)
    out.push(decodeAt(text, pc, operations));
  return out;
}

/** Where an instruction lies in the file, in bytes. */
export const fileOffset = ({ text }: Elf, pc: number): number => text.offset + SLOT * pc;
