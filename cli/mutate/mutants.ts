// Which mutants are run: all, a sample that a seed chooses, or the one that is named; and with which cases.
import { createHash } from 'node:crypto';
import { controlsOf } from '../../harness/mutation/controls';
import { mutantsOf, type Hits } from '../../harness/mutation/mutants';
import { numbersIn } from '../../harness/mutation/traces';
import { readCode, type Code } from '../../harness/sbpf/code';
import { readElf } from '../../harness/sbpf/elf';
import { CONTROLS, type CaseRange, type Mutant } from '../../spec/mutation';
import { readsLog } from '../../suites/asked';
import type { CaseTrace, ClaimTrace } from '../../suites/mutation/types';
import { badInput } from '../failure';

/** The traces of each claim's first cases, in the order of the suite. */
export type ClaimTraces = ClaimTrace & { readonly claim: string };

const union = (traces: readonly CaseTrace[], of: (trace: CaseTrace) => Uint8Array): ReadonlySet<number> => {
  const all = new Set<number>();
  for (const one of traces) for (const pc of numbersIn(of(one))) all.add(pc);
  return all;
};

/** What the cases together executed: all of them, or those that invoke by InvokeCpi alone. */
export const hitsOf = (claims: readonly ClaimTraces[], which: 'all' | 'InvokeCpi'): Hits => {
  const traces = claims.flatMap(({ traces: each, onlyInvokeCpi }) =>
    each.filter((_, index) => which === 'all' || onlyInvokeCpi[index]),
  );
  return {
    executed: union(traces, ({ executed }) => executed),
    jumped: union(traces, ({ jumped }) => jumped),
    wentOn: union(traces, ({ wentOn }) => wentOn),
  };
};

/** Without instructions that no mutant is to be made of. */
export const hitsWithout = (hits: Hits, isLeftOut: (pc: number) => boolean): Hits => ({
  ...hits,
  executed: new Set([...hits.executed].filter((pc) => !isLeftOut(pc))),
});

export const codeOf = (systemProgram: Buffer): Code => readCode(readElf(systemProgram, 'The system program'));

const rankOf = (seed: number, { id }: Mutant): string =>
  createHash('sha256').update(`${seed}:${id}`).digest('hex');

/** So many of the mutants as the seed ranks them, in the order of the file. */
function sampled(mutants: readonly Mutant[], seed: number, count: number | null): readonly Mutant[] {
  if (count === null) return mutants;
  const ranked = mutants.map((mutant) => ({ mutant, rank: rankOf(seed, mutant) }));
  const chosen = ranked.toSorted((a, b) => (a.rank < b.rank ? -1 : 1)).slice(0, count);
  const ids = new Set(chosen.map(({ mutant }) => mutant.id));
  return mutants.filter(({ id }) => ids.has(id));
}

/** Of each kind of control. */
const CONTROLS_EACH = 4;

export type Chosen = {
  readonly mutants: readonly Mutant[];
  readonly controls: readonly Mutant[];
  readonly of: number;
};

/** The mutants to run, and controls beside them. */
export function chosen(
  code: Code,
  { hits, all: hitsOfAll }: { readonly hits: Hits; readonly all: Hits },
  { seed, sample }: { seed: number; sample: number | null },
): Chosen {
  const all = mutantsOf(code, hits);
  const controls = controlsOf(code, hitsOfAll);
  return {
    mutants: sampled(all, seed, sample),
    controls: CONTROLS.flatMap((kind) =>
      sampled(
        controls.filter(({ operator }) => operator === kind),
        seed,
        CONTROLS_EACH,
      ),
    ),
    of: all.length,
  };
}

/** Every branch may go either way: whether one was seen to is not asked where a mutant is named. */
const everything = ({ instructions }: Code): Hits => {
  const all = new Set(instructions.map(({ pc }) => pc));
  return { executed: all, jumped: all, wentOn: all };
};

/** The mutant of an id. @throws Failure with exit code 2 where the program has none. */
export function mutantById(code: Code, id: string): Mutant {
  const hits = everything(code);
  const nothing = { ...hits, executed: new Set<number>() };
  const found = [...mutantsOf(code, hits), ...controlsOf(code, hits), ...controlsOf(code, nothing)].find(
    (mutant) => mutant.id === id,
  );
  if (found === undefined)
    throw badInput(
      `This program has no mutant ${id}: take an id from the mutation.json of the same program.`,
    );
  return found;
}

/** Whether the bit of an instruction is set. */
export const isIn = (bits: Uint8Array, pc: number): boolean => ((bits[pc >> 3] ?? 0) & (1 << (pc & 7))) !== 0;

/** The traced cases of all claims that are of use. */
export function casesWhere(
  traces: readonly ClaimTraces[],
  isUseful: (trace: CaseTrace, index: number) => boolean,
): readonly CaseRange[] {
  return traces.flatMap(({ claim, traces: each, references: all }) => {
    const indices = [...each.keys()].filter((index) => {
      const trace = each[index];
      return trace !== undefined && isUseful(trace, index);
    });
    const references = indices.flatMap((index) => all[index] ?? []);
    return indices.length === 0 ? [] : [{ claim, indices, of: each.length, references }];
  });
}

/** The traced cases that execute an instruction; of a change outside of code, all. */
export const coveringCases = (traces: readonly ClaimTraces[], pc: number | null): readonly CaseRange[] =>
  casesWhere(traces, (trace) => pc === null || isIn(trace.executed, pc));

/** Controls that change log lines: to claims that read these they are mutants like any other. */
const OF_LOGS: ReadonlySet<string> = new Set(['log-text', 'log-call']);

/** Those of a control: however many controls of its kind there are, they share all traced cases among them. */
export function shareOfCases(
  traces: readonly ClaimTraces[],
  control: Mutant,
  controls: readonly Mutant[],
): readonly CaseRange[] {
  const alike = controls.filter(({ operator }) => operator === control.operator);
  const place = alike.findIndex(({ id }) => id === control.id);
  const indifferent = OF_LOGS.has(control.operator) ? traces.filter(({ claim }) => !readsLog(claim)) : traces;
  return casesWhere(indifferent, (_, index) => index % alike.length === place);
}
