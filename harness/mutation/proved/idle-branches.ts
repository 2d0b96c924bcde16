// Branches whose two ways come together again with nothing between them that counts behind: going the other one changes nothing.
import type { Instruction } from '../../sbpf/instructions';
import type { Operator } from '../../../spec/mutation';
import { constant } from './arithmetic';
import { operandOf } from './following';
import { isWide } from './kinds';
import { areUnequal, equated, valueAt, type KnownValues } from './known-values';
import { allNamed, meeting, RETURN, type About, type Walking } from './ways';

const RESULT: ReadonlySet<number> = new Set([0]);

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
 * but compute and write to the own part of the frame, and leave the same in all that something is still done with. `known` is what is known in front of it.
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
    const met = meeting({ known: before, written: new Set() }, branch, walking);
    if (met === null) return false;
    const live = met.at === RETURN ? RESULT : liveness.at(met.at);
    return live !== null && ![...met.registers, ...met.bytes].some((place) => live.has(place));
  });
}
