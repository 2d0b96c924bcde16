// The compressed accounts inside instruction data, in the order of fields that both instructions share.
import type {
  AccountData,
  CountedField,
  Hex,
  InputAccount,
  NewAddress,
  OutputAccount,
} from '../../spec/plan';
import { addressOf } from '../keys';
import { putBytes, putFlag, putHex, putPattern, putU16, putU32, putU64, putU8, type Writer } from './writer';

/** Where a leaf lies, relative to its queue's next index before the plan. */
export type PlacedLeaf = Pick<InputAccount, 'queueIndex' | 'leafOffset'>;
/** The absolute leaf index (u32) of an input. */
export type LeafIndexOf = (input: PlacedLeaf) => number;

/** Borsh's option: a zero byte, or a one and the 32 bytes. */
export function putAddress(writer: Writer, address: Hex | null): void {
  putFlag(writer, address !== null, 'address');
  if (address !== null) putHex(writer, address, 32);
}

function putData(writer: Writer, data: AccountData | null): void {
  putFlag(writer, data !== null, 'data');
  if (data === null) return;
  putHex(writer, data.discriminator, 8);
  putU32(writer, data.bytes.length);
  putPattern(writer, data.bytes);
  putHex(writer, data.dataHash, 32);
}

function putAccount(writer: Writer, account: InputAccount | OutputAccount): void {
  putBytes(writer, addressOf(account.owner));
  putU64(writer, account.lamports);
  putAddress(writer, account.address);
  putData(writer, account.data);
}

/** Where an input lies: tree and queue index, leaf index, and whether the index is the proof. */
export function putMerkleContext(writer: Writer, input: InputAccount, leafIndex: number): void {
  putU8(writer, input.treeIndex);
  putU8(writer, input.queueIndex);
  putU32(writer, leafIndex >>> 0);
  putFlag(writer, input.proveByIndex, 'proveByIndex');
}

export function putInput(writer: Writer, input: InputAccount, leafIndexOf: LeafIndexOf): void {
  putAccount(writer, input);
  putMerkleContext(writer, input, leafIndexOf(input));
  putU16(writer, input.rootIndex);
  putFlag(writer, false, 'readOnly');
}

export function putOutput(writer: Writer, output: OutputAccount): void {
  putAccount(writer, output);
  putU8(writer, output.treeIndex);
}

export function putNewAddress(writer: Writer, address: NewAddress): void {
  putHex(writer, address.seed, 32);
  putU8(writer, address.queueIndex);
  putU8(writer, address.treeIndex);
  putU16(writer, address.rootIndex);
}

/** A u32 count and the items. */
export function putList<T>(
  writer: Writer,
  items: readonly T[],
  put: (writer: Writer, item: T) => void,
): void {
  putU32(writer, items.length);
  for (const item of items) put(writer, item);
}

type Counted<T> = { readonly field: CountedField; readonly items: readonly T[] };

/** The same for a list of a plan, whose count may be said to be another. */
export function putCounted<T>(
  writer: Writer,
  { field, items }: Counted<T>,
  put: (writer: Writer, item: T) => void,
): void {
  putU32(writer, writer.said?.counts?.[field] ?? items.length);
  for (const item of items) put(writer, item);
}
