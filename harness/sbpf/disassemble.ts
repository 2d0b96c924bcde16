// Writes instructions as text: the mnemonic, its operands, and what a call leads to.
import type { Code } from './code';
import type { Instruction } from './instructions';

const signed = (offset: number): string =>
  offset < 0 ? `-0x${(-offset).toString(16)}` : `+0x${offset.toString(16)}`;
const hex = (value: bigint): string =>
  value < 0n ? `-0x${(-value).toString(16)}` : `0x${value.toString(16)}`;

const target = ({ pc, offset }: Instruction): string => String(pc + 1 + offset);

function called(code: Code, { pc, imm }: Instruction): string {
  const found = code.calls.get(pc);
  if (found === undefined) return hex(imm);
  return found.kind === 'syscall' ? found.name : `function_${found.pc}`;
}

/** In version 2 the register is a field of its own. */
const register = (code: Code, { src, imm }: Instruction): string =>
  code.elf.version < 2 ? `r${imm}` : `r${src}`;

function operands(code: Code, one: Instruction): string {
  const { dst, src, offset, imm, operation } = one;
  const written: Readonly<Record<typeof operation.form, () => string>> = {
    'dst,imm': () => `r${dst}, ${hex(imm)}`,
    'dst,src': () => `r${dst}, r${src}`,
    dst: () => `r${dst}`,
    'dst,[src]': () => `r${dst}, [r${src}${signed(offset)}]`,
    '[dst],src': () => `[r${dst}${signed(offset)}], r${src}`,
    '[dst],imm': () => `[r${dst}${signed(offset)}], ${hex(imm)}`,
    'dst,imm,to': () => `r${dst}, ${hex(imm)}, ${target(one)}`,
    'dst,src,to': () => `r${dst}, r${src}, ${target(one)}`,
    to: () => target(one),
    call: () => called(code, one),
    callx: () => register(code, one),
    none: () => '',
  };
  return written[operation.form]();
}

/** One instruction without its position, such as `jne r1, 0x0, 212`; targets of jumps are pcs. */
export const textOf = (code: Code, one: Instruction): string =>
  `${one.operation.mnemonic} ${operands(code, one)}`.trimEnd();

/** The instructions from one pc up to another (exclusive), a line each, with their pcs. */
export const disassemble = (code: Code, from: number, to: number): string[] => {
  const lines: string[] = [];
  for (let pc = from; pc < to; pc++) {
    const one = code.at.get(pc);
    if (one !== undefined) lines.push(`${String(pc).padStart(6)}  ${textOf(code, one)}`);
  }
  return lines;
};
