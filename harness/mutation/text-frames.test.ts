// Tests of what counts as executed only while text is made, on code and traces written by hand.
import { readCode } from '../sbpf/code';
import { readElf } from '../sbpf/elf';
import { readTrace, ROW, type Trace } from '../trace/trace-folder';
import { withCode, type Row } from '../trace/testing';
import { isOnlyInText } from './text-frames';

const MOV: Row = [0xbf, 2, 1, 0, 0];
const CALLX: Row = [0x8d, 0, 0, 0, 2];
const EXIT: Row = [0x95, 0, 0, 0, 0];
const call = (by: number): Row => [0x85, 0, 1, 0, by - 1];

// 0 calls 4, which calls 6; 1 calls 6; 2 calls 8, which calls 6 through a register.
const rows: readonly Row[] = [call(4), call(5), call(6), EXIT, call(2), EXIT, MOV, EXIT, CALLX, EXIT];
const code = readCode(readElf(withCode(rows)));

function trace(...pcs: readonly number[]): Trace {
  const bytes = Buffer.alloc(pcs.length * ROW);
  pcs.forEach((pc, at) => bytes.writeUInt32LE(pc, at * ROW + 88));
  return readTrace(bytes, 8 * pcs.length, 'a.regs');
}

const TEXT = [{ start: 4, end: 6 }];
const isText = (pcs: readonly number[], texts = TEXT): boolean =>
  isOnlyInText(code, trace(...pcs), { pc: 6, texts });

it('what a function that makes text calls only makes text, too', () => {
  expect(isText([0, 4, 6, 7, 5, 3])).toBe(true);
  expect(isText([2, 8, 6, 7, 9, 3], [{ start: 8, end: 10 }])).toBe(true);
  expect(isText([2, 8, 6, 7, 9, 3], [{ start: 6, end: 8 }])).toBe(true);
});

it('one execution behind it, in front of it, or of another function is enough not to be text', () => {
  expect(isText([0, 4, 6, 7, 5, 1, 6, 7, 2, 3])).toBe(false);
  expect(isText([1, 6, 7, 0, 4, 6, 7, 5, 3])).toBe(false);
  expect(isText([1, 6, 7, 3])).toBe(false);
});

it('a function that came back without what it would call leaves no text behind', () => {
  expect(isText([0, 4, 5, 1, 6, 7, 3])).toBe(false);
});

it('a trace that ends where text is made, or never comes to the instruction', () => {
  expect(isText([0, 4, 6])).toBe(true);
  expect(isText([0, 4, 5, 3])).toBe(false);
});
