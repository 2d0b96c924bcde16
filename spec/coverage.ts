// Everything that a full run must have covered, group by group, in the order of the report.
import type { CoverageItem } from './coverage-item';
import { BOUNDARY_GROUPS, BOUNDARY_ITEMS } from './boundaries';
import { STATE_MACHINE_GROUPS, STATE_MACHINE_ITEMS } from './state-machine';

/** The title of each group, and what its count counts. */
export const COVERAGE_GROUPS: Readonly<Record<string, string>> = {
  ...STATE_MACHINE_GROUPS,
  ...BOUNDARY_GROUPS,
};

export const COVERAGE: readonly CoverageItem[] = [...STATE_MACHINE_ITEMS, ...BOUNDARY_ITEMS];
