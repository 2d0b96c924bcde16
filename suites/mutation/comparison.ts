// Adds up what comparing the executions of cases shows, up to the first case in which a difference was used.
import type { Compared } from '../../harness/mutation/pairs';
import type { Operator } from '../../spec/mutation';
import {
  isOnlyLogged,
  type CaseName,
  type Comparison,
  type Difference,
  type Distances,
  type Handed,
} from '../../spec/survivor';

/** One case that executed the changed instruction. */
export type ComparedCase = CaseName & {
  readonly compared: Compared;
  /** Whether all executions were part of making the text of a log line. */
  readonly isOnlyText: boolean;
  readonly handed: Handed | null;
};

/** At which distances from what it is compared with a value tells the mutant from the program. */
const TELLING: Partial<Readonly<Record<Operator, readonly bigint[]>>> = {
  boundary: [0n],
  operand: [0n, 1n],
};

const magnitude = (value: bigint): bigint => (value < 0n ? -value : value);
const least = (values: readonly bigint[]): bigint => values.reduce((a, b) => (b < a ? b : a));
const most = (values: readonly bigint[]): bigint => values.reduce((a, b) => (b > a ? b : a));

function distancesOf(distances: readonly bigint[], operator: Operator): Distances | null {
  const telling = TELLING[operator];
  if (telling === undefined || distances.length === 0) return null;
  const nearest = least(distances.map((each) => least(telling.map((at) => magnitude(each - at)))));
  return { least: `${least(distances)}`, most: `${most(distances)}`, nearest: `${nearest}` };
}

/**
 * What of a case was used, if anything was. While text is made, ways and registers are about that text, and what came of
 * it is seen by what left the program.
 */
export function differenceOf(one: ComparedCase): Difference | null {
  const { claim, index, compared, isOnlyText, handed } = one;
  const { locksteps, isWhole } = compared;
  const found = isOnlyText ? undefined : locksteps.find(({ detour, use }) => detour !== null || use !== null);
  if (found === undefined && handed === null && isWhole) return null;
  const { detour, use } = found ?? { detour: null, use: null };
  // Of executions that were not compared to their end nobody knows that a log line is all.
  return { claim, index, detour, use, handed: handed === 'logs' && !isWhole ? null : handed };
}

/** Whether more came of the difference than another log line. */
export const isMoreThanLogged = (difference: Difference | null): boolean =>
  difference !== null && !isOnlyLogged(difference);

/** What the change itself does. */
export const hasEffect = ({ compared }: ComparedCase): boolean =>
  compared.locksteps.some(({ effects }) => effects > 0);

/** All of it. */
export function comparisonOf(cases: readonly ComparedCase[], operator: Operator): Comparison {
  const locksteps = cases.flatMap(({ compared }) => compared.locksteps);
  const sum = (of: (one: (typeof locksteps)[number]) => number): number =>
    locksteps.reduce((total, one) => total + of(one), 0);
  const differences = cases.flatMap((one) => differenceOf(one) ?? []);
  return {
    cases: cases.length,
    claims: new Set(cases.map(({ claim }) => claim)).size,
    executions: sum(({ executions }) => executions),
    effects: sum(({ effects }) => effects),
    casesWithEffect: cases.filter(hasEffect).length,
    difference: differences.find(isMoreThanLogged) ?? differences[0] ?? null,
    distances: distancesOf(
      locksteps.flatMap(({ distances }) => distances),
      operator,
    ),
  };
}
