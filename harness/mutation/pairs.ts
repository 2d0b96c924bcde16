// Which invocation of the mutant belongs to which of the program: traces have no order, but begin alike.
import { createHash } from 'node:crypto';
import { ROW, type Trace } from '../trace/trace-folder';
import { lockstep, type Changed, type Lockstep } from './lockstep';
import { rowsOf } from './probe';

/** What the invocations of a case add up to; `isWhole` says whether each has its like among the others. */
export type Compared = { readonly locksteps: readonly Lockstep[]; readonly isWhole: boolean };

/** The same for invocations that are alike up to the changed instruction, or to the end where they never execute it. */
const beginningOf = (trace: Trace, pc: number): string => {
  const [first] = rowsOf(trace, pc);
  const bytes = first === undefined ? trace.bytes : trace.bytes.subarray(0, (first + 1) * ROW);
  return `${first ?? 'never'}|${createHash('sha256').update(bytes).digest('hex')}`;
};

function grouped(traces: readonly Trace[], pc: number): ReadonlyMap<string, readonly Trace[]> {
  const groups = new Map<string, Trace[]>();
  for (const trace of traces) {
    const key = beginningOf(trace, pc);
    groups.set(key, [...(groups.get(key) ?? []), trace]);
  }
  return groups;
}

const isClean = ({ detour, use }: Lockstep): boolean => detour === null && use === null;

/** Of several that begin alike any may be the one; one that shows no difference is. */
function bestOf(how: Changed, changed: Trace, originals: readonly Trace[]): Lockstep | null {
  let first: Lockstep | null = null;
  for (const original of originals) {
    const found = lockstep(how, { original, changed });
    if (isClean(found)) return found;
    first ??= found;
  }
  return first;
}

const executes = (trace: Trace, pc: number): boolean => trace.rows > 0 && rowsOf(trace, pc).length > 0;

/** Compares the invocations of a case on the program with those on the mutant. */
export function comparePairs(
  how: Changed,
  { originals, changed }: { readonly originals: readonly Trace[]; readonly changed: readonly Trace[] },
): Compared {
  const { pc } = how.one;
  const [before, now] = [grouped(originals, pc), grouped(changed, pc)];
  const isWhole = before.size === now.size && [...before.keys()].every((key) => now.has(key));
  const locksteps = [...now].flatMap(([key, traces]) =>
    traces
      .filter((trace) => executes(trace, pc))
      .flatMap((trace) => bestOf(how, trace, before.get(key) ?? []) ?? []),
  );
  return { locksteps, isWhole };
}

/** Whether any invocation executes an instruction. */
export const anyExecutes = (traces: readonly Trace[], pc: number): boolean =>
  traces.some((trace) => executes(trace, pc));
