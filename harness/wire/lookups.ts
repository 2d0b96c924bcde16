// What a transaction of version 0 looks up in address lookup tables: which accounts those are, and the bytes that say so.
import type { PlannedTransaction } from '../../spec/plan';
import type { TableState } from '../../spec/table';
import type { KeyRole } from '../../spec/world';
import { addressOf } from '../keys';
import { putBytes, putCompact, putU8, type Writer } from './writer';

/** The plan's tables by name, as they are before its first transaction. */
export type Tables = ReadonlyMap<KeyRole, TableState>;

/** Positions in a table with the accounts that are there, undefined behind its end. */
type TableLookup = {
  readonly table: KeyRole;
  readonly entries: readonly { readonly index: number; readonly key: KeyRole | undefined }[];
};

/** The lookups of a message; `loaded` are the accounts that it does not list itself, `listed` those that it does anyhow. */
export type Loading = {
  readonly lookups: readonly TableLookup[];
  readonly loaded: ReadonlySet<KeyRole>;
  readonly listed: readonly KeyRole[];
};

/** What a planned transaction looks up; undefined for a legacy one. */
export function loadingOf({ versioned, feePayer }: PlannedTransaction, tables: Tables): Loading | undefined {
  if (versioned === undefined) return undefined;
  const { alsoListed: listed = [] } = versioned;
  const lookups = versioned.lookups.map(({ table, indices }) => ({
    table,
    entries: indices.map((index) => ({ index, key: tables.get(table)?.addresses[index] })),
  }));
  const loaded = new Set(lookups.flatMap(({ entries }) => entries.flatMap(({ key }) => key ?? [])));
  for (const key of [feePayer, ...listed]) loaded.delete(key);
  return { lookups, loaded, listed };
}

/** A lookup as it is sent: positions of accounts to write, and of others. */
type SentLookup = {
  readonly table: KeyRole;
  readonly writable: readonly number[];
  readonly others: readonly number[];
};
type Placed = { readonly sent: readonly SentLookup[]; readonly keys: readonly KeyRole[] };

/**
 * Splits the lookups by who is written, and gives each account that is not listed its place in the message: behind
 * those listed, first all that are written, table by table, then all others.
 */
export function placeLoaded(
  { lookups, loaded }: Loading,
  places: Map<KeyRole, number>,
  { first, isWritable }: { readonly first: number; readonly isWritable: (key: KeyRole) => boolean },
): Placed {
  const split = lookups.map(({ table, entries }) => ({
    table,
    writable: entries.filter(({ key }) => key !== undefined && isWritable(key)),
    others: entries.filter(({ key }) => key === undefined || !isWritable(key)),
  }));
  const all = [...split.flatMap(({ writable }) => writable), ...split.flatMap(({ others }) => others)];
  const placed = new Set<KeyRole>();
  all.forEach(({ key }, at) => {
    if (key === undefined || placed.has(key)) return;
    placed.add(key);
    if (loaded.has(key)) places.set(key, first + at);
  });
  const indices = (entries: TableLookup['entries']) => entries.map(({ index }) => index);
  const sent = split.map(({ table, writable, others }) => ({
    table,
    writable: indices(writable),
    others: indices(others),
  }));
  return { sent, keys: [...placed].filter((key) => loaded.has(key)) };
}

function putIndices(writer: Writer, indices: readonly number[]): void {
  putCompact(writer, indices.length);
  for (const index of indices) putU8(writer, index);
}

/** Writes the lookups, which end the message. */
export function putLookups(writer: Writer, sent: readonly SentLookup[]): void {
  putCompact(writer, sent.length);
  for (const { table, writable, others } of sent) {
    putBytes(writer, addressOf(table));
    putIndices(writer, writable);
    putIndices(writer, others);
  }
}
