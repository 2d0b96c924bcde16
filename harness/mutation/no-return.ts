// The functions that never return: once the program is in one of them, all that is left is a panic.
import type { Code } from '../sbpf/code';
import type { Instruction } from '../sbpf/instructions';

const ENDS: ReadonlySet<string> = new Set(['abort', 'sol_panic_']);

/** Where an instruction may go on to in its own function, given the functions that are known not to return. */
function successors({ calls }: Code, one: Instruction, known: ReadonlySet<number>): number[] {
  const next = one.pc + one.slots;
  const target = one.pc + 1 + one.offset;
  if (one.operation.flow === 'branch') return [next, target];
  if (one.operation.flow === 'jump') return [target];
  if (one.operation.flow !== 'call') return [next];
  const called = calls.get(one.pc);
  const isLast =
    called?.kind === 'syscall' ? ENDS.has(called.name) : called !== undefined && known.has(called.pc);
  return isLast ? [] : [next];
}

function returns(code: Code, start: number, known: ReadonlySet<number>): boolean {
  const seen = new Set<number>();
  const open = [start];
  for (let pc = open.pop(); pc !== undefined; pc = open.pop()) {
    const one = code.at.get(pc);
    if (one === undefined || seen.has(pc)) continue;
    if (one.operation.flow === 'exit') return true;
    seen.add(pc);
    open.push(...successors(code, one, known));
  }
  return false;
}

/** The first instructions of functions from which no path comes back. */
export function neverReturning(code: Code): ReadonlySet<number> {
  const starts = new Set(
    [...code.calls.values()].flatMap((one) => (one.kind === 'function' ? [one.pc] : [])),
  );
  const known = new Set<number>();
  for (let before = -1; before !== known.size;) {
    before = known.size;
    for (const start of starts) if (!known.has(start) && !returns(code, start, known)) known.add(start);
  }
  return known;
}
