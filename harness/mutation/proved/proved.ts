// Mutants that the flow of data alone proves equivalent: what a store writes is there already or never loaded, and branches that are decided either way.
import { flowOf } from '../../sbpf/blocks';
import type { Code } from '../../sbpf/code';
import type { Instruction } from '../../sbpf/instructions';
import { OPERATORS, type Mutant, type Operator } from '../../../spec/mutation';
import { argumentsRead } from './arguments';
import { closed, functionCodes, type FunctionCode } from './function-code';
import { once } from './once';
import { quietIn } from './quiet';
import { studied, type Program, type ProvedReason, type Studied } from './studied';

export type { ProvedReason } from './studied';

const isOperator = (name: Mutant['operator']): name is Operator =>
  (OPERATORS as readonly string[]).includes(name);

/** Calls of a function; null where it may be called through a register. */
function callsOf(code: Code, start: number): readonly Instruction[] | null {
  if (code.taken.has(start) || code.entry === start) return null;
  return [...code.calls].flatMap(([pc, target]) =>
    target.kind === 'function' && target.pc === start ? (code.at.get(pc) ?? []) : [],
  );
}

/**
 * Why a mutant is equivalent; null where that is not proved. A function is gone through when first asked about. Only
 * programs whose frames have a fixed place (version 0 of the instruction set) are looked at.
 */
export function proverOf(code: Code): (mutant: Pick<Mutant, 'pc' | 'operator'>) => ProvedReason | null {
  const functions = code.elf.version === 0 ? functionCodes(flowOf(code)) : [];
  const whole = new Set(closed(functions));
  const all = [...whole];
  const program = once((): Program => {
    return { args: argumentsRead(all), handed: argumentsRead(all, []), quiet: quietIn(all) };
  });
  const found = new Map<FunctionCode, Studied>();
  const study = (pc: number): Studied | null => {
    const own = functions.findLast(({ start }) => start <= pc);
    if (own === undefined || !whole.has(own)) return null;
    const known = found.get(own) ?? studied(own, program());
    found.set(own, known);
    return known;
  };
  /** Whatever way a branch of such a function goes, each call of it does nothing. */
  const isQuiet = (pc: number, own: Studied): boolean =>
    program().quiet.has(own.start) &&
    code.at.get(pc)?.operation.flow === 'branch' &&
    (callsOf(code, own.start)?.every((one) => study(one.pc)?.isIdleCall(one) === true) ?? false);
  return ({ pc, operator }) => {
    const own = pc === null ? null : study(pc);
    if (own === null || pc === null) return null;
    const proof = own.proofs.find((one) => one.pc === pc && one.operator === operator);
    if (proof !== undefined) return proof.reason;
    if (isOperator(operator) && (own.isIdle(pc, operator) || isQuiet(pc, own))) return 'idle';
    return operator === 'store' && own.open.has(pc) && own.isDead(pc) ? 'never-loaded' : null;
  };
}
