// Follows values through a function: which are equal, which are constants, and which ways no execution takes.
import type { Code } from '../../sbpf/code';
import type { Instruction } from '../../sbpf/instructions';
import { computedFrom, constant, jumps, numberOf, type Value } from './arithmetic';
import type { Frame } from './frame';
import { widthOf, type CodeBlock, type FunctionCode } from './function-code';
import {
  equated,
  forgetShared,
  keep,
  met,
  newValue,
  sameValues,
  valueAt,
  type KnownValues,
} from './known-values';

const REGISTERS = Array.from({ length: 10 }, (_, i) => i);
const CLOBBERED = [1, 2, 3, 4, 5];
/** A function of so few instructions without a branch is computed where it is called. */
const SMALL = 12;
const WHOLE = 8;

const sourceOf = ({ pc }: Instruction): string => `p${pc}.`;

/** What an instruction computes, stores or compares with. */
export const operandOf = (known: KnownValues, { operation, src, imm }: Instruction): Value | undefined =>
  operation.form.includes('src') ? valueAt(known, src) : constant(imm);

/** What a store would write, as a slot of its width holds it. */
export function storedValue(known: KnownValues, one: Instruction): Value | undefined {
  const value = operandOf(known, one);
  const width = widthOf(one);
  if (width === WHOLE || value === undefined) return value;
  const number = numberOf(value);
  if (number !== null) return constant(BigInt.asUintN(8 * width, number));
  return value.startsWith(`low${width}_`) ? value.slice(5) : value;
}

/** What a load gives of a slot that holds the lower bytes of a value. */
function widened(value: Value, width: number): Value {
  const number = numberOf(value);
  if (number !== null) return constant(BigInt.asUintN(8 * width, number));
  return width === WHOLE ? value : `low${width}_${value}`;
}

type Where = { readonly code: Code; readonly frame: Frame };

function loaded(known: KnownValues, one: Instruction, { frame }: Where): void {
  const slot = frame.slotOf(one);
  const value = slot === undefined ? undefined : valueAt(known, slot);
  if (value !== undefined && slot !== undefined) {
    keep(known, one.dst, widened(value, slot.width));
    return;
  }
  const found = newValue(known, sourceOf(one));
  keep(known, one.dst, found);
  if (slot !== undefined) keep(known, slot, found);
}

function stored(known: KnownValues, one: Instruction, { frame }: Where): void {
  const slot = frame.slotOf(one);
  if (slot === undefined) forgetShared(known, frame);
  else keep(known, slot, storedValue(known, one));
}

function computed(known: KnownValues, one: Instruction): Value | undefined {
  const { mnemonic, form } = one.operation;
  const other = form === 'dst' ? undefined : operandOf(known, one);
  if (mnemonic === 'mov64' || mnemonic === 'lddw') return other;
  return computedFrom(mnemonic, { own: valueAt(known, one.dst), other });
}

/** What a small function gives back for what is known of its arguments. */
function resultOf(known: KnownValues, { code }: Where, start: number): Value | undefined {
  const own: KnownValues = new Map(known);
  for (let pc = start, left = SMALL; left > 0; left--) {
    const one = code.at.get(pc);
    if (one?.operation.flow === 'exit') return valueAt(own, 0);
    if (one?.operation.flow !== 'next' || ['load', 'store'].includes(one.operation.kind)) return undefined;
    keep(own, one.dst, computed(own, one));
    pc += one.slots;
  }
  return undefined;
}

function called(known: KnownValues, one: Instruction, where: Where): void {
  const target = where.code.calls.get(one.pc);
  const result = target?.kind === 'function' ? resultOf(known, where, target.pc) : undefined;
  for (const register of CLOBBERED) keep(known, register, undefined);
  keep(known, 0, result ?? newValue(known, sourceOf(one)));
  if (result === undefined) forgetShared(known, where.frame);
}

/** Changes what is known by what an instruction does. */
export function follow(known: KnownValues, one: Instruction, where: Where): void {
  const { kind, flow } = one.operation;
  if (kind === 'load') loaded(known, one, where);
  else if (kind === 'store') stored(known, one, where);
  else if (flow === 'call' || flow === 'callx') called(known, one, where);
  else if (flow === 'next') keep(known, one.dst, computed(known, one) ?? newValue(known, sourceOf(one)));
}

/** What is settled about an instruction from what is known in front of it: the way of a branch, or a call's constant. */
export function settledBy(known: KnownValues, one: Instruction, where: Where): string | null {
  const { flow, mnemonic } = one.operation;
  if (flow === 'branch') {
    const will = decided(known, one, mnemonic);
    return will === null ? null : String(will);
  }
  const target = flow === 'call' ? where.code.calls.get(one.pc) : undefined;
  const result = target?.kind === 'function' ? resultOf(known, where, target.pc) : undefined;
  return result === undefined || numberOf(result) === null ? null : result;
}

/** Whether a branch of 64 bits jumps, from what is known in front of it. */
export const decided = (known: KnownValues, one: Instruction, mnemonic: string): boolean | null =>
  jumps(mnemonic, valueAt(known, one.dst), operandOf(known, one));

const EQUAL_WHERE: Readonly<Record<string, boolean>> = { jeq: true, jne: false };

/** What is known on the way to a block; null where no execution goes there. */
function onTheWay(known: KnownValues, { last }: CodeBlock, to: number): KnownValues | null {
  const target = last.pc + 1 + last.offset;
  if (last.operation.flow !== 'branch' || target === last.pc + last.slots) return known;
  const { mnemonic } = last.operation;
  const isJump = to === target;
  const will = decided(known, last, mnemonic);
  if (will !== null && will !== isJump) return null;
  const [own, other] = [valueAt(known, last.dst), operandOf(known, last)];
  if (EQUAL_WHERE[mnemonic] !== isJump || own === undefined || other === undefined) return known;
  return equated(known, own, other);
}

/**
 * What is known at the start of each block that an execution may come to. All ways are first taken for impossible,
 * and each block is gone through again until nothing more is found to be possible. A store may be left out.
 */
export function numbered(
  { code, start, blocks }: FunctionCode,
  frame: Frame,
  without?: number,
): ReadonlyMap<number, KnownValues> {
  const into = new Map<number, CodeBlock[]>();
  for (const block of blocks) for (const to of block.next) into.set(to, [...(into.get(to) ?? []), block]);
  const first: KnownValues = new Map(REGISTERS.map((register) => [`r${register}`, `i${register}.`]));
  const [entries, exits] = [new Map<number, KnownValues>(), new Map<number, KnownValues>()];
  for (let hasChanged = true; hasChanged;) {
    hasChanged = false;
    for (const block of blocks) {
      const ways = (into.get(block.start) ?? []).flatMap((from) => {
        const exit = exits.get(from.start);
        return exit === undefined ? [] : (onTheWay(exit, from, block.start) ?? []);
      });
      if (block.start === start) ways.push(first);
      const entry = met(ways, block.start);
      const former = entries.get(block.start);
      if (ways.length === 0 || (former !== undefined && sameValues(former, entry))) continue;
      entries.set(block.start, entry);
      const known = new Map(entry);
      for (const one of block.steps) if (one.pc !== without) follow(known, one, { code, frame });
      exits.set(block.start, known);
      hasChanged = true;
    }
  }
  return entries;
}
