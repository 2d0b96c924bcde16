// Which instructions of the system program ran, out of the register traces that LiteSVM writes for each invocation.
import { LIGHT_SYSTEM } from '../addresses';
import { foreignTrace, pcOf, tracingOf, type Trace as Execution } from '../trace/trace-folder';

/** Of one or more invocations, as bits by pc: what was executed, and which branches jumped or went on. */
export type Trace = {
  readonly executed: Uint8Array;
  readonly jumped: Uint8Array;
  readonly wentOn: Uint8Array;
};

export const emptyTrace = (pcs: number): Trace => ({
  executed: new Uint8Array(Math.ceil(pcs / 8)),
  jumped: new Uint8Array(Math.ceil(pcs / 8)),
  wentOn: new Uint8Array(Math.ceil(pcs / 8)),
});

const set = (bits: Uint8Array, at: number): void => {
  bits[at >> 3] = (bits[at >> 3] ?? 0) | (1 << (at & 7));
};

/** The numbers whose bit is set, ascending. */
export function numbersIn(bits: Uint8Array): number[] {
  const found: number[] = [];
  bits.forEach((byte, index) => {
    for (let bit = 0; bit < 8; bit++) if ((byte & (1 << bit)) !== 0) found.push(8 * index + bit);
  });
  return found;
}

/** How many instructions there are, and which of them begin a function that never returns. */
export type Traced = { readonly pcs: number; readonly never: ReadonlySet<number> };

/**
 * Adds one invocation, up to the call of a function that never returns.
 * @throws HarnessFault for one of another program.
 */
export function addExecution(trace: Trace, execution: Execution, { pcs, never }: Traced): void {
  for (let row = 0; row < execution.rows; row++) {
    const pc = pcOf(execution, row);
    if (pc >= pcs) throw foreignTrace(pc, pcs);
    const next = row + 1 < execution.rows ? pcOf(execution, row + 1) : null;
    if (next !== null && never.has(next)) return;
    set(trace.executed, pc);
    if (next !== null) set(next === pc + 1 ? trace.wentOn : trace.jumped, pc);
  }
}

export type Traces = {
  /** Starts something whose invocations are traced. */
  readonly during: <T>(start: () => Promise<T>) => Promise<T>;
  /** Reads and deletes what was written since the last time. */
  readonly take: (of: Traced) => Trace;
  /** The same, row by row: each invocation in an order of its own. */
  readonly takeRows: () => readonly Execution[];
};

/** Traces that go to a folder of this process. */
export function openTraces(): Traces {
  const { during, take } = tracingOf(LIGHT_SYSTEM);
  return {
    during,
    take: (of) => {
      const trace = emptyTrace(of.pcs);
      take((execution) => addExecution(trace, execution, of));
      return trace;
    },
    takeRows: () => {
      const executions: Execution[] = [];
      take((execution) => executions.push(execution));
      return executions;
    },
  };
}
