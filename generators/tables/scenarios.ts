// Valid call graphs whose accounts stand in lookup tables.
import fc from 'fast-check';
import { callOf, withCall } from '../calls/change';
import { calls } from '../calls/scenarios';
import { addAlong, plainMeta } from '../calls/tree';
import type { Scenario } from '../scenario';
import { tablesDraft, withTables } from './lookups';

/** There is always something that can stand in a table. */
export const callsTables = (): fc.Arbitrary<Scenario> =>
  fc.record({ scenario: calls(), draft: tablesDraft }).map(({ scenario, draft }) => {
    const filled = withCall(scenario, (call) => addAlong(call, [], () => plainMeta('wallet:3')));
    return { ...filled, kind: 'calls-tables', plan: withTables(filled.plan, draft) };
  });

/** The keys of the target's own list. */
export const listOf = (scenario: Scenario) => callOf(scenario).accounts.map(({ key }) => key);
