// A program of two functions, and what some plans reached of it, for the tests of its report.
import type { ProgramShape } from '../../spec/reach';
import { buildCoverage, type BinaryInput } from './build';

const PROGRAMS = { version: '0.28.3', systemProgram: 'aa', accountCompression: 'bb', caller: 'cc' };
/** From one pc to another, as data. */
export const edge = (from: number, to: number): number => from * 1_000_000 + to;

/** Two functions: the second is called by a register only, and one place in it raises 6002. */
export const SHAPE: ProgramShape = {
  functions: [
    {
      name: 'entrypoint',
      start: 0,
      end: 6,
      reached: 'directly',
      blocks: [
        { start: 0, end: 2, size: 2 },
        { start: 2, end: 4, size: 2 },
        { start: 4, end: 6, size: 1 },
      ],
    },
    { name: 'function_6', start: 6, end: 9, reached: 'indirectly', blocks: [{ start: 6, end: 9, size: 3 }] },
  ],
  edges: [edge(1, 2), edge(1, 4), edge(3, 4)],
  sites: [
    { pc: 2, call: 3, code: 6002 },
    { pc: 6, call: 8, code: 6002 },
  ],
  textOffset: 0x100,
  disassemble: (from, to) => Array.from({ length: to - from }, (_, i) => `${from + i}  mov64 r0, <0>`),
};

export const INPUT: BinaryInput = {
  programs: PROGRAMS,
  seed: 1,
  cases: 2,
  shape: SHAPE,
  claims: [
    { id: 'a/one', kind: 'rule', area: 'a' },
    { id: 'a/two', kind: 'sweep', area: 'a' },
  ],
  reaches: [
    { claim: 'a/one', plans: 4, pcs: [0, 1, 4], edges: [edge(1, 4)], raised: [] },
    {
      claim: 'a/two',
      plans: 2,
      pcs: [0, 1, 2, 3],
      edges: [edge(1, 2), edge(3, 7)],
      raised: [
        { pc: 2, call: 3, code: 6002, plans: 2, refused: 1 },
        { pc: 3, call: 3, code: 6021, plans: 1, refused: 0 },
      ],
    },
  ],
};

export const coverage = buildCoverage(INPUT);
