// Says from a transaction's refusal and logs who raised which error, in which of the plan's instructions.
import type { Raised } from '../spec/outcome';
import type { KeyRole } from '../spec/world';
import { roleOfBase58 } from './keys';
import type { Refusal } from './validator';

/** `failedAt` does not count the compute-budget instructions in front. */
export type Failure = { readonly raised: Raised; readonly failedAt: number | null };

const FAILED = /^Program ([1-9A-HJ-NP-Za-km-z]{32,44}) failed: (.*)/;
/** A program that runs out of compute units, breaks memory rules or panics returns no error of its own. */
const STOPPED: ReadonlySet<string> = new Set(['ProgramFailedToComplete', 'ComputationalBudgetExceeded']);

/** How runtimes say that compute units ran out: in between two instructions, or in a call to the runtime. */
const RAN_OUT = /^exceeded CUs meter|^Computational budget exceeded/;

type Frame = { readonly program: KeyRole | 'runtime'; readonly why: string };
const NOBODY: Frame = { program: 'runtime', why: '' };

/** Frames fail from the inside out and none can catch, so that the first line is the innermost one. */
function failedFrame(logs: readonly string[]): Frame {
  for (const line of logs) {
    const [, id, why = ''] = (line.includes(' failed: ') && FAILED.exec(line)) || [];
    if (id !== undefined) return { program: roleOfBase58(id), why };
  }
  return NOBODY;
}

/**
 * Attributes a failure. `skipped` is the number of compute-budget instructions in front of the plan's own.
 */
export function attribute(
  { index, error, code }: Refusal,
  logs: readonly string[],
  skipped: number,
): Failure {
  const { program, why } = index === null ? NOBODY : failedFrame(logs);
  const panicked = program !== 'runtime' && STOPPED.has(error);
  const failedAt = index === null || index < skipped ? null : index - skipped;
  const ranOut = panicked && RAN_OUT.test(why);
  return { raised: { program, code, error, panicked, ...(ranOut && { ranOut }) }, failedAt };
}
