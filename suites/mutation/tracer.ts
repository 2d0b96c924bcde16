// Which instructions each case executes.
import { neverReturning } from '../../harness/mutation/no-return';
import { openTraces, type Trace } from '../../harness/mutation/traces';
import { readCode } from '../../harness/sbpf/code';
import { readElf } from '../../harness/sbpf/elf';
import { SLOT } from '../../harness/sbpf/instructions';
import type { Runner } from '../runner';
import { caseAt, haveSameErrors, runBoth, type Prepared, type Ran, type Source } from './reference';
import type { CaseTrace } from './types';

/** Who plays account-compression while a case is traced: a recorder, which is faster, or itself. */
export type Compression = 'recorder' | 'itself';

/** What cases run on: the program, or the program with other verifying keys. */
export type Subject = Source & {
  /** A validator of its own, whose start is traced. */
  readonly openTraced: (compression: Compression) => Promise<Runner>;
};

export type TracerInput = {
  readonly subjectOf: (claim: string) => Subject;
  readonly systemProgram: Buffer;
  readonly note?: ((claim: string, index: number) => void) | undefined;
};

/** A traced runner, and what its last runs executed. */
type Open = { readonly runner: Runner; readonly take: () => Trace };

/** Traces the first cases of a claim, of which it is known what the program does with each. */
export type Tracer = (one: Prepared, ran: readonly Ran[]) => Promise<readonly CaseTrace[]>;

function opening({ systemProgram }: TracerInput) {
  const opened = new Map<Subject, Map<Compression, Promise<Open>>>();
  const open = async (subject: Subject, compression: Compression): Promise<Open> => {
    const code = readCode(readElf(systemProgram));
    const traced = { pcs: code.elf.text.size / SLOT, never: neverReturning(code) };
    const traces = openTraces();
    const runner = await traces.during(() => subject.openTraced(compression));
    traces.take(traced);
    return { runner, take: () => traces.take(traced) };
  };
  return (subject: Subject, compression: Compression): Promise<Open> => {
    const own = opened.get(subject) ?? new Map<Compression, Promise<Open>>();
    opened.set(subject, own);
    const found = own.get(compression) ?? open(subject, compression);
    own.set(compression, found);
    return found;
  };
}

/** The recorder accepts everything: where something else is raised with it, the case is traced with account-compression. */
export function tracer(input: TracerInput): Tracer {
  const openOf = opening(input);
  return async (one, ran) => {
    const { id } = one.claim;
    const subject = input.subjectOf(id);
    const found: CaseTrace[] = [];
    for (const [index, expected] of ran.entries()) {
      input.note?.(id, index);
      const cases = [caseAt(one, index)];
      const fast = await openOf(subject, 'recorder');
      const [traced] = await runBoth(fast.runner, cases);
      if (traced === undefined) throw new Error(`${id} lost case ${index} while it was traced.`);
      const trace = fast.take();
      if (haveSameErrors(traced, expected)) {
        found.push(trace);
        continue;
      }
      const whole = await openOf(subject, 'itself');
      await runBoth(whole.runner, cases);
      found.push(whole.take());
    }
    return found;
  };
}
