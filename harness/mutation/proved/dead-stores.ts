// Stores into the function's own part of its frame of which nothing is done before they are written over or the frame is gone.
import type { ArgumentsRead } from './arguments';
import type { Instruction } from '../../sbpf/instructions';
import type { Frame, Slot } from './frame';
import { leadsTo, type CodeBlock, type FunctionCode } from './function-code';
import { divides } from './kinds';
import { readBy } from '../uses';

/** What is settled whatever values are in it. */
export type Settled = {
  /** By pc: which way a branch goes that is decided, and what a call gives that gives a constant. */
  readonly facts: ReadonlyMap<number, string>;
  /** Starts of blocks that no execution comes to. */
  readonly unreached: ReadonlySet<number>;
};

/** What something is still done with: registers by their number, bytes of the frame by their negative offset. */
type Live = Set<number>;
export type Liveness = {
  /** The pcs of such stores. */
  readonly dead: ReadonlySet<number>;
  /** What something is still done with at the start of a block; null of what is none. */
  readonly at: (start: number) => ReadonlySet<number> | null;
};
type Told = {
  readonly own: FunctionCode;
  readonly frame: Frame;
  readonly settled: Settled;
  readonly args: ArgumentsRead;
  /** What a function reads that a register says is called: all, unless it is said otherwise. */
  readonly indirect?: readonly number[];
  readonly tell: (pc: number, isLive: boolean) => void;
};

const RESULT = 0;
const CLOBBERED = [0, 1, 2, 3, 4, 5];
const ARGUMENTS = [1, 2, 3, 4, 5];
const REGISTERS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];

const bytesOf = ({ from, width }: Slot): number[] => Array.from({ length: width }, (_, i) => from + i);
const addAll = (live: Live, all: readonly number[]): void => {
  for (const one of all) live.add(one);
};
const removeAll = (live: Live, all: readonly number[]): void => {
  for (const one of all) live.delete(one);
};
const sourceOf = ({ operation, src }: Instruction): readonly number[] =>
  operation.form.includes('src') ? [src] : [];

/** A load from elsewhere than the frame may stop the program, so that its address always counts. */
function beforeLoad(live: Live, one: Instruction, { frame }: Told): void {
  const slot = frame.slotOf(one);
  const isUsed = live.delete(one.dst);
  if (slot === undefined) live.add(one.src);
  else if (isUsed) addAll(live, bytesOf(slot));
}

function beforeStore(live: Live, one: Instruction, { frame, tell }: Told): void {
  const slot = frame.slotOf(one);
  if (slot === undefined) addAll(live, [one.dst, ...sourceOf(one)]);
  else {
    const bytes = bytesOf(slot);
    const isLive = !frame.isPrivate(slot) || bytes.some((byte) => live.has(byte));
    tell(one.pc, isLive);
    removeAll(live, bytes);
    if (isLive) addAll(live, sourceOf(one));
  }
}

function beforeComputing(live: Live, one: Instruction): void {
  const { kind } = one.operation;
  if (!live.delete(one.dst) && !divides(one)) return;
  addAll(live, sourceOf(one));
  if (kind === 'alu') live.add(one.dst);
}

function beforeCall(
  live: Live,
  one: Instruction,
  { own, frame, settled, args, indirect = REGISTERS }: Told,
): void {
  if (leadsTo(own, one, 'idle')) return;
  removeAll(live, CLOBBERED);
  if (settled.facts.has(one.pc)) return;
  const from = frame.endsWith(one);
  if (from < 0) addAll(live, bytesOf({ from, width: -from }));
  const target = own.code.calls.get(one.pc);
  const read = target?.kind === 'function' ? args.get(target.pc) : undefined;
  addAll(
    live,
    one.operation.flow === 'callx' ? [...indirect, ...readBy(own.code, one)] : [...(read ?? ARGUMENTS)],
  );
}

function before(live: Live, one: Instruction, told: Told): void {
  const { kind, flow } = one.operation;
  if (kind === 'load') beforeLoad(live, one, told);
  else if (kind === 'store') beforeStore(live, one, told);
  else if (flow === 'call' || flow === 'callx') beforeCall(live, one, told);
  else if (flow === 'next') beforeComputing(live, one);
  else if (flow === 'exit') live.add(RESULT);
  else if (flow === 'branch' && !told.settled.facts.has(one.pc)) addAll(live, [one.dst, ...sourceOf(one)]);
}

/** By the start of each block, those from which it is come to. */
function comingFrom({ blocks }: FunctionCode): ReadonlyMap<number, readonly CodeBlock[]> {
  const from = new Map<number, CodeBlock[]>();
  for (const block of blocks) for (const to of block.next) from.set(to, [...(from.get(to) ?? []), block]);
  return from;
}

/**
 * Which values something is done with. A value counts where it decides something, is an address, or leaves the
 * function, and what it is computed from or moved through counts where it does. A block is looked at again whenever
 * more is known to count behind it.
 */
export function livenessOf(
  own: FunctionCode,
  told: Pick<Told, 'frame' | 'settled' | 'args' | 'indirect'>,
): Liveness {
  const entries = new Map<number, Live>();
  const behind = ({ next }: CodeBlock): Live => {
    const live: Live = new Set();
    for (const to of next)
      if (!told.settled.unreached.has(to)) for (const one of entries.get(to) ?? []) live.add(one);
    return live;
  };
  const dead = new Set<number>();
  const tell = (pc: number, isLive: boolean): void => {
    if (isLive) dead.delete(pc);
    else dead.add(pc);
  };
  const [from, waiting] = [comingFrom(own), new Set(own.blocks)];
  while (waiting.size > 0)
    for (const block of own.blocks.toReversed()) {
      if (!waiting.delete(block)) continue;
      const live = behind(block);
      for (const one of block.steps.toReversed()) before(live, one, { ...told, own, tell });
      if (live.size !== (entries.get(block.start)?.size ?? 0))
        for (const earlier of from.get(block.start) ?? []) waiting.add(earlier);
      entries.set(block.start, live);
    }
  return { dead, at: (start) => entries.get(start) ?? null };
}
