// What each instruction does to what is known of registers and of the function's own part of its frame.
import type { Instruction } from '../../sbpf/instructions';
import { computedFrom, constant, jumps, numberOf, UNEQUAL, type Value } from './arithmetic';
import type { Frame } from './frame';
import { leadsTo, widthOf, type FunctionCode } from './function-code';
import {
  areUnequal,
  forgetShared,
  isFrom,
  isNotZero,
  keep,
  keepUnequal,
  newValue,
  valueAt,
  type KnownValues,
} from './known-values';

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
export function widened(value: Value, width: number): Value {
  const number = numberOf(value);
  if (number !== null) return constant(BigInt.asUintN(8 * width, number));
  return width === WHOLE ? value : `low${width}_${value}`;
}

export type Where = { readonly own: FunctionCode; readonly frame: Frame };

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

/** What an instruction computes, where that is a constant or a value that is known. */
export function computed(known: KnownValues, one: Instruction): Value | undefined {
  const { mnemonic, form } = one.operation;
  const other = form === 'dst' ? undefined : operandOf(known, one);
  if (mnemonic === 'mov64' || mnemonic === 'lddw') return other;
  return computedFrom(mnemonic, { own: valueAt(known, one.dst), other });
}

/** What a small function gives back for what is known of its arguments. */
function resultOf(known: KnownValues, { own: { code } }: Where, start: number): Value | undefined {
  const inside: KnownValues = new Map(known);
  for (let pc = start, left = SMALL; left > 0; left--) {
    const one = code.at.get(pc);
    if (one?.operation.flow === 'exit') return valueAt(inside, 0);
    if (one?.operation.flow !== 'next' || ['load', 'store'].includes(one.operation.kind)) return undefined;
    keep(inside, one.dst, computed(inside, one));
    pc += one.slots;
  }
  return undefined;
}

function called(known: KnownValues, one: Instruction, where: Where): void {
  if (leadsTo(where.own, one, 'idle')) return;
  const target = where.own.code.calls.get(one.pc);
  const result = target?.kind === 'function' ? resultOf(known, where, target.pc) : undefined;
  for (const register of CLOBBERED) keep(known, register, undefined);
  keep(known, 0, result ?? newValue(known, sourceOf(one)));
  if (result === undefined) forgetShared(known, where.frame);
}

const SUMS: ReadonlySet<string> = new Set(['add64', 'sub64']);

/** A value that is computed anew: by adding or taking away what is not zero, another than it was. */
function newResult(known: KnownValues, one: Instruction): Value {
  const source = sourceOf(one);
  const [own, other] = [valueAt(known, one.dst), operandOf(known, one)];
  const found = newValue(known, source);
  if (own === undefined || other === undefined || !SUMS.has(one.operation.mnemonic)) return found;
  const isOld = [own, other].some((each) => isFrom(each, source)); // has no name any more
  if (!isOld && isNotZero(known, other)) keepUnequal(known, found, own);
  return found;
}

/** Changes what is known by what an instruction does. */
export function follow(known: KnownValues, one: Instruction, where: Where): void {
  const { kind, flow } = one.operation;
  if (kind === 'load') loaded(known, one, where);
  else if (kind === 'store') stored(known, one, where);
  else if (flow === 'call' || flow === 'callx') called(known, one, where);
  else if (flow === 'next') keep(known, one.dst, computed(known, one) ?? newResult(known, one));
}

/** What is settled about an instruction from what is known in front of it: the way of a branch, or a call's constant. */
export function settledBy(known: KnownValues, one: Instruction, where: Where): string | null {
  const { flow, mnemonic } = one.operation;
  if (flow === 'branch') {
    const will = decided(known, one, mnemonic);
    return will === null ? null : String(will);
  }
  const target = flow === 'call' ? where.own.code.calls.get(one.pc) : undefined;
  const result = target?.kind === 'function' ? resultOf(known, where, target.pc) : undefined;
  return result === undefined || numberOf(result) === null ? null : result;
}

/** Whether a branch of 64 bits jumps, from what is known in front of it. */
export function decided(known: KnownValues, one: Instruction, mnemonic: string): boolean | null {
  const [own, other] = [valueAt(known, one.dst), operandOf(known, one)];
  const will = jumps(mnemonic, own, other);
  if (will !== null || own === undefined || other === undefined || !areUnequal(known, own, other))
    return will;
  return UNEQUAL[mnemonic] ?? null;
}
