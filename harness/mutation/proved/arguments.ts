// Which of the five registers that a call may hand on are read by each function, or by what it calls, before they are written.
import type { Instruction } from '../../sbpf/instructions';
import { readBy, writtenBy } from '../uses';
import type { CodeBlock, FunctionCode } from './function-code';

const ARGUMENTS = [1, 2, 3, 4, 5];
const CLOBBERED = [0, ...ARGUMENTS];

/** By the first pc of a function; of one that is not there, all may be read. */
export type ArgumentsRead = ReadonlyMap<number, ReadonlySet<number>>;
type Reads = Map<number, ReadonlySet<number>>;

const calledBy = ({ code }: FunctionCode, one: Instruction, reads: Reads): readonly number[] => {
  const target = code.calls.get(one.pc);
  if (target?.kind === 'syscall') return readBy(code, one);
  return [...(target === undefined ? ARGUMENTS : (reads.get(target.pc) ?? ARGUMENTS))];
};

type Reading = { readonly own: FunctionCode; readonly reads: Reads; readonly indirect: readonly number[] };

function before(live: Set<number>, one: Instruction, { own, reads, indirect }: Reading): void {
  const { flow } = one.operation;
  if (flow === 'call' || flow === 'callx') {
    for (const register of CLOBBERED) live.delete(register);
    const read = flow === 'callx' ? [...indirect, ...readBy(own.code, one)] : calledBy(own, one, reads);
    for (const register of read) live.add(register);
    return;
  }
  const written = writtenBy(own.code, one);
  if (written !== null) live.delete(written);
  for (const register of readBy(own.code, one)) live.add(register);
}

/** What is read behind the start of a function, given what the functions that it calls read. */
function readIn(reading: Reading): ReadonlySet<number> {
  const { own } = reading;
  const entries = new Map<number, ReadonlySet<number>>();
  const liveAt = (block: CodeBlock): Set<number> => {
    const live = new Set(block.next.flatMap((to) => [...(entries.get(to) ?? [])]));
    for (const one of block.steps.toReversed()) before(live, one, reading);
    return live;
  };
  for (let hasGrown = true; hasGrown;) {
    hasGrown = false;
    for (const block of own.blocks.toReversed()) {
      const live = liveAt(block);
      if (live.size > (entries.get(block.start)?.size ?? 0)) hasGrown = true;
      entries.set(block.start, live);
    }
  }
  return new Set(ARGUMENTS.filter((register) => entries.get(own.start)?.has(register)));
}

/**
 * Of functions that no way but a call leads into or out of. First nothing is taken to be read; what one reads, those
 * read that call it, until nothing is found to be read besides: with five registers each that ends. `indirect` are those
 * that a function is taken to read which a register says is called.
 */
export function argumentsRead(
  functions: readonly FunctionCode[],
  indirect: readonly number[] = ARGUMENTS,
): ArgumentsRead {
  const reads: Reads = new Map(functions.map(({ start }) => [start, new Set<number>()]));
  for (let hasGrown = true; hasGrown;) {
    hasGrown = false;
    for (const own of functions) {
      const read = readIn({ own, reads, indirect });
      if (read.size > (reads.get(own.start)?.size ?? 0)) hasGrown = true;
      reads.set(own.start, read);
    }
  }
  return reads;
}
