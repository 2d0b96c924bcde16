// Reads the compiled program under test for the report: functions, blocks, edges, places of errors, disassembly.
import { disassemble } from '../../harness/sbpf/disassemble';
import { raiseSites } from '../../harness/sbpf/raise-sites';
import { edgeKey } from '../../harness/trace/reach';
import { tracedElf } from '../../harness/trace/traced-elf';
import { loadRelease } from '../../programs/load';
import { readProgramFile } from '../../programs/program-file';
import { SYSTEM_CODES } from '../../spec/codes/system';
import type { ProgramShape } from '../../spec/reach';
import type { ProgramFiles } from '../../suites/engine-types';

const NUMBERS: ReadonlySet<number> = new Set(SYSTEM_CODES.map(({ code }) => code));

/**
 * What the system program under test is made of.
 * @throws InputError for a program that cannot be read.
 */
export function shapeOfProgram({ version, systemProgram }: ProgramFiles): ProgramShape {
  const bytes =
    systemProgram === undefined ? loadRelease(version).systemProgram : readProgramFile(systemProgram);
  const { flow, converter } = tracedElf(bytes, NUMBERS);
  return {
    functions: flow.functions.map(({ name, start, end, reached, blocks }) => ({
      name,
      start,
      end,
      reached,
      blocks: blocks.map((block) => ({ start: block.start, end: block.end, size: block.size })),
    })),
    edges: flow.edges.map(({ from, to }) => edgeKey(from, to)),
    sites: converter === null ? [] : raiseSites(flow, converter),
    textOffset: flow.code.elf.text.offset,
    disassemble: (from, to) => disassemble(flow.code, from, to),
  };
}
