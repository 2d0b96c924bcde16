// Puts accounts of a transaction into lookup tables: into which, where in them, and which stay in the transaction's own list.
import fc from 'fast-check';
import { asLegacy } from '../../spec/legacy';
import type {
  AccountBefore,
  AccountMeta,
  Plan,
  PlannedInstruction,
  PlannedTransaction,
} from '../../spec/plan';
import type { Lookup } from '../../spec/table';
import { grantedTo } from '../../spec/token';
import type { KeyRole } from '../../spec/world';

/** An account that generators use for nothing but to fill tables and lists. */
export const stranger = (number: number): KeyRole => `wallet:${100 + number}`;

const metasOf = (item: PlannedInstruction): readonly AccountMeta[] =>
  item.kind === 'transfer' || item.kind === 'token' ? [] : item.accounts;

/** Programs that the transaction itself calls, and who signs it, have to be listed; wallets of transfers may be. */
function listedIn(item: PlannedInstruction): readonly KeyRole[] {
  if (item.kind === 'transfer') return ['solana-system', item.from, item.to];
  // The token program's accounts all stay in the list: its calls are not about tables.
  if (item.kind === 'token') return grantedTo(item).map(({ key }) => key);
  const signers = item.accounts.filter(({ key, signer }) => signer && !/^(?:pda|authority):/.test(key));
  const keys = signers.map(({ key }) => key);
  if (item.kind === 'call') return [item.program, ...keys];
  const outermost = item.through[0] ?? (item.kind === 'invocation' && !item.direct ? item.caller : null);
  // A call by the transaction itself stands beside a transfer of nothing, which makes it unique.
  return [
    ...(outermost === null
      ? (['light-system', 'solana-system'] as const)
      : [`program:${outermost}` as const]),
    ...keys,
  ];
}

const calledBelow = (item: PlannedInstruction): readonly KeyRole[] => {
  if (item.kind !== 'invocation' || item.direct) return [];
  return ['light-system', ...[...item.through, item.caller].map((name): KeyRole => `program:${name}`)];
};

/** The accounts of a transaction that can stand in a table, in order of their first appearance. */
export const loadable = ({ feePayer, instructions }: PlannedTransaction): readonly KeyRole[] => {
  const listed = new Set([feePayer, ...instructions.flatMap(listedIn)]);
  const named = instructions.flatMap((item) => [
    ...metasOf(item).map(({ key }) => key),
    ...calledBelow(item),
  ]);
  return [...new Set(named)].filter((key) => !listed.has(key));
};

/** `places` say of each account in turn in which table it stands, 0 that it is listed; `filled` addresses are in front. */
export type TablesDraft = {
  readonly places: readonly number[];
  readonly filled: number;
  readonly backwards: boolean;
};

const MOST_TABLES = 3;
/** Most accounts stand in the first table. */
const place = fc.oneof(
  { weight: 5, arbitrary: fc.constant(1) },
  { weight: 2, arbitrary: fc.integer({ min: 2, max: MOST_TABLES }) },
  { weight: 1, arbitrary: fc.constant(0) },
);
/** At least one address of each table is never looked up. */
const draftOf = (places: fc.Arbitrary<number>): fc.Arbitrary<TablesDraft> =>
  fc.record({
    places: fc.array(places, { minLength: 1, maxLength: 8 }),
    filled: fc.integer({ min: 1, max: 3 }),
    backwards: fc.boolean(),
  });
export const tablesDraft = draftOf(place);
/** Every account that can stands in a table. */
export const fullTablesDraft = draftOf(place.map((number) => number || 1));

const filler = (count: number): readonly KeyRole[] => Array.from({ length: count }, (_, at) => stranger(at));

/** Which accounts each table holds, empty ones left out; the very first account always stands in one. */
const grouped = (
  keys: readonly KeyRole[],
  { places }: TablesDraft,
): readonly (readonly [KeyRole, readonly KeyRole[]])[] =>
  [1, 2, 3].flatMap((table) => {
    const here = keys.filter(
      (_, at) => Math.max(places[at % places.length] ?? 1, at === 0 ? 1 : 0) === table,
    );
    return here.length === 0 ? [] : [[`table:${table}`, here] as const];
  });

type Tabled = { readonly tables: readonly AccountBefore[]; readonly lookups: readonly Lookup[] };

const tabled = (keys: readonly KeyRole[], draft: TablesDraft): Tabled => {
  const groups = grouped(keys, draft);
  const { filled, backwards } = draft;
  return {
    tables: groups.map(([key, held]) => ({ key, table: { addresses: [...filler(filled), ...held] } })),
    lookups: groups.map(([table, held]) => {
      const indices = held.map((_, at) => filled + at);
      return { table, indices: backwards ? indices.toReversed() : indices };
    }),
  };
};

const heldBy = (
  tables: readonly AccountBefore[],
  key: KeyRole,
): { readonly table: KeyRole; readonly index: number } | null => {
  for (const { key: table, table: state } of tables) {
    const index = state?.addresses.indexOf(key) ?? -1;
    if (index >= 0) return { table, index };
  }
  return null;
};

/** The lookups of one transaction in tables that serve all transactions of the plan. */
const lookupsFor = (keys: readonly KeyRole[], { tables, lookups }: Tabled): readonly Lookup[] => {
  const places = keys.flatMap((key) => heldBy(tables, key) ?? []);
  return lookups.flatMap(({ table, indices }) => {
    const wanted = new Set(places.filter((one) => one.table === table).map(({ index }) => index));
    const here = indices.filter((index) => wanted.has(index));
    return here.length === 0 ? [] : [{ table, indices: here }];
  });
};

/** The plan with every transaction sent as version 0: what can stand in tables does, by the draft. */
export const withTables = (plan: Plan, draft: TablesDraft): Plan => {
  const keys = [...new Set(plan.transactions.flatMap(loadable))];
  const all = tabled(keys, draft);
  return {
    accounts: [...plan.accounts, ...all.tables],
    transactions: plan.transactions.map((transaction) => ({
      ...transaction,
      versioned: { lookups: lookupsFor(loadable(transaction), all) },
    })),
  };
};

/** The same plan without tables. */
export const withoutTables = ({ accounts, transactions }: Plan): Plan => ({
  accounts: accounts.filter(({ table }) => table === undefined),
  transactions: transactions.map(asLegacy),
});
