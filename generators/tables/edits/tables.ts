// Edits of tables: missing, another's, not whole, not a table, deactivated, just extended, frozen.
import fc from 'fast-check';
import type { AccountBefore } from '../../../spec/plan';
import { ADDRESS_BYTES, TABLE_HEAD, type TableFlaw, type TableState } from '../../../spec/table';
import type { KeyRole } from '../../../spec/world';
import type { Edit } from '../../edit';
import { inState, inTable, pick, type AtLookup } from '../change';
import { tableEdit } from './make';

const OWNERS: readonly KeyRole[] = ['solana-system', 'light-system', 'program:A', 'account-compression'];

/** Any change of the account of a table that is looked up in. */
const account = (rule: string, change: fc.Arbitrary<(at: AtLookup) => Partial<AccountBefore>>): Edit =>
  tableEdit(
    rule,
    fc.tuple(pick, change).map(([which, apply]) => inTable(which, apply)),
  );

const state = (rule: string, change: fc.Arbitrary<(at: AtLookup) => Partial<TableState>>): Edit =>
  tableEdit(
    rule,
    fc.tuple(pick, change).map(([which, apply]) => inState(which, apply)),
  );

const flawed = (rule: string, flaw: TableFlaw): Edit =>
  state(
    rule,
    fc.constant(() => ({ flaw })),
  );

const bytesFor = (addresses: number): number => TABLE_HEAD + ADDRESS_BYTES * addresses;

/** Cut so that one position that is looked up, or more, is behind the last address. */
const cut = fc.nat(3).map((less) => ({ indices }: AtLookup): Partial<AccountBefore> => {
  return { size: bytesFor(Math.max(0, Math.max(...indices) - less)) };
});

/** So that one position that is looked up, or more, was added just now. */
const extended = fc.nat(3).map((more) => ({ table, indices }: AtLookup): Partial<TableState> => {
  const { length } = table.addresses;
  return { addedNow: Math.min(length, length - Math.max(...indices) + more) };
});

const ragged = fc
  .integer({ min: 1 - ADDRESS_BYTES, max: ADDRESS_BYTES - 1 })
  .map((by) => by || 1)
  .map((by) => ({ table }: AtLookup): Partial<AccountBefore> => ({
    size: bytesFor(table.addresses.length) + by,
  }));

export const TABLE_STATE_EDITS: readonly Edit[] = [
  account(
    'table-missing',
    fc.constant(() => ({ lamports: 0n })),
  ),
  account(
    'table-owner',
    fc.constantFrom(...OWNERS).map((owner) => () => ({ owner })),
  ),
  account(
    'table-short',
    fc.nat(TABLE_HEAD - 1).map((size) => () => ({ size })),
  ),
  account('table-ragged', ragged),
  flawed('table-uninitialised', 'uninitialised'),
  flawed('table-unknown-kind', 'unknown-kind'),
  flawed('table-bad-authority', 'bad-authority'),
  state(
    'table-deactivated',
    fc.constant(() => ({ deactivated: 'long-ago' })),
  ),
  account('table-index', cut),
  state('table-added-now', extended),
  state(
    'table-cooling-down',
    fc.constant(() => ({ deactivated: 'now' })),
  ),
  state(
    'table-frozen',
    fc.constant(() => ({ frozen: true })),
  ),
];
