// How edits change the tables of a scenario's target transaction, and what it looks up in them.
import fc from 'fast-check';
import type { AccountBefore } from '../../spec/plan';
import type { TableState, Versioned } from '../../spec/table';
import type { KeyRole } from '../../spec/world';
import type { Mutation } from '../edit';
import { withTransaction, type Scenario } from '../scenario';

const NO_LOOKUPS: Versioned = { lookups: [] };

export const versionedOf = ({ plan, target }: Scenario): Versioned =>
  plan.transactions[target.transaction]?.versioned ?? NO_LOOKUPS;

export const withVersioned = (
  scenario: Scenario,
  change: (versioned: Versioned) => Partial<Versioned>,
): Scenario => {
  const before = versionedOf(scenario);
  return withTransaction(scenario, (transaction) => ({
    ...transaction,
    versioned: { ...before, ...change(before) },
  }));
};

/** What the table of that name holds; nothing where there is none. */
export const tableOf = ({ plan }: Scenario, key: KeyRole): TableState =>
  plan.accounts.find((before) => before.key === key)?.table ?? { addresses: [] };

/** The table that the target's lookup at that position looks into. */
export type AtLookup = { readonly table: TableState; readonly indices: readonly number[] };

/** A change of the account of one of the tables that the target looks into; generators draw the number. */
export const inTable =
  (pick: number, change: (at: AtLookup) => Partial<AccountBefore>): Mutation =>
  (scenario) => {
    const { lookups } = versionedOf(scenario);
    const lookup = lookups[pick % lookups.length];
    if (lookup === undefined) return scenario;
    const at = { table: tableOf(scenario, lookup.table), indices: lookup.indices };
    const accounts = scenario.plan.accounts.map((before) =>
      before.key === lookup.table ? { ...before, ...change(at) } : before,
    );
    return { ...scenario, plan: { ...scenario.plan, accounts } };
  };

/** The same of what the table says. */
export const inState = (pick: number, change: (at: AtLookup) => Partial<TableState>): Mutation =>
  inTable(pick, (at) => ({ table: { ...at.table, ...change(at) } }));

/** Other positions for one of the target's lookups. */
export const inLookup =
  (pick: number, change: (at: AtLookup) => readonly number[]): Mutation =>
  (scenario) =>
    withVersioned(scenario, ({ lookups }) => ({
      lookups: lookups.map((lookup, at) =>
        at === pick % lookups.length
          ? {
              ...lookup,
              indices: change({ table: tableOf(scenario, lookup.table), indices: lookup.indices }),
            }
          : lookup,
      ),
    }));

const looksUp = (scenario: Scenario, key: KeyRole): boolean =>
  versionedOf(scenario).lookups.some(({ table, indices }) =>
    indices.some((index) => tableOf(scenario, table).addresses[index] === key),
  );

/** One more table with these accounts, and a lookup of them all. */
export const lookingUp =
  (table: KeyRole, keys: readonly KeyRole[]): Mutation =>
  (scenario) => {
    const { plan } = scenario;
    const accounts = [...plan.accounts, { key: table, table: { addresses: keys } }];
    return withVersioned({ ...scenario, plan: { ...plan, accounts } }, ({ lookups }) => ({
      lookups: [...lookups, { table, indices: keys.map((_, at) => at) }],
    }));
  };

/** A table of its own for the account, unless it is looked up already. */
export const lookingUpToo =
  (key: KeyRole): Mutation =>
  (scenario) =>
    looksUp(scenario, key) ? scenario : lookingUp('table:9', [key])(scenario);

const MANY = 20;
export const pick = fc.nat(MANY);
