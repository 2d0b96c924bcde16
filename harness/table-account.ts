// The bytes of an address lookup table, by the layout of Solana's program for them.
import { ADDRESS_BYTES, TABLE_HEAD, type TableState } from '../spec/table';
import { addressOf } from './keys';

const KIND_TABLE = 1;
const KIND_UNKNOWN = 2;
const DEACTIVATED_AT = 4;
const EXTENDED_AT = 12;
const EXTENDED_FROM_AT = 20;
const HAS_AUTHORITY_AT = 21;
const AUTHORITY_AT = 22;
const NEVER = (1n << 64n) - 1n;
const NO_BOOLEAN = 2;
const AUTHORITY = addressOf('payer:0');

/** The runtime remembers the latest 512 slots; at its start there is no slot before those, but a later one is as strange. */
const REMEMBERED = 512n;
const longBefore = (slot: bigint): bigint => (slot > REMEMBERED ? slot - REMEMBERED - 1n : slot + 1n);

function deactivationSlot({ deactivated }: TableState, slot: bigint): bigint {
  if (deactivated === undefined) return NEVER;
  return deactivated === 'now' ? slot : longBefore(slot);
}

function putHead(data: Buffer, table: TableState, slot: bigint): void {
  const { addresses, addedNow = 0, frozen, flaw } = table;
  data.writeUInt32LE(flaw === 'unknown-kind' ? KIND_UNKNOWN : KIND_TABLE);
  data.writeBigUInt64LE(deactivationSlot(table, slot), DEACTIVATED_AT);
  data.writeBigUInt64LE(addedNow > 0 ? slot : 0n, EXTENDED_AT);
  data.writeUInt8(addedNow > 0 ? addresses.length - addedNow : 0, EXTENDED_FROM_AT);
  data.writeUInt8(flaw === 'bad-authority' ? NO_BOOLEAN : Number(frozen !== true), HAS_AUTHORITY_AT);
  if (frozen !== true) AUTHORITY.copy(data, AUTHORITY_AT);
}

/** A table's account data; `slot` is that in which the plan runs. */
export function encodeTable(table: TableState, slot: bigint): Buffer {
  const data = Buffer.alloc(TABLE_HEAD + ADDRESS_BYTES * table.addresses.length);
  if (table.flaw !== 'uninitialised') putHead(data, table, slot);
  table.addresses.forEach((key, at) => addressOf(key).copy(data, TABLE_HEAD + ADDRESS_BYTES * at));
  return data;
}
