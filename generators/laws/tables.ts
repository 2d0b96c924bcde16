// The same plan with every account listed, and with accounts in lookup tables.
import fc from 'fast-check';
import type { Generated } from '../breaking';
import type { Fences } from '../settings';
import { crowd, crowdedPlan } from '../tables/crowd';
import { fullTablesDraft, tablesDraft, withTables } from '../tables/lookups';
import { anyPlan } from './any-plan';
import { eachTransaction, roads } from './roads';

/** Legacy transactions, and those of version 0. */
export const listedOrLookedUp = (fences: Fences): fc.Arbitrary<Generated> =>
  fc
    .tuple(anyPlan(fences), tablesDraft)
    .map(([{ plan, fenced }, draft]) => roads(plan, withTables(plan, draft), fenced));

/** Legacy transactions that no packet holds, and the same of version 0, which one does. */
export const oversizeOrLookedUp = (fences: Fences): fc.Arbitrary<Generated> =>
  fc.tuple(anyPlan(fences), crowd, fullTablesDraft).map(([{ plan, fenced }, strangers, draft]) => {
    const large = crowdedPlan(plan, strangers);
    const legacy = eachTransaction(large, (transaction) => ({ ...transaction, oversize: true }));
    return roads(legacy, withTables(large, draft), fenced);
  });
