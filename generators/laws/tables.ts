// The same plan with every account listed, and with accounts in lookup tables.
import fc from 'fast-check';
import type { Generated } from '../breaking';
import type { Fences } from '../settings';
import { tablesDraft, withTables } from '../tables/lookups';
import { anyPlan } from './any-plan';
import { roads } from './roads';

/** Legacy transactions, and those of version 0. */
export const listedOrLookedUp = (fences: Fences): fc.Arbitrary<Generated> =>
  fc
    .tuple(anyPlan(fences), tablesDraft)
    .map(([{ plan, fenced }, draft]) => roads(plan, withTables(plan, draft), fenced));
