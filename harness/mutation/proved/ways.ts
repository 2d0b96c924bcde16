// Follows both ways of a branch, for as long as they do nothing but compute and write to the own part of the frame, to where they come together.
import type { Instruction } from '../../sbpf/instructions';
import type { Liveness } from './dead-stores';
import { computed, decided, storedValue, widened, type Where } from './following';
import type { Slot } from './frame';
import { leadsTo } from './function-code';
import { divides, isWide } from './kinds';
import { keep, sameSlots, valueAt, withoutSlots, type KnownValues } from './known-values';
import type { QuietCalls } from './quiet';

const REGISTERS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
/** Instructions that a way is followed for. */
const FAR = 48;
/** How many branches may lie within one another. */
const DEEP = 3;
export const RETURN = -1;

export type About = Where & { readonly liveness: Liveness; readonly quiet: QuietCalls };
/** What is known at an instruction of a way, and which bytes of the frame the way has written. */
type State = { readonly known: KnownValues; readonly written: Set<number> };
/** By pc, up to the first instruction that does more. */
type Way = ReadonlyMap<number, State>;
export type Walking = About & {
  readonly depth: number;
  readonly fresh: () => string;
  readonly changed: number;
};

const targetOf = (one: Instruction): number => one.pc + 1 + one.offset;
const nextOf = (one: Instruction): number => one.pc + one.slots;
const bytesOf = ({ from, width }: Slot): number[] => Array.from({ length: width }, (_, i) => from + i);

/** What no way has written is the same on both, so that what is loaded of a place has one name. */
function loaded({ known, written }: State, one: Instruction, { frame, fresh }: Walking): boolean {
  const slot = frame.slotOf(one);
  if (slot === undefined || slot.from < -0x1000 || slot.from + slot.width > 0) return false;
  const value = valueAt(known, slot);
  const isOwn = bytesOf(slot).some((byte) => written.has(byte));
  const unknown = isOwn ? fresh() : `m${slot.from}:${slot.width}.`;
  keep(known, one.dst, value === undefined ? unknown : widened(value, slot.width));
  return true;
}

/** A store of which nothing is done may be on one way alone; what others store is compared where the ways meet. */
function stored({ known, written }: State, one: Instruction, about: Walking): boolean {
  if (about.liveness.dead.has(one.pc)) return true;
  const slot = about.frame.slotOf(one);
  if (slot === undefined || !about.frame.isPrivate(slot)) return false;
  keep(known, slot, storedValue(known, one) ?? about.fresh());
  for (const byte of bytesOf(slot)) written.add(byte);
  return true;
}

function called({ known }: State, one: Instruction, about: Walking): boolean {
  if (leadsTo(about.own, one, 'idle')) return true;
  const written = about.quiet.writtenBy(one);
  for (const register of written ?? []) keep(known, register, about.fresh());
  return written !== null;
}

const mayStop = (one: Instruction): boolean =>
  divides(one) && !(one.operation.form === 'dst,imm' && one.imm !== 0n);

function worked({ known }: State, one: Instruction, { fresh }: Walking): boolean {
  if (mayStop(one)) return false;
  keep(known, one.dst, computed(known, one) ?? fresh());
  return true;
}

/** Where an instruction goes on to; null where it does more than that, or may stop the program. */
function stepped(state: State, one: Instruction, about: Walking): number | null {
  const { kind, flow } = one.operation;
  if (flow === 'exit') return RETURN;
  if (flow === 'jump') return targetOf(one);
  if (flow === 'branch') return behindBranch(state, one, about);
  if (flow === 'call') return called(state, one, about) ? nextOf(one) : null;
  if (flow !== 'next') return null;
  const does = kind === 'load' ? loaded : kind === 'store' ? stored : worked;
  return does(state, one, about) ? nextOf(one) : null;
}

function behindBranch({ known, written }: State, one: Instruction, about: Walking): number | null {
  const will = isWide(one) ? decided(known, one, one.operation.mnemonic) : null;
  if (will !== null) return will ? targetOf(one) : nextOf(one);
  const inner = { ...about, depth: about.depth + 1 };
  const met = about.depth >= DEEP ? null : meeting({ known, written }, one, inner);
  if (met === null) return null;
  const left = withoutSlots(met.left.known, ({ from, width }) =>
    bytesOf({ from, width }).some((byte) => met.bytes.has(byte)),
  );
  known.clear();
  for (const [name, value] of left) known.set(name, value);
  for (const register of met.registers) keep(known, register, about.fresh());
  for (const byte of met.written) written.add(byte);
  return met.at;
}

function wayFrom(start: number, before: State, about: Walking): Way {
  const known = new Map(before.known);
  const written = new Set(before.written);
  const way = new Map<number, State>();
  for (
    let pc: number | null = start;
    pc !== null && pc !== about.changed && !way.has(pc) && way.size < FAR;
  ) {
    way.set(pc, { known: new Map(known), written: new Set(written) });
    const one = about.own.code.at.get(pc);
    pc = one === undefined ? null : stepped({ known, written }, one, about);
  }
  return way;
}

/** A register of which nothing is known holds something, too. */
export function allNamed(known: KnownValues, { fresh }: Pick<Walking, 'fresh'>): KnownValues {
  const named = new Map(known);
  for (const register of REGISTERS)
    if (valueAt(named, register) === undefined) keep(named, register, fresh());
  return named;
}

export type Meeting = {
  readonly at: number;
  /** Registers in which the ways leave what may be another value. */
  readonly registers: readonly number[];
  /** Bytes of the frame that either way has written, and those that may hold another value by each. */
  readonly written: ReadonlySet<number>;
  readonly bytes: ReadonlySet<number>;
  readonly left: State;
};

/** Where both ways of a branch come together, and what they leave. */
export function meeting(state: State, branch: Instruction, about: Walking): Meeting | null {
  const before = { known: allNamed(state.known, about), written: state.written };
  const [jumped, wentOn] = [targetOf, nextOf].map((to) => wayFrom(to(branch), before, about));
  const at = [...(jumped?.keys() ?? [])].find((pc) => wentOn?.has(pc));
  const [one, other] = at === undefined ? [] : [jumped?.get(at), wentOn?.get(at)];
  if (at === undefined || one === undefined || other === undefined) return null;
  const written = new Set([...one.written, ...other.written]);
  const same = new Set(sameSlots(one.known, other.known).flatMap(bytesOf));
  return {
    at,
    left: one,
    registers: REGISTERS.filter((each) => valueAt(one.known, each) !== valueAt(other.known, each)),
    written,
    bytes: new Set([...written].filter((byte) => !same.has(byte))),
  };
}
