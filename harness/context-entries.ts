// Reads single entries of a context account's lists.
import type { AccountData, Pattern } from '../spec/plan';
import type {
  AddressNote,
  StoredAddress,
  StoredData,
  StoredInput,
  StoredOutput,
} from '../spec/context-state';
import { roleOf } from './keys';

/** An entry's place in the account's data. */
export type At = { readonly data: Buffer; readonly at: number };

/** How an input's absolute leaf index is said in the plan: relative to a queue. */
export type LeafOffsetOf = (queueIndex: number, leafIndex: number) => number;

const hex = (data: Buffer, at: number, length: number): string => data.toString('hex', at, at + length);
const owner = ({ data, at }: At) => roleOf(data.subarray(at, at + 32));

export function readAddress({ data, at }: At): StoredAddress {
  return {
    seed: hex(data, at + 32, 32),
    queueIndex: data.readUInt8(at + 64),
    treeIndex: data.readUInt8(at + 65),
    rootIndex: data.readUInt16LE(at + 66),
  };
}

/** For which program a new address is noted down, and for which output: no part of what was sent. */
export function readNote({ data, at }: At): AddressNote {
  const isNobody = data.subarray(at, at + 32).every((byte) => byte === 0);
  return {
    owner: isNobody ? null : owner({ data, at }),
    assignedTo: data[at + 68] === 0 ? null : data.readUInt8(at + 69),
  };
}

/** The flag, then eight bytes of discriminator and 32 of data hash. */
function readData({ data, at }: At): StoredData | null {
  if (data[at] === 0) return null;
  return { discriminator: hex(data, at + 1, 8), dataHash: hex(data, at + 9, 32) };
}

const readOption = ({ data, at }: At): string | null => (data[at] === 0 ? null : hex(data, at + 1, 32));

export function readInput({ data, at }: At, leafOffsetOf: LeafOffsetOf): StoredInput {
  const queueIndex = data.readUInt8(at + 74);
  return {
    owner: owner({ data, at }),
    lamports: data.readBigUInt64LE(at + 82),
    address: readOption({ data, at: at + 90 }),
    data: readData({ data, at: at + 32 }),
    treeIndex: data.readUInt8(at + 73),
    queueIndex,
    leafOffset: leafOffsetOf(queueIndex, data.readUInt32LE(at + 75)),
    proveByIndex: data[at + 79] !== 0,
    rootIndex: data.readUInt16LE(at + 80),
  };
}

/** Bytes that follow no pattern get a fill of -1, which no plan has, and are said in full. No bytes at all have fill 0. */
export function readPattern(bytes: Buffer): Pattern {
  const fill = bytes[0] ?? 0;
  for (let i = 1; i < bytes.length; i++)
    if (bytes[i] !== ((fill + i) & 0xff))
      return { fill: -1, length: bytes.length, hex: bytes.toString('hex') };
  return { fill, length: bytes.length };
}

/** `bytes` are the output's own data, which lie elsewhere in the account. */
export function readOutput({ data, at }: At, bytes: Buffer): StoredOutput {
  const stored = readData({ data, at: at + 32 });
  const full: AccountData | null = stored && { ...stored, bytes: readPattern(bytes) };
  return {
    owner: owner({ data, at }),
    lamports: data.readBigUInt64LE(at + 74),
    address: readOption({ data, at: at + 82 }),
    data: full,
    treeIndex: data.readUInt8(at + 73),
  };
}

/** Where an entry has something optional: its flag, and what follows it. */
type Optional = { readonly flag: number; readonly size: number };
const DATA: Optional = { flag: 32, size: 8 + 32 };
/** A flag with nothing behind it. */
const PROVE_BY_INDEX: Optional = { flag: 79, size: 0 };
const INPUT_OPTIONS: readonly Optional[] = [DATA, PROVE_BY_INDEX, { flag: 90, size: 32 }];
const OUTPUT_OPTIONS: readonly Optional[] = [DATA, { flag: 82, size: 32 }];

/** A flag is 0 or 1, and where it is 0 so is what follows it. */
const isPlain =
  ({ data, at }: At) =>
  ({ flag, size }: Optional): boolean => {
    const from = at + flag;
    if (data[from] === 1) return true;
    return data.subarray(from, from + 1 + size).every((byte) => byte === 0);
  };

/** Whether an entry holds nothing but what is there: no bytes of an address or of data that it does not have. */
export const isPlainInput = (entry: At): boolean => INPUT_OPTIONS.every(isPlain(entry));
export const isPlainOutput = (entry: At): boolean => OUTPUT_OPTIONS.every(isPlain(entry));

/** What one stored output adds to the total of serialized output sizes, in bytes. */
export function serializedSize({ address, data }: StoredOutput): number {
  return 41 + (address === null ? 1 : 33) + (data === null ? 1 : 45 + data.bytes.length);
}
