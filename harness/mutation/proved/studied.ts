// What the flow of data tells of one function: stores that are dead or find what they write, branches that are decided or idle, calls that do nothing.
import type { Instruction } from '../../sbpf/instructions';
import type { Mutant, Operator } from '../../../spec/mutation';
import type { ArgumentsRead } from './arguments';
import { constant, jumps } from './arithmetic';
import { livenessOf, type Settled } from './dead-stores';
import { frameOf, type Frame } from './frame';
import { leadsTo, type CodeBlock, type FunctionCode } from './function-code';
import { decided, follow, settledBy, storedValue, type Where } from './following';
import { isIdle } from './idle-branches';
import { isWide } from './kinds';
import { valueAt, type KnownValues } from './known-values';
import { numbered } from './numbering';
import { once } from './once';
import { quietCalls, type QuietFunctions } from './quiet';

export type ProvedReason = 'never-loaded' | 'there-already' | 'decided' | 'idle';
type Proof = { readonly pc: number; readonly operator: Mutant['operator']; readonly reason: ProvedReason };

const isThereAlready = (known: KnownValues, one: Instruction, frame: Frame): boolean => {
  const slot = one.operation.kind === 'store' ? frame.slotOf(one) : undefined;
  const there = slot === undefined ? undefined : valueAt(known, slot);
  return there !== undefined && there === storedValue(known, one);
};

/** A branch on a constant that goes the same way when what it is compared with is one more. */
function isDecidedAnyway(known: KnownValues, one: Instruction): boolean {
  const { mnemonic, form, flow } = one.operation;
  if (flow !== 'branch' || form !== 'dst,imm,to' || !isWide(one)) return false;
  const now = decided(known, one, mnemonic);
  return (
    now !== null &&
    now === jumps(mnemonic, valueAt(known, one.dst), constant(BigInt.asIntN(32, one.imm + 1n)))
  );
}

function inBlock(block: CodeBlock, entry: KnownValues, where: Where): Proof[] {
  const known = new Map(entry);
  return block.steps.flatMap((one): Proof[] => {
    const same = isThereAlready(known, one, where.frame);
    const anyway = isDecidedAnyway(known, one);
    follow(known, one, where);
    return [
      ...(same ? [{ pc: one.pc, operator: 'store', reason: 'there-already' } as const] : []),
      ...(anyway ? [{ pc: one.pc, operator: 'operand', reason: 'decided' } as const] : []),
    ];
  });
}

/** Registers that a called function gives back as they were, and the one for its result. */
const KEPT_BY_CALLS = [0, 6, 7, 8, 9];
const NOTHING_SETTLED: Settled = { facts: new Map(), unreached: new Set() };

/** What is settled in a function, as it is or without one of its stores. */
function settledIn(own: FunctionCode, frame: Frame, without?: number): Settled {
  const where = { own, frame };
  const entries = numbered(own, frame, without);
  const facts = new Map<number, string>();
  for (const { start, steps } of own.blocks) {
    const entry = entries.get(start);
    const known = new Map(entry);
    for (const one of entry === undefined ? [] : steps) {
      const settled = settledBy(known, one, where);
      if (settled !== null) facts.set(one.pc, settled);
      if (one.pc !== without) follow(known, one, where);
    }
  }
  return {
    facts,
    unreached: new Set(own.blocks.map(({ start }) => start).filter((start) => !entries.has(start))),
  };
}

type Around = { readonly frame: Frame; readonly args: ArgumentsRead };
/** What is known of all functions; `handed` are registers read by convention: none that an earlier call may have changed. */
export type Program = {
  readonly args: ArgumentsRead;
  readonly handed: ArgumentsRead;
  readonly quiet: QuietFunctions;
};

/** Without the store, what is settled may be another thing: only what is settled alike either way counts. */
function isDeadWithout(own: FunctionCode, { frame, args }: Around, pc: number): boolean {
  const [now, then] = [settledIn(own, frame), settledIn(own, frame, pc)];
  const facts = new Map([...now.facts].filter(([at, what]) => then.facts.get(at) === what));
  const unreached = new Set([...now.unreached].filter((start) => then.unreached.has(start)));
  return livenessOf(own, { frame, args, settled: { facts, unreached } }).dead.has(pc);
}

export type Studied = {
  readonly start: number;
  readonly proofs: readonly Proof[];
  /** Stores that are dead only if what is settled stays so without them. */
  readonly open: ReadonlySet<number>;
  readonly isDead: (pc: number) => boolean;
  readonly isIdle: (pc: number, operator: Operator) => boolean;
  /** A call that does nothing, and leaves another value in no register that is read behind it. */
  readonly isIdleCall: (one: Instruction) => boolean;
};

/** A function is gone through once; what needs more work is asked for by instruction. */
export function studied(own: FunctionCode, { args, handed, quiet }: Program): Studied {
  const frame = frameOf(own);
  const calls = quietCalls(own, { quiet, handed: frame.handed });
  const entries = numbered(own, frame);
  const liveness = livenessOf(own, { frame, args, settled: NOTHING_SETTLED });
  const proofs = own.blocks.flatMap((block) => {
    const entry = entries.get(block.start);
    return entry === undefined ? [] : inBlock(block, entry, { own, frame });
  });
  const behind = once(() =>
    livenessOf(own, { frame, args: handed, settled: NOTHING_SETTLED, indirect: KEPT_BY_CALLS }),
  );
  const isIdleCall = (one: Instruction): boolean => {
    const [written, live] = [calls.writtenBy(one), behind().at(one.pc + one.slots)];
    if (leadsTo(own, one, 'idle')) return true;
    return written !== null && live !== null && !written.some((register) => live.has(register));
  };
  return {
    start: own.start,
    isIdleCall,
    proofs: [
      ...[...liveness.dead].map((pc): Proof => ({ pc, operator: 'store', reason: 'never-loaded' })),
      ...proofs,
    ],
    open: livenessOf(own, { frame, args, settled: settledIn(own, frame) }).dead,
    isDead: (pc) => isDeadWithout(own, { frame, args }, pc),
    isIdle: (pc, operator) => {
      const block = own.blocks.find(({ last }) => last.pc === pc);
      const entry = block === undefined ? undefined : entries.get(block.start);
      if (block === undefined || entry === undefined) return false;
      const about = { own, frame, liveness, quiet: calls };
      if (operator === 'call') return isIdleCall(block.last);
      if (block.last.operation.flow !== 'branch' || operator === 'store' || operator === 'code') return false;
      const known = new Map(entry);
      for (const one of block.steps.slice(0, -1)) follow(known, one, about);
      return isIdle(known, { branch: block.last, operator }, about);
    },
  };
}
