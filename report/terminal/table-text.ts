// Lookup tables as text: what a table's account holds beforehand, and what a transaction looks up in which.
import type { AccountBefore, PlannedTransaction } from '../../spec/plan';
import type { TableFlaw, TableState } from '../../spec/table';
import { showValue } from '../show';
import { plural } from './text';

const FLAWS: Readonly<Record<TableFlaw, string>> = {
  uninitialised: 'not initialised',
  'unknown-kind': 'of an unknown kind',
  'bad-authority': 'with neither an authority nor none',
};
const ADDRESSES = 160;

const oddities = ({ deactivated, addedNow, frozen, flaw }: TableState): readonly string[] => [
  ...(deactivated === undefined ? [] : [`deactivated ${deactivated === 'now' ? 'just now' : 'long ago'}`]),
  ...(addedNow === undefined || addedNow === 0 ? [] : [`the last ${addedNow} of them added just now`]),
  ...(frozen === true ? ['without an authority'] : []),
  ...(flaw === undefined ? [] : [FLAWS[flaw]]),
];

/** `table:1 is a lookup table of 2 addresses: [wallet:100, data:1], deactivated just now`; null for any other account. */
export function tableText({ key, table, owner, size, lamports }: AccountBefore): string | null {
  if (table === undefined) return null;
  const parts = [
    `is a lookup table of ${table.addresses.length} addresses: ${showValue(table.addresses, ADDRESSES)}`,
    ...oddities(table),
    ...(owner === undefined ? [] : [`owned by ${owner}`]),
    ...(size === undefined ? [] : [`in ${size} bytes`]),
    ...(lamports === 0n ? ['which does not exist'] : []),
  ];
  return `${key} ${parts.join(', ')}`;
}

/** `, as version 0 with 3 accounts of table:1 (positions 2, 1, 4)`; empty for a legacy transaction. */
export function lookupsText({ versioned, oversize }: PlannedTransaction): string {
  const large = oversize === true ? ', in a packet of any length' : '';
  if (versioned === undefined) return large;
  const lookups = versioned.lookups.map(
    ({ table, indices }) =>
      `${plural(indices.length, 'account')} of ${table} (positions ${indices.join(', ') || 'none'})`,
  );
  const besides = versioned.alsoListed ?? [];
  const listed = besides.length === 0 ? '' : `, listing ${besides.join(', ')} besides`;
  return `${large}, as version 0 with ${lookups.join(' and ') || 'no lookups'}${listed}`;
}
