// Kinds of instructions that several proofs tell apart.
import type { Instruction } from '../../sbpf/instructions';

const WIDE_BRANCH = 0x05;
const CLASS = 0x07;

/** A branch that compares 64 bits. */
export const isWide = ({ opcode }: Instruction): boolean => (opcode & CLASS) === WIDE_BRANCH;

/** By its name: dividing by zero stops the program. */
export const divides = ({ operation: { mnemonic } }: Instruction): boolean =>
  /^(u|s)?(div|mod|rem)/.test(mnemonic);
