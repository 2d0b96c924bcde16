// Two roads for each law.
import type fc from 'fast-check';
import type { Generated } from './breaking';
import { anyInstruction } from './laws/instructions';
import { directOrSplit, directOrSplitEvents } from './laws/direct-or-split';
import { invokeOrInvokeCpi } from './laws/either';
import { forgottenPast } from './laws/past';
import { renaming, sameThrough, unusedFields } from './laws/renamed';
import { unrelatedAccounts } from './laws/strangers';
import { oneOrSeveralTransactions } from './laws/transactions';
import {
  anotherPayer,
  computeBudget,
  otherSlot,
  positionInTransaction,
  unrelatedTransfers,
} from './laws/unrelated';
import { orderOfWriters } from './laws/writers';
import { listedOrLookedUp, oversizeOrLookedUp } from './laws/tables';
import type { Fences } from './settings';

type MakeRoads = (fences: Fences) => fc.Arbitrary<Generated>;

const ROADS: Readonly<Record<string, MakeRoads>> = {
  'laws/direct-or-split': directOrSplit,
  'laws/direct-or-split-events': directOrSplitEvents,
  'laws/one-or-several-transactions': oneOrSeveralTransactions,
  'laws/order-of-writers': orderOfWriters,
  'laws/forgotten-past': forgottenPast,
  'laws/unrelated-accounts': unrelatedAccounts,
  'laws/unrelated-transfers': unrelatedTransfers,
  'laws/position-in-transaction': positionInTransaction,
  'laws/another-payer': anotherPayer,
  'laws/compute-budget': computeBudget,
  'laws/other-slot': otherSlot,
  'laws/same-through': sameThrough,
  'laws/renaming': renaming,
  'laws/unused-fields': unusedFields,
  'laws/any-instruction': anyInstruction,
  'laws/invoke-or-invoke-cpi': invokeOrInvokeCpi,
  'laws/lookup-tables': listedOrLookedUp,
  'laws/lookup-tables-large': oversizeOrLookedUp,
};

/** Ids of the laws that have roads. */
export const LAWS_WITH_ROADS: readonly string[] = Object.keys(ROADS);

/**
 * Cases of a law: the first road as the twin, the second as the plan.
 * @throws if no generator knows the law.
 */
export const roadsOf = (law: string, fences: Fences): fc.Arbitrary<Generated> => {
  const make = ROADS[law];
  if (make === undefined) throw new Error(`No generator makes roads for ${law}.`);
  return make(fences);
};
