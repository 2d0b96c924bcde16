// Which part of its stack frame a function keeps to itself: every address of the frame is followed to where it goes.
import type { Instruction } from '../../sbpf/instructions';
import { widthOf, type CodeBlock, type FunctionCode } from './function-code';

/** Bytes of the frame: `from` counts from its end (r10), so it is negative. */
export type Slot = { readonly from: number; readonly width: number };

export type Frame = {
  /** Of a load or store whose address is known to be in the frame. */
  readonly slotOf: (one: Instruction) => Slot | undefined;
  /** Whether only the function's own loads and stores can reach a slot. */
  readonly isPrivate: (slot: Slot) => boolean;
};

const FRAME_POINTER = 10;
const ARGUMENTS = [1, 2, 3, 4, 5];
/** What lies below are the arguments of calls that have more than five. */
const HANDED_ON = -0xf00;

/** Registers that hold an address of the frame, as its distance from the end. */
type Held = Map<number, number>;
type Note = {
  readonly leaves: (offset: number | undefined) => void;
  readonly access: (pc: number, from: number) => void;
};

function accessed(held: Held, one: Instruction, note: Note): void {
  const isLoad = one.operation.kind === 'load';
  const base = held.get(isLoad ? one.src : one.dst);
  if (base !== undefined) note.access(one.pc, base + one.offset);
  if (isLoad) held.delete(one.dst);
  else if (one.operation.form === '[dst],src') note.leaves(held.get(one.src));
}

function called(held: Held, note: Note): void {
  for (const register of ARGUMENTS) note.leaves(held.get(register));
  for (const register of [0, ...ARGUMENTS]) held.delete(register);
}

function computed(held: Held, one: Instruction, note: Note): void {
  const { mnemonic, form } = one.operation;
  const [own, other] = [held.get(one.dst), form === 'dst,src' ? held.get(one.src) : undefined];
  if (mnemonic === 'mov64') {
    if (other === undefined) held.delete(one.dst);
    else held.set(one.dst, other);
  } else if (mnemonic === 'add64' && form === 'dst,imm') {
    if (own !== undefined) held.set(one.dst, own + Number(one.imm));
  } else {
    note.leaves(own);
    note.leaves(other);
    held.delete(one.dst);
  }
}

function follow(held: Held, one: Instruction, note: Note): void {
  const { kind, flow } = one.operation;
  if (kind === 'load' || kind === 'store') accessed(held, one, note);
  else if (flow === 'call' || flow === 'callx') called(held, note);
  else if (flow === 'next') computed(held, one, note);
}

/** What two ways agree on; an address that only one of them has is taken to leave. */
function joined(known: Held | undefined, coming: Held, note: Note): Held | null {
  if (known === undefined) return new Map(coming);
  const both = new Map([...known].filter(([register, offset]) => coming.get(register) === offset));
  for (const [register, offset] of [...known, ...coming])
    if (both.get(register) !== offset) note.leaves(offset);
  return both.size === known.size ? null : both;
}

/** What each block begins with. */
function entriesOf({ start, blocks }: FunctionCode, note: Note): ReadonlyMap<number, Held> {
  const entries = new Map<number, Held>([[start, new Map([[FRAME_POINTER, 0]])]]);
  const byStart = new Map(blocks.map((block) => [block.start, block]));
  const open: (CodeBlock | undefined)[] = [byStart.get(start)];
  for (let block = open.pop(); block !== undefined; block = open.pop()) {
    const held = new Map(entries.get(block.start));
    for (const one of block.steps) follow(held, one, note);
    for (const next of block.next) {
      const entry = joined(entries.get(next), held, note);
      if (entry === null) continue;
      entries.set(next, entry);
      open.push(byStart.get(next));
    }
  }
  return entries;
}

/**
 * An address that is stored, handed to a call or computed with otherwise may be used by anybody, for what lies there
 * and above: whoever has the address of an object reaches nothing below it. r10 itself is handed on for arguments.
 */
export function frameOf(own: FunctionCode): Frame {
  const slots = new Map<number, number>();
  let lowest = 0;
  const leaves = (offset: number | undefined): void => {
    if (offset !== undefined) lowest = Math.min(lowest, offset);
  };
  const entries = entriesOf(own, { leaves, access: () => undefined });
  for (const { start, steps } of own.blocks) {
    const held = new Map(entries.get(start));
    const note = { leaves, access: (pc: number, from: number) => slots.set(pc, from) };
    for (const one of steps) follow(held, one, note);
  }
  return {
    slotOf: (one) => {
      const from = slots.get(one.pc);
      return from === undefined ? undefined : { from, width: widthOf(one) };
    },
    isPrivate: ({ from, width }) => from + width <= lowest && from >= HANDED_ON,
  };
}
