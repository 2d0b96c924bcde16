// A left-out store made visible: in its place the same memory is loaded into a register that nothing reads behind it.
import type { Mutant } from '../../spec/mutation';
import type { Code } from '../sbpf/code';
import { encode, type Instruction } from '../sbpf/instructions';
import { operationsOf } from '../sbpf/opcodes';
import { pcOf, type Trace } from '../trace/trace-folder';
import { readBy, writtenBy } from './uses';

/** r0 to r5 are nobody's across calls, so that rows tell whether they are read before they are written. */
const CANDIDATES = [0, 5, 4, 3, 2, 1] as const;

/** Rows that are looked at before a register counts as read. */
const FAR = 2000;

function isRead(code: Code, trace: Trace, { row, register }: { row: number; register: number }): boolean {
  for (let at = row + 1; at < Math.min(trace.rows, row + FAR); at++) {
    const one = code.at.get(pcOf(trace, at));
    if (one === undefined || readBy(code, one).includes(register)) return true;
    if (writtenBy(code, one) === register) return false;
  }
  return true;
}

/** The rows at which an instruction is executed. */
export function rowsOf(trace: Trace, pc: number): readonly number[] {
  const rows: number[] = [];
  for (let row = 0; row < trace.rows; row++) if (pcOf(trace, row) === pc) rows.push(row);
  return rows;
}

/** A register that no execution reads behind an instruction before it is written; null where there is none. */
export function freeRegister(code: Code, pc: number, traces: readonly Trace[]): number | null {
  const all = traces.flatMap((trace) => rowsOf(trace, pc).map((row) => ({ trace, row })));
  return (
    CANDIDATES.find((register) => !all.some(({ trace, row }) => isRead(code, trace, { row, register }))) ??
    null
  );
}

/** Bytes that each kind of store writes. */
const WIDTHS: Readonly<Record<string, number>> = { b: 1, h: 2, w: 4, dw: 8 };

const suffixOf = ({ operation }: Instruction): string => operation.mnemonic.replace(/^stx?/, '');

/** What a store writes, given what its register holds; unsigned. */
export const stored = (one: Instruction, held: bigint): bigint =>
  BigInt.asUintN(8 * (WIDTHS[suffixOf(one)] ?? 8), one.operation.form === '[dst],imm' ? one.imm : held);

/** The mutant whose left-out store is a load into the register. @throws Error where it changes no store. */
export function probed(code: Code, mutant: Mutant, register: number): Mutant {
  const one = mutant.pc === null ? undefined : code.at.get(mutant.pc);
  const [opcode] =
    [...operationsOf(code.elf.version)].find(
      ([, { mnemonic }]) => one !== undefined && mnemonic === `ldx${suffixOf(one)}`,
    ) ?? [];
  if (one?.operation.kind !== 'store' || opcode === undefined) throw new Error(`${mutant.id} is no store.`);
  const load = { ...one, opcode, dst: register, src: one.dst, imm: 0n };
  return { ...mutant, after: encode(load).toString('hex') };
}
