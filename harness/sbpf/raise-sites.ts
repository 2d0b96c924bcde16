// Where a program raises its errors: it hands the position of an error in its list to one function that knows the numbers.
import type { Block, Edge, Flow, ProgramFunction } from './blocks';
import type { Code } from './code';
import { comparisonOf } from './comparisons';
import type { Instruction } from './instructions';

/** A place that chooses an error: the pc that writes its position, the call that asks for its number, the number. */
export type RaiseSite = { readonly pc: number; readonly call: number; readonly code: number };

/** The function that turns the position of an error (32 bits, at the address in r1) into its number (in r0). */
export type Converter = {
  readonly start: number;
  readonly end: number;
  /** Calls of it. */
  readonly calls: readonly number[];
  /** The number for a position; null where it asks for more than the position. */
  readonly codeOf: (position: number) => number | null;
};

/** A converter names most of the numbers; nothing else in a program names more than a few. */
const MANY = 20;

function namedBy(code: Code, { start, end }: ProgramFunction, numbers: ReadonlySet<number>): number {
  const named = new Set<number>();
  for (let pc = start; pc < end; pc++) {
    const one = code.at.get(pc);
    if (one?.operation.mnemonic === 'mov64' && numbers.has(Number(one.imm))) named.add(Number(one.imm));
  }
  return named.size;
}

type Registers = Map<number, bigint>;
const ADDRESS = 1n << 62n;

/** Runs one instruction of a converter. Returns the next pc; null for what it cannot know. */
function step(one: Instruction, registers: Registers, position: number): number | null {
  const { operation, dst, src, imm, offset, pc } = one;
  const next = pc + one.slots;
  if (operation.mnemonic === 'ldxw' && offset === 0 && registers.get(src) === ADDRESS) {
    registers.set(dst, BigInt(position));
    return next;
  }
  if (operation.kind === 'move') {
    const value = operation.form === 'dst,imm' ? imm : registers.get(src);
    if (value === undefined) return null;
    registers.set(dst, value);
    return next;
  }
  if (operation.flow === 'jump') return pc + 1 + offset;
  const compare = comparisonOf(operation.mnemonic);
  const [left, right] = [registers.get(dst), operation.form === 'dst,imm,to' ? imm : registers.get(src)];
  if (compare === undefined || left === undefined || right === undefined) return null;
  return compare(left, right) ? pc + 1 + offset : next;
}

/** The number that the function gives a position. */
function convert(code: Code, { start, end }: ProgramFunction, position: number): number | null {
  const registers: Registers = new Map([[1, ADDRESS]]);
  let pc: number | null = start;
  while (pc !== null && pc >= start && pc < end) {
    const one = code.at.get(pc);
    if (one === undefined) return null;
    if (one.operation.flow === 'exit') return Number(registers.get(0) ?? 0n);
    pc = step(one, registers, position);
  }
  return null;
}

/** The function that knows the error numbers; null if the program has none of this kind. */
export function converterOf(flow: Flow, numbers: ReadonlySet<number>): Converter | null {
  const { code, functions } = flow;
  const ranked = functions
    .map((one) => ({ one, named: namedBy(code, one, numbers) }))
    .filter(({ named }) => named >= MANY)
    .sort((a, b) => b.named - a.named);
  const found = ranked[0]?.one;
  if (found === undefined) return null;
  const calls = [...code.calls].flatMap(([pc, target]) =>
    target.kind === 'function' && target.pc === found.start ? [pc] : [],
  );
  const { start, end } = found;
  return { start, end, calls, codeOf: (position) => convert(code, found, position) };
}

const FRAME = 10;

/** The place on the stack, from r10 on, that r1 points to when the instruction at the end of the range runs. */
function slotAt(code: Code, from: number, call: number): number | null {
  let slot: number | null = null;
  for (let pc = from; pc < call; pc++) {
    const one = code.at.get(pc);
    if (one?.dst !== 1 || one.operation.kind === 'store' || one.operation.kind === 'flow') continue;
    if (one.operation.mnemonic === 'mov64' && one.operation.form === 'dst,src' && one.src === FRAME) slot = 0;
    else if (one.operation.mnemonic === 'add64' && one.operation.form === 'dst,imm' && slot !== null)
      slot += Number(one.imm);
    else slot = null;
  }
  return slot;
}

const writesTo = (one: Instruction, slot: number): boolean =>
  one.operation.kind === 'store' && one.dst === FRAME && one.offset === slot;

/** The control flow as it is walked from the end: blocks by their last instruction, edges by where they lead. */
type Backwards = {
  readonly code: Code;
  readonly byLast: ReadonlyMap<number, Block>;
  readonly into: ReadonlyMap<number, readonly Edge[]>;
};

function backwards({ code, blocks, edges }: Flow): Backwards {
  const into = new Map<number, Edge[]>();
  for (const edge of edges) {
    const others = into.get(edge.to);
    if (others === undefined) into.set(edge.to, [edge]);
    else others.push(edge);
  }
  return { code, into, byLast: new Map(blocks.map((block) => [block.last, block])) };
}

/** Goes back from a call along every way, to the last writes of the slot. */
function writesBefore({ code, byLast, into }: Backwards, call: number, slot: number): Instruction[] {
  const found: Instruction[] = [];
  const seen = new Set<number>();
  const open = [call];
  for (let last = open.pop(); last !== undefined; last = open.pop()) {
    const block = byLast.get(last);
    if (block === undefined || seen.has(last)) continue;
    seen.add(last);
    const write = lastWrite(code, { from: block.start, to: last }, slot);
    if (write !== undefined) found.push(write);
    else for (const { from, kind } of into.get(block.start) ?? []) if (kind !== 'call') open.push(from);
  }
  return found;
}

function lastWrite(
  code: Code,
  { from, to }: { readonly from: number; readonly to: number },
  slot: number,
): Instruction | undefined {
  for (let pc = to; pc >= from; pc--) {
    const one = code.at.get(pc);
    if (one !== undefined && writesTo(one, slot)) return one;
  }
  return undefined;
}

/**
 * The places that choose an error by a constant, in the order of the code. Errors that come from elsewhere, such
 * as a library's or another program's, have no such place.
 */
export function raiseSites(flow: Flow, converter: Converter): RaiseSite[] {
  const sites: RaiseSite[] = [];
  const way = backwards(flow);
  for (const call of converter.calls) {
    const slot = slotAt(flow.code, way.byLast.get(call)?.start ?? call, call);
    if (slot === null) continue;
    for (const write of writesBefore(way, call, slot)) {
      const code = write.operation.form === '[dst],imm' ? converter.codeOf(Number(write.imm)) : null;
      if (code !== null) sites.push({ pc: write.pc, call, code });
    }
  }
  return sites.sort((a, b) => a.pc - b.pc || a.call - b.call);
}
