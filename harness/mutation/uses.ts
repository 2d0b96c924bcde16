// What an instruction does with registers: those that it reads, those that it makes something of, the one that it writes.
import type { Code } from '../sbpf/code';
import type { Instruction } from '../sbpf/instructions';

/** How many arguments a syscall takes; one that is not known takes all five. */
const ARGUMENTS: Readonly<Record<string, number>> = {
  abort: 0,
  sol_log_: 2,
  sol_log_data: 2,
  sol_log_pubkey: 1,
  sol_memset_: 3,
  sol_memcpy_: 3,
  sol_memmove_: 3,
  sol_memcmp_: 4,
  sol_sha256: 3,
  sol_keccak256: 3,
  sol_get_clock_sysvar: 1,
  sol_get_rent_sysvar: 1,
};
const MOST_ARGUMENTS = 5;

const argumentsOf = (code: Code, { pc }: Instruction): readonly number[] => {
  const target = code.calls.get(pc);
  const count = target?.kind === 'syscall' ? (ARGUMENTS[target.name] ?? MOST_ARGUMENTS) : 0;
  return Array.from({ length: count }, (_, at) => at + 1);
};

const called = (code: Code, { src, imm }: Instruction): number => (code.elf.version < 2 ? Number(imm) : src);

/** Dividing by zero stops the program. */
const MAY_STOP = /^(u|s)?(div|mod|rem)/;
const isComputing = ({ operation: { kind, mnemonic } }: Instruction): boolean =>
  kind === 'alu' && !MAY_STOP.test(mnemonic);

/** Registers whose values an instruction only moves to another place, or computes another value from. */
function moved(one: Instruction): readonly number[] {
  const { kind, form } = one.operation;
  if (isComputing(one)) return form === 'dst,src' ? [one.dst, one.src] : [one.dst];
  if (form !== 'dst,src' && form !== '[dst],src') return [];
  return kind === 'move' || kind === 'store' ? [one.src] : [];
}

/**
 * Registers of which an instruction makes something: it compares them, takes them for an address, divides by them, or
 * hands them to the runtime. What is computed counts once something is made of that, and what a function is given once
 * that does something with it.
 */
export function usedBy(code: Code, one: Instruction): readonly number[] {
  const { operation, dst, src } = one;
  if (operation.flow === 'call') return argumentsOf(code, one);
  if (operation.flow === 'callx') return [called(code, one)];
  if (operation.kind === 'move' || isComputing(one)) return [];
  if (operation.kind === 'load') return [src];
  if (operation.kind === 'store') return [dst];
  if (operation.form === 'none' || operation.form === 'to') return [];
  return operation.form.startsWith('dst,src') ? [dst, src] : [dst];
}

/** All registers that an instruction reads. */
export const readBy = (code: Code, one: Instruction): readonly number[] => [
  ...usedBy(code, one),
  ...moved(one),
];

/** The register that an instruction writes, if it writes one; a syscall answers in r0. */
export function writtenBy(code: Code, { pc, operation, dst }: Instruction): number | null {
  if (operation.flow === 'call') return code.calls.get(pc)?.kind === 'syscall' ? 0 : null;
  return operation.kind === 'flow' || operation.kind === 'store' ? null : dst;
}
