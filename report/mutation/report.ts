// Counts what became of the mutants: the score, each operator's and each claim's share.
import {
  CONTROLS,
  FATES,
  OPERATORS,
  type ClaimPower,
  type Fate,
  type MutantRow,
  type MutationReport,
} from '../../spec/mutation';
import { COMPARED_MORE, ENOUGH } from '../../spec/survivor';
import { survivalCounts } from './survival';

/** Of the mutants that ran to the end and are not known to be equivalent, so many are to be killed. */
export const GOAL = 0.97;

const countOf = (rows: readonly MutantRow[], is: (row: MutantRow) => boolean): number =>
  rows.filter(is).length;
const isFate =
  (...fates: readonly Fate[]) =>
  ({ fate }: MutantRow): boolean =>
    fates.includes(fate);

const ratio = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

/** Whether nothing else noticed is known only where every claim was asked. */
function powers(
  rows: readonly MutantRow[],
  claims: readonly string[],
  isWhole: boolean,
): readonly ClaimPower[] {
  const kills = new Map<string, number>();
  const alone = new Map<string, number>();
  const add = (counts: Map<string, number>, claim: string): unknown =>
    counts.set(claim, (counts.get(claim) ?? 0) + 1);
  for (const row of rows) {
    for (const claim of row.kills) add(kills, claim);
    if (row.kills.length === 1) add(alone, row.kills[0] ?? '');
  }
  const aloneOf = (claim: string): number | null => (isWhole ? (alone.get(claim) ?? 0) : null);
  return claims.map((claim) => ({ claim, kills: kills.get(claim) ?? 0, alone: aloneOf(claim) }));
}

export type ReportInput = Pick<
  MutationReport,
  | 'programs'
  | 'seed'
  | 'cases'
  | 'deep'
  | 'isWholeMatrix'
  | 'isInvokeCpiOnly'
  | 'instructions'
  | 'executed'
  | 'textOnly'
  | 'mutants'
> & {
  /** Mutants and controls. */
  readonly rows: readonly MutantRow[];
  /** In the order of the suite. */
  readonly claims: readonly string[];
};

const isControl = ({ operator }: MutantRow): boolean => (CONTROLS as readonly string[]).includes(operator);

/** The report of a mutation run. */
export function mutationReport({ rows: all, claims, ...rest }: ReportInput): MutationReport {
  const rows = all.filter((row) => !isControl(row));
  const fates = Object.fromEntries(FATES.map((fate) => [fate, countOf(rows, isFate(fate))])) as Record<
    Fate,
    number
  >;
  const asked = fates.killed + fates['observed-only'] + fates.survived;
  const survivors = survivalCounts(rows);
  return {
    formatVersion: 1,
    ...rest,
    sampled: rows.length,
    fates,
    stopped: countOf(rows, (row) => row.fate === 'killed' && row.by?.hasStopped === true),
    score: ratio(fates.killed, asked),
    scoreWithObserved: ratio(fates.killed + fates['observed-only'], asked),
    survivors: { ...survivors, compared: COMPARED_MORE, enough: ENOUGH },
    scoreBesideSetAside: ratio(fates.killed + fates['observed-only'], asked - survivors.setAside),
    goal: GOAL,
    operators: OPERATORS.map((operator) => {
      const own = rows.filter((row) => row.operator === operator);
      const killed = countOf(own, isFate('killed'));
      return { operator, mutants: own.length, killed, survived: countOf(own, isFate('survived')) };
    }),
    claims: powers(rows, claims, rest.isWholeMatrix),
    controls: CONTROLS.map((control) => {
      const own = all.filter(({ operator }) => operator === control);
      const alarms = own.filter(isFate('killed', 'observed-only', 'crash', 'timeout')).map(({ id }) => id);
      return { control, tried: own.length - countOf(own, isFate('unloadable')), alarms };
    }),
    rows,
  };
}

/** Mutants that are listed as equivalent and at which something changes all the same, whether a rule notices it or not. */
export const staleMutants = ({ rows }: Pick<MutationReport, 'rows'>): readonly MutantRow[] =>
  rows.filter((row) => isFate('killed', 'observed-only', 'survived')(row) && row.reason !== null);
