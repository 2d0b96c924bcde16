// What one lookup runs into: which accounts it brings, or the rules of the runtime that its table or its positions break.
import { ADDRESS_BYTES, TABLE_HEAD, type Lookup, type TableFlaw } from '../../spec/table';
import type { AccountBefore } from '../../spec/plan';
import type { KeyRole } from '../../spec/world';
import type { ModelWorld } from '../world';

const FLAWS: Readonly<Record<TableFlaw, string>> = {
  uninitialised: 'table-uninitialised',
  'unknown-kind': 'table-unknown-kind',
  'bad-authority': 'table-bad-authority',
};

const sizeOf = ({ table, size }: AccountBefore): number =>
  size ?? TABLE_HEAD + ADDRESS_BYTES * (table?.addresses.length ?? 0);

/** Rules that the account breaks as it is, whatever is looked up. */
function accountRules(before: AccountBefore): readonly string[] {
  const { table, owner = 'address-lookup-table' } = before;
  const size = sizeOf(before);
  return [
    ...(owner === 'address-lookup-table' ? [] : ['table-owner']),
    ...(size < TABLE_HEAD ? ['table-short'] : []),
    ...(size > TABLE_HEAD && (size - TABLE_HEAD) % ADDRESS_BYTES !== 0 ? ['table-ragged'] : []),
    ...(table?.flaw === undefined ? [] : [FLAWS[table.flaw]]),
    ...(table?.deactivated === 'long-ago' ? ['table-deactivated'] : []),
  ];
}

function indexRules(before: AccountBefore, { indices }: Lookup): readonly string[] {
  const length = (sizeOf(before) - TABLE_HEAD) / ADDRESS_BYTES;
  const usable = (before.table?.addresses.length ?? 0) - (before.table?.addedNow ?? 0);
  return [
    ...(indices.some((index) => index >= length) ? ['table-index'] : []),
    ...(indices.some((index) => index < length && index >= usable) ? ['table-added-now'] : []),
  ];
}

/** The account of the table, or undefined where there is none. */
const tableIn = ({ tables }: ModelWorld, { table }: Lookup): AccountBefore | undefined => {
  const before = tables.get(table);
  return before?.table === undefined || before.lamports === 0n ? undefined : before;
};

/** Names of the rules that make the transaction fail because of this lookup. */
export function brokenBy(world: ModelWorld, lookup: Lookup): readonly string[] {
  const empty = lookup.indices.length === 0 ? ['table-empty-lookup'] : [];
  const before = tableIn(world, lookup);
  if (before === undefined) return [...empty, 'table-missing'];
  const rules = accountRules(before);
  return [...empty, ...(rules.length > 0 ? rules : indexRules(before, lookup))];
}

/** The accounts that the lookup brings, as far as the table has them. */
export const broughtBy = (world: ModelWorld, lookup: Lookup): readonly KeyRole[] =>
  lookup.indices.flatMap((index) => tableIn(world, lookup)?.table?.addresses[index] ?? []);

/** Rules that show themselves where the lookup is accepted. */
export function shownBy(world: ModelWorld, lookup: Lookup): readonly string[] {
  const table = tableIn(world, lookup)?.table;
  return [
    ...(table?.deactivated === 'now' ? ['table-cooling-down'] : []),
    ...(table?.frozen === true ? ['table-frozen'] : []),
  ];
}
