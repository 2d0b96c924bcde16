// Random plans with lookup tables: call graphs with good and bad tables, and InvokeCpi with more accounts than a packet holds.
import fc from 'fast-check';
import type { AccountBefore, Plan } from '../../spec/plan';
import { plansForLaws } from '../any';
import type { Generated } from '../breaking';
import { anyGraph } from '../calls/any';
import type { Mutation } from '../edit';
import type { Scenario } from '../scenario';
import type { Fences } from '../settings';
import { crowd, crowdedPlan } from './crowd';
import { fullTablesDraft, tablesDraft, withTables } from './lookups';
import { TABLE_EDITS } from './edits';

/** Changes of tables and lookups; they find what they change in any transaction that looks something up. */
const flaw: fc.Arbitrary<Mutation> = fc.oneof(
  ...TABLE_EDITS.filter(({ kinds, prepare }) => kinds.includes('calls-tables') && prepare === undefined).map(
    ({ mutation }) => mutation,
  ),
);

/** None in one case of two. */
const flaws: fc.Arbitrary<readonly Mutation[]> = fc.oneof(
  fc.constant([]),
  fc.array(flaw, { minLength: 1, maxLength: 2 }),
);

/** A table that is cut shorter than it was before this slot stops the validator of Solana 1.18: no program makes one. */
const sound = (before: AccountBefore): AccountBefore => {
  const { table, size } = before;
  return table?.addedNow === undefined || size === undefined
    ? before
    : { ...before, table: { ...table, addedNow: 0 } };
};

const withSoundTables = (plan: Plan): Plan => ({ ...plan, accounts: plan.accounts.map(sound) });

/** Call graphs as in the sweep over graphs, out of tables; one in two with something odd about the tables. */
export const anyTables = (fences: Fences): fc.Arbitrary<Generated> =>
  fc.record({ graph: anyGraph(fences), draft: tablesDraft, flaws }).map(({ graph, draft, flaws: odd }) => {
    const plan = withTables(graph.plan, draft);
    const instruction = (plan.transactions[0]?.instructions.length ?? 1) - 1;
    const start: Scenario = { kind: 'calls-tables', plan, target: { transaction: 0, instruction } };
    const changed = odd.reduce((scenario, mutate) => mutate(scenario), start);
    return { ...graph, plan: withSoundTables(changed.plan) };
  });

/** InvokeCpi with 28 to 50 accounts that it does not need in front of and behind those that it does, right or wrong. */
export const largePlans = (fences: Fences): fc.Arbitrary<Generated> =>
  fc
    .record({ base: plansForLaws(fences), strangers: crowd, draft: fullTablesDraft })
    .map(({ base, strangers, draft }) => ({
      ...base,
      plan: withTables(crowdedPlan(base.plan, strangers), draft),
      twin: null,
    }));
