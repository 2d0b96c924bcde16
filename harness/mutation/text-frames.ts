// Whether an instruction is executed only while a function that makes nothing but text has not come back.
import type { Code } from '../sbpf/code';
import { pcOf, type Trace } from '../trace/trace-folder';

/** Code that only makes the text of log lines, from one instruction up to another. */
export type TextRange = { readonly start: number; readonly end: number };

const isIn = (texts: readonly TextRange[], pc: number): boolean =>
  texts.some(({ start, end }) => pc >= start && pc < end);

/** A call that leads into another function, by the row behind it; a left-out one leads nowhere. */
function entered(code: Code, trace: Trace, row: number): number | null {
  const pc = pcOf(trace, row);
  const flow = code.at.get(pc)?.operation.flow;
  if ((flow !== 'call' && flow !== 'callx') || row + 1 >= trace.rows) return null;
  const next = pcOf(trace, row + 1);
  if (next === pc + 1) return null; // a syscall, or left out
  return next;
}

/**
 * Whatever such a function does, itself or by what it calls, only makes its text. False where the instruction is never
 * executed.
 */
export function isOnlyInText(
  code: Code,
  trace: Trace,
  { pc, texts }: { readonly pc: number; readonly texts: readonly TextRange[] },
): boolean {
  let depth = 0;
  let textFrom: number | null = null;
  let isExecuted = false;
  for (let row = 0; row < trace.rows; row++) {
    const at = pcOf(trace, row);
    if (at === pc) {
      if (textFrom === null) return false;
      isExecuted = true;
    }
    const called = entered(code, trace, row);
    if (called !== null) {
      depth += 1;
      if (textFrom === null && isIn(texts, called)) textFrom = depth;
    } else if (code.at.get(at)?.operation.flow === 'exit') {
      if (textFrom === depth) textFrom = null;
      depth -= 1;
    }
  }
  return isExecuted;
}
