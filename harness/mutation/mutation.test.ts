// Tests of the operators, on instructions written by hand, and of what the traces keep.
import { loadCaller } from '../../programs/caller/load';
import { loadRelease } from '../../programs/load';
import { readCode } from '../sbpf/code';
import { textOf } from '../sbpf/disassemble';
import { readElf } from '../sbpf/elf';
import { decodeAt } from '../sbpf/instructions';
import { operationsOf } from '../sbpf/opcodes';
import type { Operator } from '../../spec/mutation';
import { controlsOf } from './controls';
import { mutantsOf, mutated } from './mutants';
import { neverReturning } from './no-return';
import { changed } from './operators';
import { readTrace, ROW } from '../trace/trace-folder';
import { addExecution, emptyTrace, numbersIn } from './traces';

const code = readCode(readElf(loadCaller()));

const at = (bytes: Buffer): string => textOf(code, decodeAt(bytes, 0, operationsOf(0)));

const after = (operator: Operator, hex: string, ways = { jumps: true, goesOn: true }): string | null => {
  const one = decodeAt(Buffer.from(hex, 'hex'), 0, operationsOf(0));
  const bytes = changed(operator, { one, ...ways }, code);
  return bytes === null ? null : at(bytes);
};

const JEQ = '1501030007000000';
/** To the next instruction, whatever it compares. */
const JUMPS_NOWHERE = '5501000007000000';
const JLT = 'ad21030000000000';

describe('An instruction is changed', () => {
  it.each<[Operator, string, string | null]>([
    ['negate', JEQ, 'jne r1, 0x7, 4'],
    ['negate', JLT, 'jge r1, r2, 4'],
    ['always', JEQ, 'ja 4'],
    ['never', JEQ, 'ja 1'],
    ['boundary', JLT, 'jle r1, r2, 4'],
    ['boundary', JEQ, null],
    ['negate', JUMPS_NOWHERE, null],
    ['operand', JEQ, 'jeq r1, 0x8, 4'],
    ['operand', JLT, null],
    ['code', 'b700000072170000', 'mov64 r0, 0x1773'],
    ['code', 'b700000005000000', null],
    ['store', '7b21f8ff00000000', 'ja 1'],
    ['call', '8510000005000000', 'ja 1'],
  ])('%s: %s becomes %s', (operator, hex, text) => {
    expect(after(operator, hex)).toBe(text);
  });

  it.each([
    ['its larger value is taken', '2507010004000000', 'b707000004000000', null],
    ['another value is taken', '2507010004000000', 'b707000005000000', 'jge r7, 0x4, 2'],
    ['another register takes it', '2507010004000000', 'b706000004000000', 'jge r7, 0x4, 2'],
    ['more is skipped', '2507020004000000', 'b707000004000000', 'jge r7, 0x4, 3'],
    ['the larger register is taken', '2d17010000000000', 'bf17000000000000', null],
  ])('where behind a bound %s, moving it is a mutant or none', (_title, hex, next, text) => {
    const all = Buffer.from(hex + next, 'hex');
    const [one, other] = [decodeAt(all, 0, operationsOf(0)), decodeAt(all, 1, operationsOf(0))];
    const own = { ...code, at: new Map([one, other].map((each) => [each.pc, each])) };
    const bytes = changed('boundary', { one, jumps: true, goesOn: true }, own);
    expect(bytes === null ? null : at(bytes)).toBe(text);
  });

  it('forcing a branch the way that it always went is no mutant', () => {
    expect(after('always', JEQ, { jumps: true, goesOn: false })).toBeNull();
    expect(after('negate', JEQ, { jumps: true, goesOn: false })).not.toBeNull();
  });
});

describe('Of the published program', () => {
  const program = readCode(readElf(loadRelease('0.28.3').systemProgram));
  const hits = { executed: new Set([program.entry]), jumped: new Set<number>(), wentOn: new Set<number>() };

  it('a mutant differs in one instruction and in the copy only', () => {
    const everything = new Set(program.instructions.map(({ pc }) => pc));
    const [mutant] = mutantsOf(program, { ...hits, executed: everything });
    const { file } = program.elf;
    const before = Buffer.from(file);
    const copy = mutated(file, mutant ?? { offset: 0, after: '' });
    expect(file.equals(before)).toBe(true);
    expect(
      [...copy.keys()].filter((i) => copy[i] !== file[i]).every((i) => i - (mutant?.offset ?? 0) < 8),
    ).toBe(true);
    expect(copy.equals(file)).toBe(false);
  });

  it('only executed instructions are changed', () => {
    expect(mutantsOf(program, { ...hits, executed: new Set() })).toEqual([]);
  });

  it('there are controls of text and of code that never runs', () => {
    const kinds = new Set(controlsOf(program, hits).map(({ operator }) => operator));
    expect([...kinds].sort()).toEqual(['dead-code', 'log-text']);
  });

  it('some functions never return, the entry point does', () => {
    const never = neverReturning(program);
    expect(never.size).toBeGreaterThan(5);
    expect(never.has(program.entry)).toBe(false);
  });
});

describe('A trace', () => {
  const execution = (...pcs: readonly number[]) => {
    const rows = pcs.map((pc) => {
      const row = Buffer.alloc(ROW);
      row.writeUInt32LE(pc, 88);
      return row;
    });
    return readTrace(Buffer.concat(rows), 8 * pcs.length, 'a.regs');
  };

  it('says what was executed and which way branches went, up to a panic', () => {
    const trace = emptyTrace(64);
    addExecution(trace, execution(1, 2, 10, 11, 12, 40, 41), { pcs: 64, never: new Set([40]) });
    expect(numbersIn(trace.executed)).toEqual([1, 2, 10, 11]);
    expect(numbersIn(trace.jumped)).toEqual([2]);
    expect(numbersIn(trace.wentOn)).toEqual([1, 10, 11]);
  });

  it('of another program is refused in one sentence', () => {
    const own = { pcs: 64, never: new Set<number>() };
    expect(() => addExecution(emptyTrace(64), execution(1, 64), own)).toThrow(
      /names instruction 64, but .* 64/,
    );
  });
});
