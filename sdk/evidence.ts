// How many cases a check must have counted before its silence says anything: the floor of the checks that generate cases.
import type { Check } from './check';
import { grouped, type Problem } from './known';
import type { Cell } from './types';

/** Cases; with all of 30 the same, a fault that one case in ten shows is overlooked in 4 % of runs. */
export const FLOOR = 30;

/** Without any case it is called vacuous, by `compare`; a check of constants has one case, which is all of it. */
export function underSampled(
  cells: readonly Cell[],
  checks: readonly Pick<Check, 'id' | 'cases'>[],
): readonly Problem[] {
  const generating = new Set(checks.filter(({ cases }) => cases === 'many').map(({ id }) => id));
  return grouped(
    cells
      .filter(({ check, outcome }) => outcome !== 'not-asked' && generating.has(check))
      .filter(({ counts }) => {
        const counted = Object.values(counts).reduce((sum, count) => sum + count, 0);
        return counted > 0 && counted < FLOOR;
      })
      .map((cell) => ({ kind: 'under-sampled', cell, outcome: 'same' })),
  );
}
