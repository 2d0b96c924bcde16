// Applies a plan's "accounts before": the edits that make an account differ from the world's own.
import { InputError } from '../programs/errors';
import type { AccountBefore } from '../spec/plan';
import { ADDRESS_BYTES, TABLE_HEAD, type TableState } from '../spec/table';
import { ASSOCIATED_TREE_AT, FEE_PAYER_AT } from './context-layout';
import { addressOf } from './keys';
import { encodeTable } from './table-account';
import type { Stored } from './validator';

/** Lamports that exempt an account of `size` bytes from rent. */
const rentExempt = (size: number): bigint => BigInt(128 + size) * 6960n;

function resized(data: Buffer, size: number): Buffer {
  const copy = Buffer.alloc(size);
  data.copy(copy);
  return copy;
}

function write(data: Buffer, bytes: Buffer, at: number): void {
  if (at + bytes.length > data.length)
    throw new InputError('The plan writes behind the end of an account: make its size larger.');
  bytes.copy(data, at);
}

/** An account that only exists because of the patch gets enough lamports to exist. */
function lamportsOf(stored: Stored, { lamports }: AccountBefore, size: number): bigint {
  if (lamports !== undefined) return lamports;
  return stored.lamports === 0n ? rentExempt(size) : stored.lamports;
}

/** The runtime of Solana 1.18 trusts a table's own count of the addresses that it had before this slot. */
function refuseUnsound({ addresses, addedNow = 0 }: TableState, size?: number): void {
  const before = addresses.length - addedNow;
  const isShort = size !== undefined && size < TABLE_HEAD + ADDRESS_BYTES * before;
  if (addedNow > 0 && (before < 0 || isShort))
    throw new InputError(
      'The plan has a lookup table that is shorter than it was before addresses were added, which would stop the validator: make its size larger or `addedNow` smaller.',
    );
}

/** A table belongs to the program of tables, if nobody says otherwise. */
function ownerOf(stored: Stored, { owner, table }: AccountBefore): Buffer {
  if (owner !== undefined) return addressOf(owner);
  return table === undefined ? stored.owner : addressOf('address-lookup-table');
}

/**
 * The account with the patch applied; the stored one is not touched. `slot` is that in which the plan runs.
 * @throws InputError when a field does not fit the data.
 */
export function patched(stored: Stored, before: AccountBefore, slot: bigint): Stored {
  if (before.table !== undefined) refuseUnsound(before.table, before.size);
  const whole = before.table === undefined ? stored.data : encodeTable(before.table, slot);
  const { discriminator, size = whole.length, feePayer, associatedTree, patches } = before;
  const data = resized(whole, size);
  if (discriminator !== undefined) write(data, Buffer.from(discriminator, 'hex'), 0);
  if (feePayer !== undefined) write(data, addressOf(feePayer), FEE_PAYER_AT);
  if (associatedTree !== undefined) write(data, addressOf(associatedTree), ASSOCIATED_TREE_AT);
  for (const { offset, hex } of patches ?? []) write(data, Buffer.from(hex, 'hex'), offset);
  return {
    ...stored,
    data,
    owner: ownerOf(stored, before),
    lamports: lamportsOf(stored, before, size),
  };
}
