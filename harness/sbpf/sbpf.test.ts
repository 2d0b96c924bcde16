// Reading compiled programs: every byte of code decodes and encodes back, and control flow is as it was compiled.
import { loadCaller } from '../../programs/caller/load';
import { loadRelease } from '../../programs/load';
import { loadRecorder } from '../../programs/recorder/load';
import { flowOf } from './blocks';
import { readCode } from './code';
import { disassemble, textOf } from './disassemble';
import { bytesOf, readElf } from './elf';
import { decode, decodeAt, encode, SLOT } from './instructions';
import { operationsOf } from './opcodes';

const PROGRAMS: readonly (readonly [string, () => Buffer])[] = [
  ['our calling program', loadCaller],
  ['our recording program', loadRecorder],
  ['the system program', () => loadRelease('0.28.3').systemProgram],
  ['account-compression', () => loadRelease('0.28.3').accountCompression],
];

describe.each(PROGRAMS)('Of %s', (_, load) => {
  const elf = readElf(load());
  const code = readCode(elf);
  const flow = flowOf(code);

  it('all bytes of code decode and encode back to themselves', () => {
    const back = Buffer.concat(decode(elf).map(encode));
    expect(back.equals(bytesOf(elf.file, elf.text))).toBe(true);
  });

  it('every instruction is in one block, and every block in one function', () => {
    expect(flow.blocks.reduce((sum, { size }) => sum + size, 0)).toBe(code.instructions.length);
    const owned = flow.functions.flatMap(({ blocks }) => blocks);
    expect(owned).toEqual(flow.blocks);
  });

  it('every edge leads to the start of a block', () => {
    const starts = new Set(flow.blocks.map(({ start }) => start));
    expect(flow.edges.filter(({ to }) => !starts.has(to))).toEqual([]);
  });

  it('every direct call leads to a function or a syscall', () => {
    const calls = code.instructions.filter(({ operation }) => operation.flow === 'call');
    expect(calls.filter(({ pc }) => !code.calls.has(pc))).toEqual([]);
    const starts = new Set(flow.functions.map(({ start }) => start));
    const targets = [...code.calls.values()].flatMap((one) => (one.kind === 'function' ? [one.pc] : []));
    expect(targets.filter((pc) => !starts.has(pc))).toEqual([]);
  });

  it('the entry point is reachable', () => {
    expect(flow.functions.find(({ start }) => start === code.entry)?.reached).toBe('directly');
  });
});

describe('An instruction', () => {
  const code = readCode(readElf(loadCaller()));
  const textAt = (hex: string, version = 0): string =>
    textOf(code, decodeAt(Buffer.from(hex, 'hex'), 0, operationsOf(version)));

  it.each([
    ['b701000070170000', 'mov64 r1, 0x1770'],
    ['18010000efbeadde0000000078563412', 'lddw r1, 0x12345678deadbeef'],
    ['7921f8ff00000000', 'ldxdw r1, [r2-0x8]'],
    ['5501030007000000', 'jne r1, 0x7, 4'],
    ['9500000000000000', 'exit'],
  ])('%s reads %s', (hex, text) => {
    expect(textAt(hex)).toBe(text);
  });

  it('means something else in version 2', () => {
    expect(textAt('8721080005000000', 2)).toBe('stw [r1+0x8], 0x5');
    expect(textAt('8701000000000000')).toBe('neg64 r1');
  });

  it('of an unknown operation is refused in one sentence', () => {
    expect(() => textAt('ff00000000000000')).toThrow(/unknown operation 0xff at instruction 0/);
  });

  it('whose second half is cut off is refused', () => {
    expect(() => textAt('1801000000000000')).toThrow(/64-bit constant at instruction 0 is damaged/);
  });

  it('is written with its position', () => {
    expect(disassemble(code, code.entry, code.entry + 2)[0]).toMatch(/^ +\d+ {2}\w+/);
    expect(SLOT).toBe(8);
  });
});

describe('A file that is no program', () => {
  it('is refused in one sentence', () => {
    expect(() => readElf(Buffer.from('hello'))).toThrow(
      'The program is not an ELF file: give the compiled .so.',
    );
  });

  it('is refused when it is for a newer instruction set', () => {
    const file = Buffer.from(loadCaller());
    file.writeUInt32LE(3, 48);
    expect(() => readElf(file)).toThrow(/sBPF version 3/);
  });

  it('is refused without code', () => {
    const file = Buffer.from(loadCaller());
    file.write('.nope', file.indexOf('.text'));
    expect(() => readElf(file)).toThrow(/no readable section .text/);
  });
});
