// Two executions of the same invocation, of the program and of a mutant, row by row behind the changed instruction.
import type { Operator } from '../../spec/mutation';
import type { Detour, Use } from '../../spec/survivor';
import type { Code } from '../sbpf/code';
import type { Instruction } from '../sbpf/instructions';
import { pcOf, register, ROW, type Trace } from '../trace/trace-folder';
import { meetingOf, rowBehindCall, type Rows, type Running } from './meeting';
import { rowsOf, stored } from './probe';
import { usedBy } from './uses';

/** The changed instruction; of a left-out store the register that shows what the memory held, null where none does. */
export type Changed = {
  readonly code: Code;
  readonly one: Instruction;
  readonly operator: Operator;
  readonly probe: number | null;
};

export type Pair = { readonly original: Trace; readonly changed: Trace };

/** See Comparison in spec/survivor.ts. `distances` are those of each execution. */
export type Lockstep = {
  readonly executions: number;
  readonly effects: number;
  readonly detour: Detour | null;
  readonly use: Use | null;
  readonly distances: readonly bigint[];
};

const REGISTERS = 11 * 8;
const areSame = ({ original, changed }: Pair, at: Rows): boolean => {
  const [one, other] = [at.original * ROW, at.changed * ROW];
  return original.bytes.compare(changed.bytes, other, other + REGISTERS, one, one + REGISTERS) === 0;
};

const EQUALITY = /^j(eq|ne)$/;

/** Whether two registers are compared that are both another value by as much: a place in an object that lies elsewhere, and its end. */
function isShifted(one: Instruction, pair: Pair, at: Rows): boolean {
  const { mnemonic, form } = one.operation;
  if (form !== 'dst,src,to' || !EQUALITY.test(mnemonic)) return false;
  const [own, other] = [one.dst, one.src].map((each) =>
    BigInt.asUintN(64, register(pair.changed, at.changed, each) - register(pair.original, at.original, each)),
  );
  return own === other;
}

/** The first register that the instruction makes something of and that holds another value. */
function differing(code: Code, pair: Pair, at: Rows): Use | null {
  if (areSame(pair, at)) return null;
  const pc = pcOf(pair.original, at.original);
  const one = code.at.get(pc);
  const used = one === undefined ? [] : usedBy(code, one);
  const found = used.find(
    (each) => register(pair.original, at.original, each) !== register(pair.changed, at.changed, each),
  );
  if (one === undefined || found === undefined || isShifted(one, pair, at)) return null;
  return { pc, register: found };
}

const SIGNED = /^js/;

/** How far what a branch compares is from what it is compared with. */
export function distanceAt({ one }: Pick<Changed, 'one'>, trace: Trace, row: number): bigint {
  const isSigned = SIGNED.test(one.operation.mnemonic) && one.operation.mnemonic !== 'jset';
  const value = (bits: bigint): bigint => (isSigned ? BigInt.asIntN(64, bits) : BigInt.asUintN(64, bits));
  const other = one.operation.form === 'dst,imm,to' ? one.imm : register(trace, row, one.src);
  return value(register(trace, row, one.dst)) - value(other);
}

/** Whether the memory held something else than what the program stores. */
function isShown({ one, probe }: Changed, { original, changed }: Pair, at: Rows): boolean {
  if (probe === null || at.changed + 1 >= changed.rows) return false;
  return register(changed, at.changed + 1, probe) !== stored(one, register(original, at.original, one.src));
}

const pcBehind = (trace: Trace, row: number): number | null =>
  row + 1 < trace.rows ? pcOf(trace, row + 1) : null;

/** One execution of the changed instruction: whether its effect was there, and where both go on; null where they never meet. */
type Step = { readonly effect: boolean; readonly detour: Detour | null; readonly next: Rows | null };

function stepped(how: Changed, pair: Pair, at: Rows): Step {
  const { code, operator } = how;
  const next = { original: at.original + 1, changed: at.changed + 1 };
  if (operator === 'store') return { effect: isShown(how, pair, at), detour: null, next };
  if (operator === 'code') return { effect: true, detour: null, next };
  const original: Running = { code, trace: pair.original, leftOut: null };
  if (operator === 'call') {
    const behind = rowBehindCall(original, at.original);
    if (behind !== null) return { effect: true, detour: null, next: { ...next, original: behind } };
    const detour = { original: original.trace.rows - next.original, changed: 0, met: null };
    return { effect: true, detour, next: null };
  }
  if (pcBehind(pair.original, at.original) === pcBehind(pair.changed, at.changed))
    return { effect: false, detour: null, next };
  const met = meetingOf({ original, changed: { ...original, trace: pair.changed } }, at);
  const detour = {
    original: (met?.original ?? pair.original.rows) - next.original,
    changed: (met?.changed ?? pair.changed.rows) - next.changed,
    met: met === null ? null : pcOf(pair.original, met.original),
  };
  return { effect: true, detour, next: met };
}

const isAtEnd = ({ original, changed }: Pair, at: Rows): boolean =>
  at.original >= original.rows || at.changed >= changed.rows;

/** Whether both went on to the same instruction, or ended. */
const isTogether = (pair: Pair, at: Rows): boolean =>
  isAtEnd(pair, at)
    ? at.original >= pair.original.rows && at.changed >= pair.changed.rows
    : pcOf(pair.original, at.original) === pcOf(pair.changed, at.changed);

/**
 * Compares two executions that are the same up to the first time that both execute the changed instruction.
 * What registers hold counts where an instruction makes something of it, not where it is only moved: it is compared
 * again wherever it comes to. What a function left in them that was left out counts only so, too.
 */
export function lockstep(how: Changed, pair: Pair): Lockstep {
  const { pc } = how.one;
  let [executions, effects] = [0, 0];
  let detour: Detour | null = null;
  const distances: bigint[] = [];
  let at: Rows = { original: rowsOf(pair.original, pc)[0] ?? 0, changed: rowsOf(pair.changed, pc)[0] ?? 0 };
  const done = (use: Use | null): Lockstep => ({ executions, effects, detour, use, distances });
  for (let before = pc; !isAtEnd(pair, at);) {
    if (!isTogether(pair, at)) return done({ pc: before, register: null });
    before = pcOf(pair.original, at.original);
    const use = differing(how.code, pair, at);
    if (use !== null) return done(use);
    if (before !== pc) {
      at = { original: at.original + 1, changed: at.changed + 1 };
      continue;
    }
    if (how.one.operation.flow === 'branch') distances.push(distanceAt(how, pair.original, at.original));
    const step = stepped(how, pair, at);
    executions += 1;
    effects += Number(step.effect);
    detour ??= step.detour;
    if (step.next === null) return done(null);
    at = step.next;
  }
  return done(isTogether(pair, at) ? null : { pc, register: null });
}
