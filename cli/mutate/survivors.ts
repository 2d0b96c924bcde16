// Asks what becomes of the difference that each survivor makes, in cases that execute it.
import { CONTROLS, type CaseRange, type Mutant, type MutantRow } from '../../spec/mutation';
import { COMPARED, COMPARED_MORE, ENOUGH, type CaseName } from '../../spec/survivor';
import type { TextRange } from '../../harness/mutation/text-frames';
import { survivalOf } from '../../report/mutation/survival';
import type { CaseTrace } from '../../suites/mutation/types';
import type { Lanes, Outcome } from './lanes';
import { casesWhere, isIn, type ClaimTraces } from './mutants';
import { functionOf, type Naming, type Tried } from './rows';
import { telling } from './tries';

type OfClaim = { readonly claim: string; readonly indices: readonly number[] };

/** As many of the things as are wanted, evenly from all of them. */
const evenly = <T>(all: readonly T[], wanted: number): readonly T[] =>
  wanted >= all.length
    ? all
    : Array.from({ length: wanted }, (_, i) => all[Math.floor((i * all.length) / wanted)] as T);

/** One case of each claim, then another one of each, until there are so many. */
export function spread(claims: readonly OfClaim[], wanted: number): readonly CaseName[] {
  const rounds = Math.max(0, ...claims.map(({ indices }) => indices.length));
  const found: CaseName[] = [];
  for (let round = 0; round < rounds && found.length < wanted; round++) {
    const left = claims.flatMap(({ claim, indices }) => {
      const index = indices[round];
      return index === undefined ? [] : [{ claim, index }];
    });
    found.push(...evenly(left, wanted - found.length));
  }
  return found;
}

/** Whether a trace shows a branch going the way that the mutant forbids; of another mutant, whether it has the instruction. */
function canTell({ operator, pc }: Mutant, trace: CaseTrace): boolean {
  if (pc === null) return false;
  if (operator === 'always') return isIn(trace.wentOn, pc);
  return operator === 'never' ? isIn(trace.jumped, pc) : isIn(trace.executed, pc);
}

/** Cases behind the traced ones of claims: whether they execute the instruction shows when they run. */
const LATER = 192;
const behind = (claims: readonly CaseRange[]): readonly OfClaim[] =>
  claims.map(({ claim, of }) => ({ claim, indices: Array.from({ length: LATER }, (_, i) => of + i) }));

/** The traced cases that a survivor is compared in, and where few execute it, later ones of the same claims. */
export function casesFor(traces: readonly ClaimTraces[], mutant: Mutant): readonly CaseName[] {
  const able = casesWhere(traces, (trace) => canTell(mutant, trace));
  const executing = casesWhere(
    traces,
    (trace) => mutant.pc !== null && isIn(trace.executed, mutant.pc) && !canTell(mutant, trace),
  );
  const first = spread(able, COMPARED_MORE);
  const named = [...first, ...spread(executing, Math.max(0, COMPARED - first.length))];
  return named.length >= ENOUGH ? named : [...named, ...spread(behind(able), LATER - named.length)];
}

/** A survivor and its cases. */
export type Survivor = { readonly tried: Tried; readonly cases: readonly CaseName[] };

const NO_MUTANT: ReadonlySet<string> = new Set(CONTROLS);

/** Only where nothing changed is there anything to compare, and of a control nothing was to change. */
export const isOpen = ({ operator, fate, unjudged }: MutantRow): boolean =>
  fate === 'survived' && unjudged === null && !NO_MUTANT.has(operator);

/** The survivors with what comparing them came to. */
export async function compared(
  { lanes }: { readonly lanes: Pick<Lanes, 'askAll'> },
  survivors: readonly Survivor[],
  texts: readonly TextRange[],
): Promise<readonly Tried[]> {
  const requests = survivors.map(({ tried: { mutant }, cases }) => ({
    type: 'compare' as const,
    mutant,
    cases,
    texts,
  }));
  const answers = await lanes.askAll<'compare'>(requests, telling('survivors compared', requests.length));
  return survivors.map(({ tried }, i) => {
    const comparison = answers[i];
    return comparison === undefined ? tried : { ...tried, comparison };
  });
}

const failureOf = (outcome: Outcome<'compare'> | undefined): string | null =>
  outcome !== undefined && 'death' in outcome ? outcome.death.reason : null;

/** A row with what is said of it if it survived. */
export function judgedRow(naming: Naming, row: MutantRow, { comparison }: Tried): MutantRow {
  if (row.fate !== 'survived') return row;
  const survival = survivalOf({
    row,
    comparison: comparison !== undefined && 'answer' in comparison ? comparison.answer : null,
    failure: failureOf(comparison),
    nameOf: (pc) => `${pc} in ${functionOf(naming, pc)}`,
  });
  return { ...row, survival };
}

export type Judging = {
  readonly naming: Naming;
  readonly rowWith: (tried: Tried) => MutantRow;
  /** Code that only makes the text of log lines. */
  readonly texts: readonly TextRange[];
  /** The cases that a survivor is compared in. */
  readonly casesOf: (tried: Tried) => readonly CaseName[];
};

/** The rows of mutants, survivors compared, and what each has been through. */
export async function judgedRows(
  job: { readonly lanes: Pick<Lanes, 'askAll'> },
  all: readonly Tried[],
  { naming, rowWith, casesOf, texts }: Judging,
): Promise<{ readonly rows: readonly MutantRow[]; readonly tried: readonly Tried[] }> {
  const open = all.filter((one) => isOpen(rowWith(one)));
  const after = await compared(
    job,
    open.map((tried) => ({ tried, cases: casesOf(tried) })),
    texts.map(({ start, end }) => ({ start, end })),
  );
  const byId = new Map(after.map((one) => [one.mutant.id, one]));
  const tried = all.map((one) => byId.get(one.mutant.id) ?? one);
  return { rows: tried.map((one) => judgedRow(naming, rowWith(one), one)), tried };
}
