// Which part of its stack frame a function keeps to itself: every address of the frame is followed to where it goes.
import type { Instruction } from '../../sbpf/instructions';
import { leadsTo, widthOf, type CodeBlock, type FunctionCode } from './function-code';

/** Bytes of the frame: `from` counts from its end (r10), so it is negative. */
export type Slot = { readonly from: number; readonly width: number };

export type Frame = {
  /** Of a load or store whose address is known to be in the frame. */
  readonly slotOf: (one: Instruction) => Slot | undefined;
  /** Of a call that never comes back: where what it is handed of the frame begins. */
  readonly endsWith: (one: Instruction) => number;
  /** Of a call that is handed an address of the frame first: how far that lies from the end. */
  readonly handed: (one: Instruction) => number | undefined;
  /** Whether only the function's own loads and stores can reach a slot. */
  readonly isPrivate: (slot: Slot) => boolean;
};

const FRAME_POINTER = 10;
const ARGUMENTS = [1, 2, 3, 4, 5];
/** What lies below are the arguments of calls that have more than five. */
const HANDED_ON = -0xf00;
const LOWEST = -0x1000;

/** An address that two ways have left in a register, at another distance by each, or by only one of them. */
type Somewhere = 'somewhere';
/** Registers that hold an address of the frame, as its distance from the end. */
type Held = Map<number, number | Somewhere>;
type Note = {
  readonly leaves: (offset: number | undefined) => void;
  /** All of the frame may be reached. */
  readonly anywhere: () => void;
  readonly access: (pc: number, from: number) => void;
  /** Of a call that never comes back: the lowest address that it is handed. */
  readonly ends: (pc: number, from: number) => void;
  /** Of a call: the address in r1. */
  readonly hands: (pc: number, from: number) => void;
};

const leave = (held: number | Somewhere | undefined, { leaves }: Note): void =>
  held === 'somewhere' ? undefined : leaves(held); // where it came together, what it was has left

function accessed(held: Held, one: Instruction, note: Note): void {
  const isLoad = one.operation.kind === 'load';
  const base = held.get(isLoad ? one.src : one.dst);
  if (base === 'somewhere') {
    if (one.offset < 0) note.anywhere();
  } else if (base !== undefined) note.access(one.pc, base + one.offset);
  if (isLoad) held.delete(one.dst);
  else if (one.operation.form === '[dst],src') leave(held.get(one.src), note);
}

/** What never comes back changes nothing that is read behind it, and what does nothing hands nothing on. */
function called(held: Held, one: Instruction, { own, note }: { own: FunctionCode; note: Note }): void {
  const handed = ARGUMENTS.flatMap((register) => held.get(register) ?? []);
  const first = held.get(1);
  if (typeof first === 'number') note.hands(one.pc, first);
  if (leadsTo(own, one, 'idle')) return;
  if (leadsTo(own, one, 'never'))
    note.ends(one.pc, Math.min(0, ...handed.map((each) => (each === 'somewhere' ? LOWEST : each))));
  else for (const each of handed) leave(each, note);
  for (const register of [0, ...ARGUMENTS]) held.delete(register);
}

function computed(held: Held, one: Instruction, note: Note): void {
  const { mnemonic, form, kind } = one.operation;
  const [own, other] = [held.get(one.dst), form === 'dst,src' ? held.get(one.src) : undefined];
  if (kind === 'move' && other === undefined) held.delete(one.dst);
  else if (mnemonic === 'mov64' && other !== undefined) {
    held.set(one.dst, other);
  } else if (mnemonic === 'add64' && form === 'dst,imm') {
    if (own === 'somewhere' && one.imm < 0) note.anywhere();
    if (typeof own === 'number') held.set(one.dst, own + Number(one.imm));
  } else {
    if (own !== undefined || other !== undefined) note.anywhere();
    held.delete(one.dst);
  }
}

function follow(held: Held, one: Instruction, about: { own: FunctionCode; note: Note }): void {
  const { kind, flow } = one.operation;
  const { note } = about;
  if (kind === 'load' || kind === 'store') accessed(held, one, note);
  else if (flow === 'call' || flow === 'callx') called(held, one, about);
  else if (flow === 'next') computed(held, one, note);
}

/** What two ways agree on, and where they do not, what each has taken to leave; null where nothing is new. */
function joined(known: Held | undefined, coming: Held, note: Note): Held | null {
  if (known === undefined) return new Map(coming);
  const both: Held = new Map();
  for (const register of new Set([...known.keys(), ...coming.keys()])) {
    const [one, other] = [known.get(register), coming.get(register)];
    if (one !== other) for (const held of [one, other]) leave(held, note);
    both.set(register, one === other && one !== undefined ? one : 'somewhere');
  }
  const isSame =
    both.size === known.size && [...both].every(([register, held]) => known.get(register) === held);
  return isSame ? null : both;
}

/** What each block begins with. */
function entriesOf(own: FunctionCode, note: Note): ReadonlyMap<number, Held> {
  const { start, blocks } = own;
  const entries = new Map<number, Held>([[start, new Map([[FRAME_POINTER, 0]])]]);
  const byStart = new Map(blocks.map((block) => [block.start, block]));
  const open: (CodeBlock | undefined)[] = [byStart.get(start)];
  for (let block = open.pop(); block !== undefined; block = open.pop()) {
    const held = new Map(entries.get(block.start));
    for (const one of block.steps) follow(held, one, { own, note });
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
 * An address that is stored or handed to a call may be used by anybody, for what lies there and above: whoever is given
 * an object reaches nothing below it. Where the function itself computes with an address otherwise than by adding a
 * constant, or goes down from one of several, nothing of the frame is its own. r10 is handed on for arguments.
 */
export function frameOf(own: FunctionCode): Frame {
  const slots = new Map<number, number>();
  let lowest = 0;
  const leaves = (offset: number | undefined): void => {
    if (offset !== undefined) lowest = Math.min(lowest, offset);
  };
  const anywhere = (): void => leaves(-Infinity);
  const ended = new Map<number, number>();
  const nothing = (): void => undefined;
  const entries = entriesOf(own, { leaves, anywhere, access: nothing, ends: nothing, hands: nothing });
  const handed = new Map<number, number>();
  for (const { start, steps } of own.blocks) {
    const held = new Map(entries.get(start));
    const access = (pc: number, from: number) => slots.set(pc, from);
    const ends = (pc: number, from: number) => ended.set(pc, from);
    const hands = (pc: number, from: number) => handed.set(pc, from);
    for (const one of steps) follow(held, one, { own, note: { leaves, anywhere, access, ends, hands } });
  }
  return {
    slotOf: (one) => {
      const from = slots.get(one.pc);
      return from === undefined ? undefined : { from, width: widthOf(one) };
    },
    endsWith: ({ pc }) => ended.get(pc) ?? 0,
    handed: ({ pc }) => handed.get(pc),
    isPrivate: ({ from, width }) => from + width <= lowest && from >= HANDED_ON,
  };
}
