// Judges the refusal of a call graph: raised by the runtime or by a program of the graph, and as it was always seen.
import type { Raised } from '../spec/outcome';
import type { AllowedRejection, Alternative, CallRefusal, SeenRefusal } from '../spec/prediction';

/** Whether the error is one that the guide allows here: any, or the one that it names. */
export function fitsCalls(
  { errors, anyUndocumented }: AllowedRejection,
  calls: CallRefusal,
  raised: Raised,
): boolean {
  if (raised.panicked && !calls.mayStop) return false;
  if (!calls.by.has(raised.program)) return false;
  return anyUndocumented || (raised.code === null && errors.has(raised.error));
}

const isSeen = ({ errors, codes, by }: SeenRefusal, { program, code, error }: Raised): boolean =>
  by.has(program) && (code === null ? errors.has(error) : codes.has(code));

/** One clause on how the error is not what was always seen, or null. */
export function seenProblem({ calls }: AllowedRejection, raised: Raised): string | null {
  const seen = calls?.seen ?? null;
  if (seen === null || isSeen(seen, raised)) return null;
  const names = [...seen.errors, ...seen.codes].join(' or ');
  return `observed before: ${names === '' ? 'no such error' : names} of ${[...seen.by].join(' or ')}`;
}

/** Whether the refusal rests on nothing but observation, so that acceptance contradicts no document. */
export const isOnlySeen = (alternatives: readonly Alternative[]): boolean =>
  alternatives.length > 0 &&
  alternatives.every((one) => one.kind === 'rejected' && one.rejection.calls?.documented === false);
