// What one trace reached: instructions, edges between blocks, and errors that were raised.
import { EDGE_WIDTH } from '../../spec/reach';
import type { Flow } from '../sbpf/blocks';
import type { Instruction } from '../sbpf/instructions';
import type { Converter, RaiseSite } from '../sbpf/raise-sites';
import { foreignTrace, pcOf, register, type Trace } from './trace-folder';

/** A program that is traced, prepared for reading many traces. */
export type Traced = {
  readonly flow: Flow;
  readonly converter: Converter | null;
  /** By pc: what kind of control flow ends a block there (an index into ENDS), 0 inside of blocks. */
  readonly ends: Uint8Array;
};

const ENDS = ['', 'next', 'branch', 'jump', 'call', 'callx', 'exit'] as const;
const EXIT = ENDS.indexOf('exit');

export const edgeKey = (from: number, to: number): number => from * EDGE_WIDTH + to;
export const edgeEnds = (key: number): readonly [from: number, to: number] => [
  Math.floor(key / EDGE_WIDTH),
  key % EDGE_WIDTH,
];

/** What some executions reached. Edges are keys as `edgeKey` makes them. */
export type Reach = {
  readonly pcs: Set<number>;
  readonly edges: Set<number>;
  /** Places that chose an error, and its number; `pc` is the last write of its position, or the call. */
  readonly raised: RaiseSite[];
};

export const noReach = (): Reach => ({ pcs: new Set(), edges: new Set(), raised: [] });

/** Prepares a program. */
export function tracedProgram(flow: Flow, converter: Converter | null): Traced {
  const slots = flow.code.elf.text.size / 8;
  const ends = new Uint8Array(slots);
  for (const { last } of flow.blocks)
    ends[last] = ENDS.indexOf(flow.code.at.get(last)?.operation.flow ?? 'next');
  return { flow, converter, ends };
}

/** How far back a position is written before it is asked for: a few functions. */
const FAR = 20_000;

/** The row before `row` that last wrote memory at an address; null if none is near. */
function lastStore(trace: Trace, row: number, { flow, address }: Wanted): number | null {
  for (let at = row - 1; at >= Math.max(0, row - FAR); at--) {
    const one = flow.code.at.get(pcOf(trace, at));
    if (one?.operation.kind !== 'store') continue;
    if (BigInt.asUintN(64, register(trace, at, one.dst) + BigInt(one.offset)) === address) return at;
  }
  return null;
}

type Wanted = { readonly flow: Flow; readonly address: bigint };

/** The row before `row` that last changed a register; null if none is near. */
function lastMove(trace: Trace, row: number, { flow, dst }: { flow: Flow; dst: number }): number | null {
  for (let at = row - 1; at >= Math.max(0, row - FAR); at--) {
    const one = flow.code.at.get(pcOf(trace, at));
    const { kind } = one?.operation ?? { kind: 'flow' };
    if (one?.dst === dst && kind !== 'store' && kind !== 'flow') return at;
    if (dst === 0 && one?.operation.flow === 'call' && flow.code.calls.get(one.pc)?.kind === 'syscall')
      return null;
  }
  return null;
}

const wantedAt = (trace: Trace, row: number, { src, offset }: Instruction): bigint =>
  BigInt.asUintN(64, register(trace, row, src) + BigInt(offset));

/** How often a value may be copied on its way. */
const HOPS = 12;

/** The row of the constant that a row wrote on: through copies, loads and stores; else the last one that is known. */
function originOf(trace: Trace, row: number, flow: Flow): number {
  let at = row;
  for (let hop = 0; hop < HOPS; hop++) {
    const one = flow.code.at.get(pcOf(trace, at));
    if (one === undefined || one.operation.form.endsWith('imm')) return at;
    const before =
      one.operation.kind === 'load'
        ? lastStore(trace, at, { flow, address: wantedAt(trace, at, one) })
        : lastMove(trace, at, { flow, dst: one.src });
    if (before === null) return at;
    at = before;
  }
  return at;
}

/** The row that chose what r1 points to before the row; null if none is near. */
function writerOf(trace: Trace, row: number, { flow }: Traced): number | null {
  const store = lastStore(trace, row, { flow, address: register(trace, row, 1) });
  return store === null ? null : originOf(trace, store, flow);
}

/** The row in which a function that was entered at `row` has returned to behind `call`. */
function rowAfter(trace: Trace, row: number, call: number): number | null {
  for (let at = row; at < trace.rows; at++) if (pcOf(trace, at) === call + 1) return at;
  return null;
}

function raisedAt(trace: Trace, row: number, traced: Traced): RaiseSite | null {
  const call = row === 0 ? 0 : pcOf(trace, row - 1);
  const after = rowAfter(trace, row, call);
  if (after === null) return null;
  const writer = writerOf(trace, row, traced);
  const code = Number(register(trace, after, 0));
  return { pc: writer === null ? call : pcOf(trace, writer), call, code };
}

/**
 * Adds what a trace reached.
 * @throws HarnessFault for a trace of another program.
 */
export function addTrace(reach: Reach, trace: Trace, traced: Traced): void {
  const { ends, converter } = traced;
  let before = -1;
  for (let row = 0; row < trace.rows; row++) {
    const pc = pcOf(trace, row);
    if (pc >= ends.length) throw foreignTrace(pc, ends.length);
    reach.pcs.add(pc);
    const end = before < 0 ? 0 : (ends[before] ?? 0);
    // An exit leads back behind the call that entered the function, which is the edge of that call.
    if (end === EXIT) reach.edges.add(edgeKey(pc - 1, pc));
    else if (end !== 0) reach.edges.add(edgeKey(before, pc));
    if (converter !== null && pc === converter.start) {
      const raised = raisedAt(trace, row, traced);
      if (raised !== null) reach.raised.push(raised);
    }
    before = pc;
  }
}
