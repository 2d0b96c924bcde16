// Programs made by hand for the tests of traces: their code is known to the last instruction.
import { loadOwn } from '../../programs/own';
import { loadCaller } from '../../programs/caller/load';
import { loadRelease } from '../../programs/load';
import { readElf } from '../sbpf/elf';
import { encode } from '../sbpf/instructions';
import { openTraced, type TracedBackend } from './traced-backend';

export type Row = readonly [opcode: number, dst: number, src: number, offset: number, imm: number];

const bytesOf = (rows: readonly Row[]): Buffer =>
  Buffer.concat(
    rows.map(([opcode, dst, src, offset, imm]) =>
      encode({ opcode, dst, src, offset, imm: BigInt(imm), slots: 1 }),
    ),
  );

const LDXDW = 0x79;
const MOV = 0xb7;
const JLT = 0xa5;
const EXIT = 0x95;

/** Before its first relocation, so that the loader changes none of our code. All of it is ours: what is left are exits. */
const ROOM = 128;

/** A program of ours whose first instructions are these; it begins with them. */
export function withCode(rows: readonly Row[]): Buffer {
  const file = Buffer.from(loadOwn('sample-caller'));
  const { text, entry } = readElf(file);
  if (entry !== text.address || rows.length > ROOM) throw new Error('The code does not fit.');
  const rest = Array.from({ length: ROOM - rows.length }, (): Row => [EXIT, 0, 0, 0, 0]);
  file.set(bytesOf([...rows, ...rest]), text.offset);
  return file;
}

/** The first instruction of each step of the stairs, in pcs. */
export const STAIRS = 2;

/**
 * Reads the number of accounts that it is given, and goes up a step for each from `from` on, `steps` at most.
 * At the foot and at the top it accepts.
 */
export function stairs(from: number, steps: number): Buffer {
  const climbing = Array.from({ length: steps }, (_, i): Row => [JLT, 2, 0, steps - i - 1, from + i]);
  return withCode([[LDXDW, 2, 1, 0, 0], [MOV, 0, 0, 0, 0], ...climbing, [EXIT, 0, 0, 0, 0]]);
}

/** The published release with another system program, traced. */
export function openTracedOn(systemProgram: Buffer, numbers: ReadonlySet<number>): Promise<TracedBackend> {
  const { accountCompression, noop, fixtures } = loadRelease('0.28.3');
  const programs = { systemProgram, accountCompression, ...(noop ? { noop } : {}), caller: loadCaller() };
  return openTraced({ programs, fixtures }, numbers);
}
