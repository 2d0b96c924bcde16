// Which instructions each case executes.
import { caseAt, haveSameErrors, runBoth, type Prepared, type Ran } from './reference';
import type { OpenTraced, Subject } from './traced-runners';
import type { CaseTrace } from './types';

export type TracerInput = {
  readonly subjectOf: (claim: string) => Subject;
  readonly openTraced: OpenTraced;
  readonly note?: ((claim: string, index: number) => void) | undefined;
};

/** Traces the first cases of a claim, of which it is known what the program does with each. */
export type Tracer = (one: Prepared, ran: readonly Ran[]) => Promise<readonly CaseTrace[]>;

/** The recorder accepts everything: where something else is raised with it, the case is traced with account-compression. */
export function tracer({ subjectOf, openTraced, note }: TracerInput): Tracer {
  return async (one, ran) => {
    const { id } = one.claim;
    const subject = subjectOf(id);
    const found: CaseTrace[] = [];
    for (const [index, expected] of ran.entries()) {
      note?.(id, index);
      const cases = [caseAt(one, index)];
      const fast = await openTraced(subject, 'recorder', 'original');
      const [traced] = await runBoth(fast.runner, cases);
      if (traced === undefined) throw new Error(`${id} lost case ${index} while it was traced.`);
      const trace = fast.take();
      if (haveSameErrors(traced, expected)) {
        found.push(trace);
        continue;
      }
      const whole = await openTraced(subject, 'itself', 'original');
      await runBoth(whole.runner, cases);
      found.push(whole.take());
    }
    return found;
  };
}
