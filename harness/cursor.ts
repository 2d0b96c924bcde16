// Takes fields out of serialized data one after the other (little-endian, packed).
import { Unreadable } from './unreadable';

/** A place in the data that moves on as fields are taken. */
export type Cursor = { readonly data: Buffer; at: number };

const KEY = 32;

/** @throws Unreadable where the data ends before the field does. */
export function take(cursor: Cursor, length: number): Buffer {
  const { data, at } = cursor;
  if (at + length > data.length) throw new Unreadable('The data ends too early.');
  cursor.at += length;
  return data.subarray(at, at + length);
}

export const hex = (cursor: Cursor, length = KEY): string => take(cursor, length).toString('hex');
export const u8 = (cursor: Cursor): number => take(cursor, 1).readUInt8();
export const u16 = (cursor: Cursor): number => take(cursor, 2).readUInt16LE();
export const u32 = (cursor: Cursor): number => take(cursor, 4).readUInt32LE();
export const u64 = (cursor: Cursor): bigint => take(cursor, 8).readBigUInt64LE();

/** A list with its number of items in front. */
export function list<T>(
  cursor: Cursor,
  item: (cursor: Cursor) => T,
  countOf: (cursor: Cursor) => number,
): T[] {
  const count = countOf(cursor);
  return Array.from({ length: count }, () => item(cursor));
}

/** A flag byte, and the item where it is set. */
export const option = <T>(cursor: Cursor, item: (cursor: Cursor) => T): T | null =>
  u8(cursor) === 0 ? null : item(cursor);
