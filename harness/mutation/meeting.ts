// Where two executions that went different ways meet again, and where one comes back from a function.
import type { Code } from '../sbpf/code';
import { pcOf, type Trace } from '../trace/trace-folder';

/** Rows that are looked at for a meeting. */
const FAR = 50_000;

/** An execution with the instruction that was changed in it: a call that is none any more leads nowhere. */
export type Running = { readonly code: Code; readonly trace: Trace; readonly leftOut: number | null };

/** By how much the depth of calls grows behind an instruction. */
function deeper({ code, leftOut }: Running, pc: number): number {
  const flow = code.at.get(pc)?.operation.flow;
  if (flow === 'exit') return -1;
  if (pc === leftOut) return 0;
  if (flow === 'callx') return 1;
  return flow === 'call' && code.calls.get(pc)?.kind === 'function' ? 1 : 0;
}

/** Calls `visit` with each row behind one that is no deeper in calls than that is, until it says that this is enough. */
function eachNoDeeper(
  running: Running,
  from: number,
  visit: (row: number, place: { readonly pc: number; readonly depth: number }) => boolean,
): void {
  const { trace } = running;
  let depth = deeper(running, pcOf(trace, from));
  for (let row = from + 1; row < Math.min(trace.rows, from + FAR); row++) {
    const pc = pcOf(trace, row);
    if (depth <= 0 && visit(row, { pc, depth })) return;
    depth += deeper(running, pc);
  }
}

/** The row behind a call once it has returned; null where it does not. */
export function rowBehindCall(running: Running, row: number): number | null {
  const behind = pcOf(running.trace, row) + 1;
  let found: number | null = null;
  eachNoDeeper(running, row, (at, { pc, depth }) => {
    if (pc === behind && depth === 0) found = at;
    return true; // what runs next at that depth has returned, or never does
  });
  return found;
}

/** A row of each execution. */
export type Rows = { readonly original: number; readonly changed: number };

const keyOf = ({ pc, depth }: { readonly pc: number; readonly depth: number }): string => `${pc}|${depth}`;

/** The nearest rows behind two others at which both are at the same instruction, in the same call; null where there are none. */
export function meetingOf(
  { original, changed }: { readonly original: Running; readonly changed: Running },
  from: Rows,
): Rows | null {
  const rows = new Map<string, number>();
  eachNoDeeper(changed, from.changed, (row, place) => {
    const key = keyOf(place);
    if (!rows.has(key)) rows.set(key, row);
    return false;
  });
  let best: Rows | null = null;
  let least = Infinity;
  eachNoDeeper(original, from.original, (row, place) => {
    const other = rows.get(keyOf(place));
    const steps = row - from.original;
    if (steps >= least) return true;
    if (other !== undefined && steps + other - from.changed < least) {
      best = { original: row, changed: other };
      least = steps + other - from.changed;
    }
    return false;
  });
  return best;
}
