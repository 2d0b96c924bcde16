// Mutants of the system program in the validator: traces of the cases, and what each mutant does with them.
import { InputError } from '../../programs/errors';
import { mutated } from '../../harness/mutation/mutants';
import { readCode } from '../../harness/sbpf/code';
import { readElf } from '../../harness/sbpf/elf';
import type { CaseRange, Trial } from '../../spec/mutation';
import type { InstructionName } from '../../spec/plan';
import type { Witness } from '../../spec/result';
import type { Case } from '../../spec/verdict';
import { tryAll, type Referred } from './attempt';
import { prepared, referenceOf, runCases, type Prepared, type Ran } from './reference';
import { comparing } from './compare';
import { tracedRunners, type Subject } from './traced-runners';
import { tracer, type Tracer } from './tracer';
import type { MutationEngine } from './types';
import { type Known } from './verdict';

export type MutationInput = {
  /** What a claim is asked of; the same object for the same subject. */
  readonly subjectOf: (claim: string) => Subject;
  /** The program under test. */
  readonly systemProgram: Buffer;
  /** Loads it, or another one, into every validator that is open. */
  readonly replace: (systemProgram: Buffer) => void;
  readonly known: readonly Witness[];
  readonly note?: ((claim: string, index: number) => void) | undefined;
};

/** The listed deviations, by claim. */
function knownOf({ known }: MutationInput): Known {
  const found = new Map<string, Set<string>>();
  for (const { rule, verdict, expected, observed } of known)
    found.set(rule, (found.get(rule) ?? new Set()).add(`${verdict}|${expected}|${observed}`));
  return (claim) => found.get(claim) ?? new Set();
}

/** Claims with at least so many cases; none has run. */
function preparing(input: MutationInput): (wanted: ReadonlyMap<string, number>) => Promise<Ready> {
  const ready = new Map<string, Prepared>();
  return async (wanted) => {
    for (const [claim, cases] of wanted)
      if ((ready.get(claim)?.cases.length ?? -1) < cases)
        ready.set(claim, await prepared(claim, cases, { ...input.subjectOf(claim), known: input.known }));
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

/** Cases on the program under test. */
type RunOriginal = (
  claim: string,
  indices: readonly number[],
) => Promise<{ one: Prepared; ran: readonly Ran[] }>;

function runningOriginal(input: MutationInput, prepare: ReturnType<typeof preparing>): RunOriginal {
  return async (claim, indices) => {
    const one = from(await prepare(new Map([[claim, casesIn(indices)]])), claim);
    input.replace(input.systemProgram);
    input.note?.(claim, 0);
    return { one, ran: await runCases(one, indices) };
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

const INVOKE_CPI: InstructionName = 'InvokeCpi';

/** Whether the plans of the case invoke, and by no other instruction; to initialise a context alone is no invocation. */
const invokesCpi = ({ plan, twin }: Case): boolean => {
  const invocations = [plan, ...(twin === null ? [] : [twin])]
    .flatMap(({ transactions }) => transactions.flatMap(({ instructions }) => instructions))
    .filter((one) => one.kind === 'invocation');
  return invocations.length > 0 && invocations.every(({ instruction }) => instruction === INVOKE_CPI);
};

type Tracing = { readonly trace: Tracer; readonly compare: MutationEngine['compare'] };

const tracingOf = (input: MutationInput, runOriginal: RunOriginal): Tracing => {
  const code = readCode(readElf(input.systemProgram));
  const openTraced = tracedRunners(code);
  const compare = comparing({
    ...{ ...input, code, openTraced },
    runOriginal: async ({ claim, index }) => {
      const { one, ran } = await runOriginal(claim, [index]);
      const [first] = ran;
      if (first === undefined) throw new Error(`${claim} lost case ${index}.`);
      return { one, ran: first };
    },
  });
  return { trace: tracer({ ...input, openTraced }), compare };
};

export const mutationEngine = (input: MutationInput): MutationEngine => {
  const prepare = preparing(input);
  const runOriginal = runningOriginal(input, prepare);
  let opened: Tracing | undefined;
  // Every engine has this part, and few are asked: the program's code is read when the first question comes.
  const tracing = (): Tracing => (opened ??= tracingOf(input, runOriginal));
  const known = knownOf(input);
  const refer: MutationEngine['refer'] = async (claim, indices) => {
    const { one, ran } = await runOriginal(claim, indices);
    return ran.map((each, i) => referenceOf(one, indices[i] ?? 0, each));
  };
  const referred = async (range: CaseRange): Promise<Referred> => {
    const { claim, indices, references } = range;
    return { ...range, references: references ?? (await refer(claim, indices)) };
  };
  return {
    trace: async (claim, cases) => {
      const { one, ran } = await runOriginal(claim, [...Array(cases).keys()]);
      const references = ran.map((each, index) => referenceOf(one, index, each));
      const onlyInvokeCpi = one.cases.slice(0, cases).map(invokesCpi);
      return { traces: await tracing().trace(one, ran), references, onlyInvokeCpi };
    },
    refer,
    attempt: async (mutant, asked): Promise<Trial> => {
      const ranges: Referred[] = [];
      for (const range of asked) ranges.push(await referred(range));
      const ready = await prepare(new Map(ranges.map(({ claim, indices }) => [claim, casesIn(indices)])));
      const refusal = refusalOf(() => input.replace(mutated(input.systemProgram, mutant)));
      const tried =
        refusal === null
          ? await tryAll(ranges, ready, { known, note: input.note })
          : { kills: [], cases: 0, unjudged: [] };
      return { id: mutant.id, refusal, ...tried };
    },
    compare: (mutant, cases, texts) => tracing().compare(mutant, cases, texts),
  };
};
