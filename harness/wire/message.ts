// A legacy transaction's bytes: dummy signatures, header, account keys in the prescribed order, instructions.
import type { KeyRole } from '../../spec/world';
import { addressOf } from '../keys';
import type { WireInstruction } from './instruction';
import { copied, newWriter, putBytes, putCompact, putU8, room, type Writer } from './writer';

/** A transaction before it has a blockhash. */
export type Message = {
  readonly feePayer: KeyRole;
  readonly instructions: readonly WireInstruction[];
};

/** An encoded transaction and where its changing parts lie; offsets are in bytes. */
export type EncodedMessage = {
  readonly bytes: Buffer;
  /** Number of 64-byte signatures behind the first byte. */
  readonly signatures: number;
  readonly blockhashAt: number;
  /** Where each instruction's data begins. */
  readonly dataAt: readonly number[];
  /** All accounts of the message, in its order. */
  readonly keys: readonly KeyRole[];
  /** Those that the message lets its instructions write. */
  readonly writable: readonly KeyRole[];
};

type Privileges = { readonly key: KeyRole; signer: boolean; writable: boolean };

function collect({ feePayer, instructions }: Message): Privileges[] {
  const known = new Map<KeyRole, Privileges>();
  const add = (key: KeyRole, signer: boolean, writable: boolean) => {
    const entry = known.get(key);
    if (entry === undefined) known.set(key, { key, signer, writable });
    else {
      entry.signer ||= signer;
      entry.writable ||= writable;
    }
  };
  add(feePayer, true, true);
  for (const { accounts } of instructions)
    for (const { key, signer, writable } of accounts) add(key, signer, writable);
  for (const { program } of instructions) add(program, false, false);
  return [...known.values()];
}

/** Signers before others, writable before read-only; the fee payer, collected first, stays first. */
function ordered(all: readonly Privileges[]): Privileges[] {
  const groups: [Privileges[], Privileges[], Privileges[], Privileges[]] = [[], [], [], []];
  for (const entry of all)
    groups[entry.signer ? (entry.writable ? 0 : 1) : entry.writable ? 2 : 3].push(entry);
  return groups.flat();
}

const count = (all: readonly Privileges[], signer: boolean, writable: boolean): number =>
  all.reduce((n, entry) => n + (entry.signer === signer && entry.writable === writable ? 1 : 0), 0);

type Laid = { readonly signatures: number; readonly blockhashAt: number; readonly dataAt: number[] };

function putInstruction(
  writer: Writer,
  instruction: WireInstruction,
  index: ReadonlyMap<KeyRole, number>,
): number {
  const { program, accounts, data } = instruction;
  putU8(writer, index.get(program) ?? 0);
  putCompact(writer, accounts.length);
  for (const { key } of accounts) putU8(writer, index.get(key) ?? 0);
  putCompact(writer, data.length);
  const at = writer.at;
  putBytes(writer, data);
  return at;
}

function put(writer: Writer, keys: readonly Privileges[], instructions: readonly WireInstruction[]): Laid {
  const readonlySigners = count(keys, true, false);
  const signatures = count(keys, true, true) + readonlySigners;
  putCompact(writer, signatures);
  writer.bytes.fill(1, room(writer, 64 * signatures), writer.at);
  putU8(writer, signatures);
  putU8(writer, readonlySigners);
  putU8(writer, count(keys, false, false));
  putCompact(writer, keys.length);
  for (const { key } of keys) putBytes(writer, addressOf(key));
  const blockhashAt = room(writer, 32);
  putCompact(writer, instructions.length);
  const index = new Map(keys.map(({ key }, i) => [key, i]));
  const dataAt = instructions.map((instruction) => putInstruction(writer, instruction, index));
  return { signatures, blockhashAt, dataAt };
}

const scratch = newWriter(4096);

/** Encodes a legacy transaction with a blockhash still to be filled in; the signatures are dummies. */
export function encodeMessage(message: Message): EncodedMessage {
  scratch.at = 0;
  const keys = ordered(collect(message));
  let laid: Laid = { signatures: 0, blockhashAt: 0, dataAt: [] };
  const bytes = copied(scratch, (writer) => {
    laid = put(writer, keys, message.instructions);
  });
  const writable = keys.filter((entry) => entry.writable).map((entry) => entry.key);
  return { ...laid, bytes, keys: keys.map((entry) => entry.key), writable };
}
