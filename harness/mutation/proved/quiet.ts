// Functions that do nothing but look at what they are handed: no store, no call, nothing given back. Drops of values that own nothing are such.
import type { Instruction } from '../../sbpf/instructions';
import { writtenBy } from '../uses';
import { leadsTo, widthOf, type CodeBlock, type FunctionCode } from './function-code';
import { divides } from './kinds';

const HANDED = 1;
const RESULT = 0;
const SCRATCH: ReadonlySet<number> = new Set([1, 2, 3, 4, 5]);

/** What such a function does: registers that it leaves another value in, and how many bytes it reads of what r1 points to. */
type Quiet = { readonly writes: readonly number[]; readonly reads: number };

/** Of a call: the registers that the called function may have written, where the call does nothing else; null where it does. */
export type QuietCalls = { readonly writtenBy: (one: Instruction) => readonly number[] | null };

/** Blocks from the first on, each behind all that lead to it; null where a way comes back to one, or leaves the function. */
function inOrder({ start, blocks }: FunctionCode): readonly CodeBlock[] | null {
  const byStart = new Map(blocks.map((block) => [block.start, block]));
  const [open, done] = [new Set<number>(), new Set<number>()];
  const order: CodeBlock[] = [];
  const visit = (at: number): boolean => {
    const block = byStart.get(at);
    if (done.has(at)) return true;
    if (block === undefined || open.has(at)) return false;
    open.add(at);
    const isWhole = block.next.every(visit);
    done.add(at);
    order.push(block);
    return isWhole;
  };
  return visit(start) ? order.toReversed() : null;
}

/** Registers that hold what r1 held at first, or an address behind it, as the distance. No comparison tells anything. */
type Held = Map<number, number>;

const agreed = (ways: readonly Held[]): Held =>
  new Map([...(ways[0] ?? [])].filter(([register, far]) => ways.every((way) => way.get(register) === far)));

/** How far into the object an instruction reads; null where it does more than to read there, compute and branch. */
function readBy(held: Held, one: Instruction): number | null {
  const { kind, flow } = one.operation;
  if (flow === 'exit' || flow === 'jump' || flow === 'branch') return 0;
  if (flow !== 'next' || kind === 'store' || divides(one) || one.dst === RESULT) return null;
  if (kind !== 'load') return 0;
  const from = held.get(one.src);
  return from === undefined || from + one.offset < 0 ? null : from + one.offset + widthOf(one);
}

function follow(held: Held, own: FunctionCode, one: Instruction): void {
  const { mnemonic, form } = one.operation;
  const [from, at] = [held.get(one.src), held.get(one.dst)];
  const written = writtenBy(own.code, one);
  if (written === null) return;
  held.delete(written);
  if (mnemonic === 'mov64' && form === 'dst,src' && from !== undefined) held.set(written, from);
  if (mnemonic === 'add64' && form === 'dst,imm' && at !== undefined) held.set(written, at + Number(one.imm));
}

/** Whether a function is of that kind. Every way through it ends, whatever way a branch goes. */
function quietOf(own: FunctionCode): Quiet | null {
  const order = inOrder(own);
  const into = new Map<number, Held[]>([[own.start, [new Map([[HANDED, 0]])]]]);
  const writes = new Set<number>();
  let reads = 0;
  for (const { start, steps, next } of order ?? []) {
    const held = agreed(into.get(start) ?? []);
    for (const one of steps) {
      const far = readBy(held, one);
      if (far === null) return null;
      reads = Math.max(reads, far);
      const written = writtenBy(own.code, one);
      if (written !== null && SCRATCH.has(written)) writes.add(written); // the runtime keeps the others of the caller
      follow(held, own, one);
    }
    for (const to of next) into.set(to, [...(into.get(to) ?? []), new Map(held)]);
  }
  return order === null ? null : { writes: [...writes], reads };
}

/** By the first pc of a function. */
export type QuietFunctions = ReadonlyMap<number, Quiet>;

export const quietIn = (functions: readonly FunctionCode[]): QuietFunctions =>
  new Map(
    functions.flatMap((own) => {
      const found = quietOf(own);
      return found === null ? [] : [[own.start, found] as const];
    }),
  );

/**
 * The calls of a function that lead to quiet ones, with an address of the caller's own frame that all reads stay within:
 * then no read stops the program. `handed` tells, of a call, the distance of r1 from the end of the frame.
 */
export function quietCalls(
  own: FunctionCode,
  {
    quiet,
    handed,
  }: {
    readonly quiet: QuietFunctions;
    readonly handed: (one: Instruction) => number | undefined;
  },
): QuietCalls {
  return {
    writtenBy: (one) => {
      if (one.operation.flow !== 'call') return null;
      if (leadsTo(own, one, 'idle')) return [];
      const target = own.code.calls.get(one.pc);
      const found = target?.kind === 'function' ? quiet.get(target.pc) : undefined;
      const at = handed(one);
      if (found === undefined) return null;
      const isWithin = found.reads === 0 || (at !== undefined && at >= -0x1000 && at + found.reads <= 0);
      return isWithin ? found.writes : null;
    },
  };
}
