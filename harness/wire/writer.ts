// A growing byte buffer and the little-endian fields that every encoder here writes into it.
import { InputError } from '../../programs/errors';
import type { FlagField, Hex, InvokeData, Pattern } from '../../spec/plan';

/** Bytes [0, at) are written. Encoders share one and copy the result out. */
export type Writer = { bytes: Buffer; at: number; said?: Said };
/** What a plan says in the place of the flags and counts that its values have. */
export type Said = Pick<InvokeData, 'flagBytes' | 'counts'>;

/** An empty writer that holds `capacity` bytes before it grows. */
export const newWriter = (capacity: number): Writer => ({ bytes: Buffer.alloc(capacity), at: 0 });

/** Makes room for `length` bytes, moves past them, and returns where they begin. */
export function room(writer: Writer, length: number): number {
  const at = writer.at;
  const end = at + length;
  if (end > writer.bytes.length) {
    const larger = Buffer.alloc(end * 2);
    writer.bytes.copy(larger, 0, 0, at);
    writer.bytes = larger;
  }
  writer.at = end;
  return at;
}

export function putU8(writer: Writer, value: number): void {
  const at = room(writer, 1);
  writer.bytes.writeUInt8(value, at);
}

export function putU16(writer: Writer, value: number): void {
  const at = room(writer, 2);
  writer.bytes.writeUInt16LE(value, at);
}

export function putU32(writer: Writer, value: number): void {
  const at = room(writer, 4);
  writer.bytes.writeUInt32LE(value, at);
}

export function putU64(writer: Writer, value: bigint): void {
  const at = room(writer, 8);
  writer.bytes.writeBigUInt64LE(value, at);
}

export function putBytes(writer: Writer, bytes: Uint8Array): void {
  const at = room(writer, bytes.length);
  writer.bytes.set(bytes, at);
}

/** One byte: 0 or 1, or what the plan sends in the place of either. */
export const putFlag = (writer: Writer, value: boolean, field?: FlagField): void =>
  putU8(writer, (field === undefined ? undefined : writer.said?.flagBytes?.[field]) ?? (value ? 1 : 0));

/**
 * Writes hexadecimal digits as bytes; `length`, where given, is how many bytes they must be.
 * @throws InputError for digits that are not hexadecimal or not of that length.
 */
export function putHex(writer: Writer, hex: Hex, length: number = hex.length / 2): void {
  const at = room(writer, length);
  const written = hex.length === length * 2 ? writer.bytes.write(hex, at, length, 'hex') : -1;
  if (written !== length)
    throw new InputError(`The plan has "${hex}" where ${length} hexadecimal bytes belong: correct the plan.`);
}

export function putPattern(writer: Writer, { fill, length }: Pattern): void {
  const at = room(writer, length);
  for (let i = 0; i < length; i++) writer.bytes[at + i] = fill + i;
}

/** Solana's compact-u16: seven bits a byte, low ones first. */
export function putCompact(writer: Writer, value: number): void {
  let rest = value;
  for (; rest > 0x7f; rest >>= 7) putU8(writer, (rest & 0x7f) | 0x80);
  putU8(writer, rest);
}

/** Copies out what `write` puts into the writer, whose position is as before afterwards. */
export function copied(writer: Writer, write: (writer: Writer) => void): Buffer {
  const start = writer.at;
  write(writer);
  const bytes = Buffer.allocUnsafe(writer.at - start);
  writer.bytes.copy(bytes, 0, start, writer.at);
  writer.at = start;
  return bytes;
}
