// Branches whose two ways come together again with nothing between them that counts behind: going the other one changes nothing.
import type { Instruction } from '../../sbpf/instructions';
import type { Operator } from '../../../spec/mutation';
import { constant } from './arithmetic';
import type { Liveness } from './dead-stores';
import { computed, decided, operandOf, widened, type Where } from './following';
import { leadsTo } from './function-code';
import { divides, isWide } from './kinds';
import { areUnequal, equated, keep, valueAt, type KnownValues } from './known-values';

const REGISTERS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
/** Instructions that a way is followed for. */
const FAR = 48;
/** How many branches may lie within one another. */
const DEEP = 3;
const RETURN = -1;
const RESULT: ReadonlySet<number> = new Set([0]);

export type About = Where & { readonly liveness: Liveness };
/** What is known at each instruction of a way, up to the first that does something else than compute. */
type Way = ReadonlyMap<number, KnownValues>;
type Walking = About & { readonly depth: number; readonly fresh: () => string; readonly changed: number };

const targetOf = (one: Instruction): number => one.pc + 1 + one.offset;
const nextOf = (one: Instruction): number => one.pc + one.slots;

/** The memory is the same on both ways, so that what is loaded of a place has one name. */
function loaded(known: KnownValues, one: Instruction, { frame }: Where): boolean {
  const slot = frame.slotOf(one);
  if (slot === undefined || slot.from < -0x1000 || slot.from + slot.width > 0) return false;
  const value = valueAt(known, slot);
  keep(known, one.dst, value === undefined ? `m${slot.from}:${slot.width}.` : widened(value, slot.width));
  return true;
}

/** A store of which nothing is done may be on one way alone. */
const isDead = (one: Instruction, { liveness }: About): boolean => liveness.dead.has(one.pc);

const mayStop = (one: Instruction): boolean =>
  divides(one) && !(one.operation.form === 'dst,imm' && one.imm !== 0n);

/** Where an instruction goes on to; null where it does more than compute, or may stop the program. */
function stepped(known: KnownValues, one: Instruction, about: Walking): number | null {
  const { kind, flow } = one.operation;
  if (flow === 'exit') return RETURN;
  if (flow === 'jump') return targetOf(one);
  if (flow === 'branch') return behindBranch(known, one, about);
  if (flow === 'call') return leadsTo(about.own, one, 'idle') ? nextOf(one) : null;
  if (flow !== 'next') return null;
  if (kind === 'load') return loaded(known, one, about) ? nextOf(one) : null;
  if (kind === 'store') return isDead(one, about) ? nextOf(one) : null;
  if (mayStop(one)) return null;
  keep(known, one.dst, computed(known, one) ?? about.fresh());
  return nextOf(one);
}

function behindBranch(known: KnownValues, one: Instruction, about: Walking): number | null {
  const will = isWide(one) ? decided(known, one, one.operation.mnemonic) : null;
  if (will !== null) return will ? targetOf(one) : nextOf(one);
  const met = about.depth >= DEEP ? null : meeting(known, one, { ...about, depth: about.depth + 1 });
  if (met === null) return null;
  for (const register of REGISTERS)
    keep(known, register, met.differing.includes(register) ? about.fresh() : valueAt(met.left, register));
  return met.at;
}

function wayFrom(start: number, before: KnownValues, about: Walking): Way {
  const known = new Map(before);
  const way = new Map<number, KnownValues>();
  for (
    let pc: number | null = start;
    pc !== null && pc !== about.changed && !way.has(pc) && way.size < FAR;
  ) {
    way.set(pc, new Map(known));
    const one = about.own.code.at.get(pc);
    pc = one === undefined ? null : stepped(known, one, about);
  }
  return way;
}

/** A register of which nothing is known holds something, too. */
function allNamed(known: KnownValues, { fresh }: Pick<Walking, 'fresh'>): KnownValues {
  const named = new Map(known);
  for (const register of REGISTERS)
    if (valueAt(named, register) === undefined) keep(named, register, fresh());
  return named;
}

type Meeting = { readonly at: number; readonly differing: readonly number[]; readonly left: KnownValues };

/** Where both ways of a branch come together, and in which registers they leave what may be another value. */
function meeting(known: KnownValues, branch: Instruction, about: Walking): Meeting | null {
  const named = allNamed(known, about);
  const [jumped, wentOn] = [targetOf, nextOf].map((to) => wayFrom(to(branch), named, about));
  const at = [...(jumped?.keys() ?? [])].find((pc) => wentOn?.has(pc));
  const [one, other] = at === undefined ? [] : [jumped?.get(at), wentOn?.get(at)];
  if (at === undefined || one === undefined || other === undefined) return null;
  return {
    at,
    left: one,
    differing: REGISTERS.filter((register) => valueAt(one, register) !== valueAt(other, register)),
  };
}

/** What is known where the changed branch goes another way than the branch; null where that is nothing more. */
function whereOther(known: KnownValues, one: Instruction, operator: Operator): readonly KnownValues[] {
  const { mnemonic } = one.operation;
  const whole = [known];
  if (!isWide(one)) return whole;
  const isEqual = (other = operandOf(known, one)): KnownValues[] => {
    const own = valueAt(known, one.dst);
    if (own === undefined || other === undefined) return [known];
    return areUnequal(known, own, other) ? [] : [equated(known, own, other)];
  };
  if (operator === 'boundary') return isEqual();
  if (operator === 'operand') return [...isEqual(), ...isEqual(constant(BigInt.asIntN(32, one.imm + 1n)))];
  const isOther =
    (operator === 'never' && mnemonic === 'jeq') || (operator === 'always' && mnemonic === 'jne');
  return isOther ? isEqual() : whole;
}

/**
 * Whether nothing behind a branch tells which way it went, wherever the mutant goes the other one: both ways do nothing
 * but compute, and leave the same in all that something is still done with. `known` is what is known in front of it.
 */
export function isIdle(
  known: KnownValues,
  { branch, operator }: { readonly branch: Instruction; readonly operator: Operator },
  about: About,
): boolean {
  let count = 0;
  const walking: Walking = { ...about, depth: 0, changed: branch.pc, fresh: () => `w${count++}.` };
  const { liveness } = about;
  return whereOther(allNamed(known, walking), branch, operator).every((before) => {
    const met = meeting(before, branch, walking);
    if (met === null) return false;
    const live = met.at === RETURN ? RESULT : liveness.at(met.at);
    return live !== null && !met.differing.some((register) => live.has(register));
  });
}
