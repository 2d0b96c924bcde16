// Small programs written by hand, for tests of what the flow of data proves.
import type { Operator } from '../../../spec/mutation';
import { loadCaller } from '../../../programs/caller/load';
import { readCode, type Code } from '../../sbpf/code';
import { readElf } from '../../sbpf/elf';
import { decodeAt } from '../../sbpf/instructions';
import { operationsOf } from '../../sbpf/opcodes';
import { proverOf } from './proved';

const caller = readCode(readElf(loadCaller()));

/** A program of one function; calls lead to the syscall `sol_log_`, or to the function at a pc. */
export function program(lines: readonly string[], callsTo: readonly number[] = []): Code {
  const text = Buffer.from(lines.join(''), 'hex');
  const instructions = lines.map((_, pc) => decodeAt(text, pc, operationsOf(0)));
  const calls = instructions.filter(({ operation }) => operation.flow === 'call');
  return {
    ...caller,
    elf: { ...caller.elf, version: 0, symbols: [] },
    instructions,
    at: new Map(instructions.map((one) => [one.pc, one])),
    calls: new Map(
      calls.map(({ pc }, i) => {
        const to = callsTo[i];
        return [pc, to === undefined ? { kind: 'syscall', name: 'sol_log_' } : { kind: 'function', pc: to }];
      }),
    ),
    taken: new Set(),
    entry: 0,
  };
}

const byte = (value: number): string => (value & 0xff).toString(16).padStart(2, '0');
const half = (value: number): string => byte(value) + byte(value >> 8);
export const line = (
  opcode: number,
  registers: number,
  rest: { offset?: number; imm?: number } = {},
): string =>
  `${byte(opcode)}${byte(registers)}${half(rest.offset ?? 0)}${half(rest.imm ?? 0)}${half((rest.imm ?? 0) >> 16)}`;

export const set = (register: number, imm: number) => line(0xb7, register, { imm });
export const copy = (to: number, from: number) => line(0xbf, (from << 4) | to);
export const add = (register: number, imm: number) => line(0x07, register, { imm });
export const store = (offset: number, from: number) => line(0x7b, (from << 4) | 10, { offset });
export const storeByte = (offset: number, from: number) => line(0x73, (from << 4) | 10, { offset });
export const storeTo = (base: number, from: number) => line(0x7b, (from << 4) | base);
export const load = (to: number, offset: number) => line(0x79, (10 << 4) | to, { offset });
export const loadFrom = (to: number, base: number) => line(0x79, (base << 4) | to);
export const jumpIfEqual = (register: number, imm: number, offset: number) =>
  line(0x15, register, { imm, offset });
export const jumpUnless = (register: number, imm: number, offset: number) =>
  line(0x55, register, { imm, offset });
export const jumpIfMore = (register: number, imm: number, offset: number) =>
  line(0x25, register, { imm, offset });
export const divide = (register: number, by: number) => line(0x3f, (by << 4) | register);
export const jump = (offset: number) => line(0x05, 0, { offset });
export const call = line(0x85, 0x10);
export const exit = line(0x95, 0);

/** What is proved of one instruction of such a program. */
export const prove = (
  lines: readonly string[],
  pc: number,
  ...[operator, callsTo]: [Operator, (readonly number[])?]
) => proverOf(program(lines, callsTo))({ pc, operator });

/** The same, but its call at a pc stops the program. */
export function aborting(lines: readonly string[], callsTo: readonly number[], at: number): Code {
  const code = program(lines, callsTo);
  return { ...code, calls: new Map([...code.calls, [at, { kind: 'syscall', name: 'abort' }]]) };
}
