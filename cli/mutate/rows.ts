// What became of a mutant, out of what its trials said.
import { flowOf, type Flow } from '../../harness/sbpf/blocks';
import type { Code } from '../../harness/sbpf/code';
import { disassemble, textOf } from '../../harness/sbpf/disassemble';
import type { Fate, Kill, Mutant, MutantRow, Trial } from '../../spec/mutation';
import type { Equivalence } from './known-mutants';
import type { Outcome } from './lanes';

/** How many slots are shown around a survivor. */
const AROUND = 5;

export type Naming = { readonly code: Code; readonly flow: Flow };
export const namingOf = (code: Code): Naming => ({ code, flow: flowOf(code) });

/** The name of the function that an instruction is in. */
export const functionOf = ({ flow }: Naming, pc: number): string =>
  flow.functions.find(({ start, end }) => pc >= start && pc < end)?.name ?? 'no function';

const marked = ({ code }: Naming, pc: number): readonly string[] =>
  disassemble(code, pc - AROUND, pc + AROUND + 1).map((line) =>
    line.trimStart().startsWith(`${pc} `) ? `>${line}` : ` ${line}`,
  );

function placeOf(naming: Naming, { pc, before }: Mutant): Pick<MutantRow, 'function' | 'instruction'> {
  const one = pc === null ? undefined : naming.code.at.get(pc);
  if (one === undefined)
    return { function: 'data', instruction: Buffer.from(before, 'hex').toString('latin1') };
  return { function: functionOf(naming, one.pc), instruction: textOf(naming.code, one) };
}

/** A mutant that was tried once, or once more with more cases, and compared. */
export type Tried = {
  readonly mutant: Mutant;
  readonly outcomes: readonly Outcome<'mutant'>[];
  /** Of a survivor at which nothing changed. */
  readonly comparison?: Outcome<'compare'>;
};

const deathIn = (outcomes: Tried['outcomes']) =>
  outcomes.flatMap((one) => ('death' in one ? [one.death] : []))[0];
const trialsIn = (outcomes: Tried['outcomes']): readonly Trial[] =>
  outcomes.flatMap((one) => ('answer' in one ? [one.answer] : []));

/** A documented rule's kill; best one that is a deviation by itself, and did not stop the program. */
function bestOf(kills: readonly Kill[]): Kill | null {
  const rank = ({ isObserved, hasStopped, verdict }: Kill): number =>
    4 * Number(isObserved) + 2 * Number(verdict === 'inconclusive') + Number(hasStopped);
  return kills.toSorted((a, b) => rank(a) - rank(b))[0] ?? null;
}

/** A mutant at which something changes has a reason only where nothing was to change. */
const staleReason = (equivalence: Equivalence | null): string | null =>
  equivalence?.isListed === true ? `listed as equivalent: ${equivalence.reason}` : null;

function fateOf({ outcomes }: Tried, equivalence: Equivalence | null): readonly [Fate, string | null] {
  const death = deathIn(outcomes);
  const trials = trialsIn(outcomes);
  const kills = trials.flatMap((one) => one.kills);
  if (kills.some(({ isObserved }) => !isObserved)) return ['killed', staleReason(equivalence)];
  if (death !== undefined) return [death.fate, death.reason];
  if (kills.length > 0) return ['observed-only', staleReason(equivalence)];
  const refusal = trials.find((one) => one.refusal !== null)?.refusal;
  if (refusal != null) return ['unloadable', refusal];
  if (equivalence === null) return ['survived', null];
  // What changes in anything that is looked at is not equivalent, whoever judges it.
  if (trials.some(({ unjudged }) => unjudged.length > 0)) return ['survived', staleReason(equivalence)];
  return ['equivalent', equivalence.reason];
}

/** The row of a mutant; `equivalence` is the reason why nothing can notice it, where that is known. */
export function rowOf(naming: Naming, tried: Tried, equivalence: Equivalence | null = null): MutantRow {
  const { mutant, outcomes } = tried;
  const [fate, reason] = fateOf(tried, equivalence);
  const trials = trialsIn(outcomes);
  const kills = trials.flatMap((one) => one.kills);
  return {
    ...mutant,
    ...placeOf(naming, mutant),
    fate,
    reason,
    kills: [...new Set(kills.map(({ claim }) => claim))],
    by: bestOf(kills),
    cases: trials.reduce((sum, { cases }) => sum + cases, 0),
    unjudged: trials.flatMap(({ unjudged }) => unjudged)[0] ?? null,
    survival: null,
    disassembly: fate === 'survived' && mutant.pc !== null ? marked(naming, mutant.pc) : [],
  };
}

/** Whether a documented rule noticed it, so that nothing more is to be learnt; or the loader refused it. */
export const isSettled = (outcome: Outcome<'mutant'>): boolean =>
  'death' in outcome ||
  outcome.answer.refusal !== null ||
  outcome.answer.kills.some(({ isObserved }) => !isObserved);
