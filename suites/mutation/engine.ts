// Mutants of the system program in the validator: traces of the cases, and what each mutant does with them.
import { InputError } from '../../programs/errors';
import { mutated } from '../../harness/mutation/mutants';
import { neverReturning } from '../../harness/mutation/no-return';
import { readCode } from '../../harness/sbpf/code';
import { readElf } from '../../harness/sbpf/elf';
import { SLOT } from '../../harness/sbpf/instructions';
import { openTraces, type Trace } from '../../harness/mutation/traces';
import type { CaseRange, Trial } from '../../spec/mutation';
import type { ObservedCode, Witness } from '../../spec/result';
import type { Runner } from '../runner';
import { claimById } from '../claims';
import { tryAll, type Referred } from './attempt';
import { casesOf, prepared, referredTo, runBoth, type Prepared, type Source } from './reference';
import type { CaseTrace, MutationEngine } from './types';
import { type Known } from './verdict';

/** What cases run on: the program, or the program with other verifying keys. */
export type Subject = Source & {
  /** A validator of its own, whose start is traced. */
  readonly openTraced: () => Promise<Runner>;
};

export type MutationInput = {
  /** What a claim is asked of; the same object for the same subject. */
  readonly subjectOf: (claim: string) => Subject;
  /** The program under test. */
  readonly systemProgram: Buffer;
  /** Loads it, or another one, into every validator that is open. */
  readonly replace: (systemProgram: Buffer) => void;
  readonly known: readonly Witness[];
  /** Where the documents name no error, the ones that the baseline has frozen. */
  readonly frozen: readonly ObservedCode[];
  readonly note?: ((claim: string, index: number) => void) | undefined;
};

/** What the baseline knows, by claim. */
function knownOf({ known, frozen }: MutationInput): Known {
  const gather = <T extends { readonly rule: string }>(all: readonly T[], text: (one: T) => string) => {
    const found = new Map<string, Set<string>>();
    for (const one of all) found.set(one.rule, (found.get(one.rule) ?? new Set()).add(text(one)));
    return (claim: string): ReadonlySet<string> => found.get(claim) ?? new Set();
  };
  return {
    deviations: gather(known, (one) => `${one.verdict}|${one.expected}|${one.observed}`),
    frozen: gather(frozen, ({ raised }) => raised),
  };
}

/** A traced runner, and what its last runs executed. */
type Open = { readonly runner: Runner; readonly take: () => Trace };

type Tracer = (claim: string, cases: number) => Promise<readonly CaseTrace[]>;

function tracer(input: MutationInput): Tracer {
  const opened = new Map<Subject, Promise<Open>>();
  const open = async (subject: Subject): Promise<Open> => {
    const code = readCode(readElf(input.systemProgram));
    const traced = { pcs: code.elf.text.size / SLOT, never: neverReturning(code) };
    const traces = openTraces();
    const runner = await traces.during(subject.openTraced);
    traces.take(traced);
    return { runner, take: () => traces.take(traced) };
  };
  return async (id, cases) => {
    const subject = input.subjectOf(id);
    const opening = opened.get(subject) ?? open(subject);
    opened.set(subject, opening);
    const { runner, take } = await opening;
    const claim = claimById(id);
    if (claim === undefined) throw new Error(`There is no claim ${id}.`);
    const found: CaseTrace[] = [];
    for (const [index, generated] of casesOf(claim, cases, subject).entries()) {
      input.note?.(id, index);
      await runBoth(runner, [generated]);
      found.push(take());
    }
    return found;
  };
}

/** Claims with at least so many cases; none has run. */
function preparing(input: MutationInput): (wanted: ReadonlyMap<string, number>) => Promise<Ready> {
  const ready = new Map<string, Prepared>();
  return async (wanted) => {
    for (const [claim, cases] of wanted)
      if ((ready.get(claim)?.cases.length ?? -1) < cases)
        ready.set(claim, await prepared(claim, cases, input.subjectOf(claim)));
    return ready;
  };
}

type Ready = ReadonlyMap<string, Prepared>;

const casesIn = (indices: readonly number[]): number => Math.max(-1, ...indices) + 1;

const from = (ready: Ready, claim: string): Prepared => {
  const found = ready.get(claim);
  if (found === undefined) throw new Error(`${claim} is not prepared.`);
  return found;
};

function referring(input: MutationInput, prepare: ReturnType<typeof preparing>): MutationEngine['refer'] {
  return async (claim, indices) => {
    const ready = await prepare(new Map([[claim, casesIn(indices)]]));
    input.replace(input.systemProgram);
    input.note?.(claim, 0);
    return referredTo(from(ready, claim), indices);
  };
}

/** What the validator says of a file that it does not take; null where it does. */
function refusalOf(load: () => void): string | null {
  try {
    load();
    return null;
  } catch (error) {
    if (error instanceof InputError) return error.message;
    throw error;
  }
}

export const mutationEngine = (input: MutationInput): MutationEngine => {
  const prepare = preparing(input);
  const refer = referring(input, prepare);
  const trace = tracer(input);
  const known = knownOf(input);
  const referred = async (range: CaseRange): Promise<Referred> => {
    const { claim, indices, references } = range;
    return { ...range, references: references ?? (await refer(claim, indices)) };
  };
  return {
    trace: async (claim, cases) => ({
      traces: await trace(claim, cases),
      references: await refer(claim, [...Array(cases).keys()]),
    }),
    refer,
    attempt: async (mutant, asked): Promise<Trial> => {
      const ranges: Referred[] = [];
      for (const range of asked) ranges.push(await referred(range));
      const ready = await prepare(new Map(ranges.map(({ claim, indices }) => [claim, casesIn(indices)])));
      const refusal = refusalOf(() => input.replace(mutated(input.systemProgram, mutant)));
      const tried =
        refusal === null
          ? await tryAll(ranges, ready, { known, note: input.note })
          : { kills: [], cases: 0, unjudged: null };
      return { id: mutant.id, refusal, ...tried };
    },
  };
};
