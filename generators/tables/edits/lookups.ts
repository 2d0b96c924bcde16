// Edits of what is looked up: nothing, too much, twice, what has to be listed, and so many accounts that only tables bring them.
import fc from 'fast-check';
import { MOST_ACCOUNTS } from '../../../spec/table';
import type { KeyRole } from '../../../spec/world';
import { changing, callOf, withCall } from '../../calls/change';
import { addAlong, changeAt, pathsOf, plainMeta, withStep } from '../../calls/tree';
import type { Edit, Mutation } from '../../edit';
import type { Scenario } from '../../scenario';
import { inLookup, lookingUp, lookingUpToo, pick, tableOf, versionedOf, withVersioned } from '../change';
import { countIn, crowd, crowdedPlan, crowding, crowdOf } from '../crowd';
import { fullTablesDraft, withoutTables, withTables } from '../lookups';
import { tableEdit } from './make';

const LARGEST_INDEX = 255;

const legacy: Mutation = (scenario) => ({ ...scenario, plan: withoutTables(scenario.plan) });
const same: Mutation = (scenario) => scenario;

/** The accounts that come out of tables. */
const broughtIn = (scenario: Scenario): readonly KeyRole[] =>
  versionedOf(scenario).lookups.flatMap(({ table, indices }) =>
    indices.flatMap((index) => tableOf(scenario, table).addresses[index] ?? []),
  );

const nthBrought = (scenario: Scenario, which: number): KeyRole => {
  const brought = broughtIn(scenario);
  return brought[which % brought.length] ?? 'wallet:3';
};

const behindTheEnd = fc
  .tuple(pick, fc.nat(LARGEST_INDEX))
  .map(([which, more]) =>
    inLookup(which, ({ table, indices }) => [
      ...indices,
      Math.min(table.addresses.length + more, LARGEST_INDEX),
    ]),
  );

/** One lookup more, in a table that is looked into already or in one of its own. */
const emptyLookup = fc.constantFrom(lookingUp('table:9', []), (scenario: Scenario): Scenario =>
  withVersioned(scenario, ({ lookups }) => ({ lookups: [...lookups, { table: 'table:1', indices: [] }] })),
);

const alsoListed = pick.map(
  (which): Mutation =>
    (scenario) =>
      withVersioned(scenario, () => ({ alsoListed: [nthBrought(scenario, which)] })),
);
const samePosition = pick.map((which) =>
  inLookup(which, ({ indices }) => [...indices, ...indices.slice(0, 1)]),
);
const otherTable = pick.map(
  (which): Mutation =>
    (scenario) =>
      lookingUp('table:9', [nthBrought(scenario, which)])(scenario),
);
const feePayer: Mutation = (scenario) => {
  const payer = scenario.plan.transactions[scenario.target.transaction]?.feePayer ?? 'payer:0';
  return lookingUp('table:9', [payer])(scenario);
};

const ownProgram: Mutation = (scenario) => lookingUpToo(callOf(scenario).program)(scenario);

/** The first address of a table stands there for nothing; see tablesDraft. */
const idle = pick.map((which) => inLookup(which, ({ indices }) => [...indices, 0]));
/** The last position, or one that nothing needs, by a lookup of its own. */
const twice: Mutation = (scenario) =>
  withVersioned(scenario, ({ lookups }) => {
    const [first, ...others] = lookups;
    if (first === undefined) return {};
    const [last = 0] = first.indices.length > 1 ? first.indices.slice(-1) : [0];
    const indices = first.indices.length > 1 ? first.indices.slice(0, -1) : first.indices;
    return { lookups: [{ ...first, indices }, ...others, { table: first.table, indices: [last] }] };
  });

/** Up to that many accounts by a table that nothing needs. */
const filledTo =
  (most: number): Mutation =>
  (scenario) => {
    const transaction = scenario.plan.transactions[scenario.target.transaction];
    if (transaction === undefined) return scenario;
    const count = countIn(transaction, broughtIn(scenario));
    return lookingUp('table:8', crowdOf(most - count))(scenario);
  };

const SIGNER: KeyRole = 'wallet:9';
/** It signs, and the transaction's own program demands that. */
const signing: Mutation = (scenario) =>
  withCall(scenario, (call) =>
    changing((frame) => withStep(frame, { kind: 'require', account: SIGNER }, 0))(
      addAlong(call, [], () => plainMeta(SIGNER, { signer: true })),
      [],
    ),
  );

const NATIVE: KeyRole = 'solana-system';
/** The transaction asks for it to be writable; the first program that is called gets it, so far read-only. */
const nativeListed: Mutation = (scenario) => {
  const listed = withCall(scenario, (call) => {
    const path = (pathsOf(call, 1)[0] ?? []).slice(0, 1);
    return addAlong(
      addAlong(call, path, () => plainMeta(NATIVE)),
      [],
      () => plainMeta(NATIVE, { writable: true }),
    );
  });
  return lookingUpToo(NATIVE)(listed);
};
const nativeWritten: Mutation = (scenario) =>
  withCall(scenario, (call) =>
    changeAt(call, (pathsOf(call, 1)[0] ?? []).slice(0, 1), ({ accounts }) => ({
      accounts: accounts.map((meta) => (meta.key === NATIVE ? { ...meta, writable: true } : meta)),
    })),
  );

const always = (mutation: Mutation): fc.Arbitrary<Mutation> => fc.constant(mutation);

const FEWEST = 36;
/** InvokeCpi with more accounts than a packet holds; the valid plan has those that it needs, and no tables. */
const largeInvocations: Edit = {
  rule: 'cpi-guide/table-holds-more',
  kinds: ['direct', 'spend', 'compress', 'first-set', 'execute', 'execute-spend'],
  mutation: fc
    .record({ crowd, draft: fullTablesDraft })
    .map(({ draft, crowd: strangers }): Mutation => (scenario) => ({
      ...scenario,
      plan: withTables(crowdedPlan(scenario.plan, strangers), draft),
    })),
};

export const LOOKUP_EDITS: readonly Edit[] = [
  tableEdit('table-passes-on', always(same), { twin: legacy }),
  tableEdit('table-holds-more', fc.integer({ min: FEWEST, max: 90 }).map(crowding)),
  largeInvocations,
  tableEdit('table-index', behindTheEnd),
  tableEdit('table-empty-lookup', emptyLookup),
  tableEdit('table-program', always(ownProgram)),
  ...[alsoListed, samePosition, otherTable, always(feePayer)].map((mutation) =>
    tableEdit('table-loaded-twice', mutation),
  ),
  tableEdit('table-idle', idle),
  tableEdit('table-twice', always(twice)),
  tableEdit('most-accounts', always(filledTo(MOST_ACCOUNTS))),
  tableEdit(
    'too-many-accounts',
    fc.integer({ min: 1, max: 60 }).map((more) => lookingUp('table:7', crowdOf(more, 150))),
    { prepare: filledTo(MOST_ACCOUNTS) },
  ),
  tableEdit('table-signer', always(lookingUpToo(SIGNER)), { prepare: signing }),
  tableEdit('table-native-writable', always(nativeWritten), { prepare: nativeListed }),
];
