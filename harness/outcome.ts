// Says from a transaction's result and logs who raised which error, in which of the plan's instructions.
import type { Raised } from '../spec/outcome';
import type { KeyRole } from '../spec/world';
import { roleOfBase58 } from './keys';
import { errorName } from './runtime-errors';

/** What the validator answers: null for success, else its error text; and the log lines. */
export type Answer = { readonly result: string | null; readonly logs: readonly string[] };

/** `failedAt` does not count the compute-budget instructions in front. */
export type Failure = { readonly raised: Raised; readonly failedAt: number | null };

const INSTRUCTION = /^Error processing Instruction (\d+): (.*)$/s;
const CUSTOM = /^custom program error: 0x([0-9a-f]+)$/;
const FAILED = /^Program ([1-9A-HJ-NP-Za-km-z]{32,44}) failed: /;
/** A program that runs out of compute units, breaks memory rules or panics returns no error of its own. */
const STOPPED: ReadonlySet<string> = new Set(['ProgramFailedToComplete', 'ComputationalBudgetExceeded']);

/** Frames fail from the inside out and none can catch, so that the first line is the innermost one. */
function failedProgram(logs: readonly string[]): KeyRole | 'runtime' {
  for (const line of logs) {
    const id = FAILED.exec(line)?.[1];
    if (id !== undefined) return roleOfBase58(id);
  }
  return 'runtime';
}

function describe(text: string, program: KeyRole | 'runtime'): Raised {
  const custom = CUSTOM.exec(text)?.[1];
  if (custom !== undefined) return { program, code: parseInt(custom, 16), error: 'Custom', panicked: false };
  const error = errorName(text);
  return { program, code: null, error, panicked: program !== 'runtime' && STOPPED.has(error) };
}

/**
 * Attributes a failure; null for a transaction that was accepted.
 * `skipped` is the number of compute-budget instructions in front of the plan's own.
 */
export function attribute({ result, logs }: Answer, skipped: number): Failure | null {
  if (result === null) return null;
  const [, index, text] = INSTRUCTION.exec(result) ?? [];
  if (index === undefined || text === undefined)
    return { raised: describe(result, 'runtime'), failedAt: null };
  const failedAt = Number(index) - skipped;
  return { raised: describe(text, failedProgram(logs)), failedAt: failedAt < 0 ? null : failedAt };
}
