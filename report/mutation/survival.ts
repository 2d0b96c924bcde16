// What is said of a survivor: its kind, a sentence, and whether it is set aside as equivalent as far as executions show.
import type { MutantRow, Operator } from '../../spec/mutation';
import {
  ENOUGH,
  isOnlyLogged,
  SURVIVALS,
  type Comparison,
  type Difference,
  type Distances,
  type Survival,
  type SurvivalCounts,
  type SurvivalKind,
} from '../../spec/survivor';
import { plural } from '../terminal/text';

/** How an instruction is named, such as `5906 in function_5856`. */
export type NameOf = (pc: number) => string;

/** What is known of a survivor; `comparison` is null where it was not compared, or could not be, for the reason. */
export type Known = {
  readonly row: Pick<MutantRow, 'operator' | 'unjudged'>;
  readonly comparison: Comparison | null;
  readonly failure: string | null;
  readonly nameOf: NameOf;
};

const EFFECTS: Readonly<Record<Operator, string>> = {
  store: 'the memory kept another value',
  call: 'the call was left out',
  code: 'the register held another number',
  negate: 'the branch went the other way',
  always: 'the branch went the other way',
  never: 'the branch went the other way',
  boundary: 'the branch went the other way',
  operand: 'the branch went the other way',
};

const MISSING: Readonly<Record<Operator, string>> = {
  ...EFFECTS,
  store: 'what is stored was there already, or could not be seen',
  call: 'the call was never left out',
  code: 'the number was never another',
  negate: 'the branch always went the same way',
  always: 'the branch went that way anyway',
  never: 'the branch went that way anyway',
  boundary: 'the bound was never met',
  operand: 'neither the old nor the new constant was met',
};

const extent = ({ cases, claims, executions }: Comparison): string =>
  `${plural(executions, 'execution')} in ${plural(cases, 'case')} of ${plural(claims, 'claim')}`;

const distanceText = ({ least, most, nearest }: Distances): string =>
  `; what is compared was ${least === most ? least : `${least} to ${most}`} above what it is compared with, at best ${nearest} from where it would differ`;

const HANDED = {
  calls: 'what was handed to other programs was another',
  logs: 'a log line was another',
  outcome: 'what is observed of the case on the traced validator was another',
} as const;

/** What happened in the case in which the difference was used. */
function useText({ claim, index, detour, use, handed }: Difference, nameOf: NameOf): string {
  const way =
    detour === null
      ? null
      : `another way was taken (${plural(detour.changed, 'instruction')} in place of ${detour.original}), ${detour.met === null ? 'and never met the old one' : `which met the old one at ${nameOf(detour.met)}`}`;
  const reading =
    use === null
      ? null
      : use.register === null
        ? `the program went on elsewhere behind ${nameOf(use.pc)}`
        : `r${use.register} held another value where ${nameOf(use.pc)} used it`;
  const parts = [way, reading, handed === null ? null : HANDED[handed]].filter((one) => one !== null);
  const told = parts.length === 0 ? 'an invocation has no like' : parts.join('; ');
  return `in case ${index} of ${claim} ${told}`;
}

const operatorOf = ({ operator }: Known['row']): Operator => operator as Operator;

function kindOf({ row, comparison }: Known): SurvivalKind {
  if (row.unjudged !== null) return 'changed';
  if (comparison === null || comparison.cases === 0) return 'uncompared';
  if (comparison.difference !== null) return isOnlyLogged(comparison.difference) ? 'logged' : 'used';
  return comparison.effects > 0 ? 'unused' : 'untold';
}

function whyOf(kind: SurvivalKind, known: Known): string {
  const { row, comparison, failure, nameOf } = known;
  if (row.unjudged !== null)
    return `something changed in case ${row.unjudged.index} of ${row.unjudged.claim}, and no rule is about it`;
  if (comparison === null || comparison.cases === 0)
    return `not compared (${failure ?? 'no case that was compared executes it'})`;
  if (comparison.difference !== null) {
    if (kind === 'logged')
      return `a log line was another, and nothing else, such as in case ${comparison.difference.index} of ${comparison.difference.claim}; ${EFFECTS[operatorOf(row)]} in ${extent(comparison)}`;
    const end =
      comparison.difference.handed === null
        ? 'the outcome was the same'
        : 'on the validator that traces, and no rule that was asked noticed';
    return `${useText(comparison.difference, nameOf)}; ${end}`;
  }
  if (kind === 'unused')
    return `${EFFECTS[operatorOf(row)]} in ${comparison.effects} of ${extent(comparison)}, and nothing did anything with it`;
  const { distances } = comparison;
  return `${MISSING[operatorOf(row)]} in ${extent(comparison)}${distances === null ? '' : distanceText(distances)}`;
}

/** Kinds of which much evidence sets a mutant aside: controls demand that nothing notices what a log line says. */
const SET_ASIDE: ReadonlySet<SurvivalKind> = new Set(['unused', 'logged']);

/** What is said of a survivor. */
export function survivalOf(known: Known): Survival {
  const kind = kindOf(known);
  const { comparison } = known;
  return {
    kind,
    why: whyOf(kind, known),
    isSetAside: SET_ASIDE.has(kind) && (comparison?.casesWithEffect ?? 0) >= ENOUGH,
    comparison,
  };
}

/** How many survivors there are of each kind. */
export function survivalCounts(rows: readonly Pick<MutantRow, 'survival'>[]): SurvivalCounts {
  const found = rows.flatMap(({ survival }) => survival ?? []);
  const count = (kind: SurvivalKind): number => found.filter((one) => one.kind === kind).length;
  const kinds = Object.fromEntries(SURVIVALS.map((kind) => [kind, count(kind)])) as Record<
    SurvivalKind,
    number
  >;
  return { ...kinds, setAside: found.filter(({ isSetAside }) => isSetAside).length };
}
