// A transaction's bytes: dummy signatures, header, account keys in the prescribed order, instructions, and lookups where it has version 0.
import { InputError } from '../../programs/errors';
import type { AccountMeta } from '../../spec/plan';
import type { KeyRole } from '../../spec/world';
import { addressOf } from '../keys';
import type { WireInstruction } from './instruction';
import { placeLoaded, putLookups, type Loading } from './lookups';
import { copied, newWriter, putBytes, putCompact, putU8, room, type Writer } from './writer';

/** A transaction before it has a blockhash. */
export type Message = {
  readonly feePayer: KeyRole;
  readonly instructions: readonly WireInstruction[];
  /** Left out of a legacy transaction. */
  readonly loading?: Loading | undefined;
};

/** An encoded transaction and where its changing parts lie; offsets are in bytes. */
export type EncodedMessage = {
  readonly bytes: Buffer;
  /** Number of 64-byte signatures behind the first byte. */
  readonly signatures: number;
  readonly blockhashAt: number;
  /** Where each instruction's data begins. */
  readonly dataAt: readonly number[];
  /** Each instruction's program. */
  readonly programs: readonly KeyRole[];
  /** All accounts of the message, in its order: first those that it lists, then those that it looks up. */
  readonly keys: readonly KeyRole[];
  /** Those that the message lets its instructions write. */
  readonly writable: readonly KeyRole[];
};

type Privileges = { readonly key: KeyRole; signer: boolean; writable: boolean };

/** The accounts of a message, each once: in order of their first appearance, and where each one is in that list. */
type Collected = { readonly all: Privileges[]; readonly places: Map<KeyRole, number> };

function add({ all, places }: Collected, { key, signer, writable }: AccountMeta): void {
  const place = places.get(key);
  const known = place === undefined ? undefined : all[place];
  if (known === undefined) {
    places.set(key, all.length);
    all.push({ key, signer, writable });
    return;
  }
  known.signer ||= signer;
  known.writable ||= writable;
}

function collect({ feePayer, instructions, loading }: Message): Collected {
  const collected: Collected = { all: [], places: new Map() };
  add(collected, { key: feePayer, signer: true, writable: true });
  for (const { accounts } of instructions) for (const meta of accounts) add(collected, meta);
  for (const { program } of instructions) add(collected, { key: program, signer: false, writable: false });
  for (const key of loading?.listed ?? []) add(collected, { key, signer: false, writable: false });
  return collected;
}

/** The accounts in the message's order, and how many of them are of each of its groups. */
type Ordered = { readonly keys: readonly Privileges[]; readonly counts: readonly number[] };

const groupOf = ({ signer, writable }: Privileges): number => (signer ? 0 : 2) + (writable ? 0 : 1);
const GROUPS = [0, 1, 2, 3];

/**
 * Signers before others, writable before read-only; the fee payer, collected first, stays first. Places follow.
 * Accounts that are looked up are left out.
 */
function order({ all, places }: Collected, loaded?: Loading['loaded']): Ordered {
  const keys: Privileges[] = [];
  const counts = GROUPS.map((group) => {
    const before = keys.length;
    for (const entry of all)
      if (groupOf(entry) === group && loaded?.has(entry.key) !== true)
        places.set(entry.key, keys.push(entry) - 1);
    return keys.length - before;
  });
  return { keys, counts };
}

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

/** Marks a message of version 0. */
const VERSION_0 = 0x80;

function putHead(writer: Writer, { keys, counts }: Ordered, isVersioned: boolean): Omit<Laid, 'dataAt'> {
  const [writableSigners = 0, readonlySigners = 0, , readonlyOthers = 0] = counts;
  const signatures = writableSigners + readonlySigners;
  putCompact(writer, signatures);
  writer.bytes.fill(1, room(writer, 64 * signatures), writer.at);
  if (isVersioned) putU8(writer, VERSION_0);
  putU8(writer, signatures);
  putU8(writer, readonlySigners);
  putU8(writer, readonlyOthers);
  putCompact(writer, keys.length);
  for (const { key } of keys) putBytes(writer, addressOf(key));
  const blockhashAt = room(writer, 32);
  return { signatures, blockhashAt };
}

const scratch = newWriter(4096);

/** The accounts that are looked up, and the bytes that say so; nothing of a legacy transaction. */
function lookUp({ loading }: Message, { all, places }: Collected, first: number) {
  if (loading === undefined) return { keys: [], writable: [], put: () => undefined };
  const writable = new Set(all.flatMap((entry) => (entry.writable ? [entry.key] : [])));
  const { sent, keys } = placeLoaded(loading, places, { first, isWritable: (key) => writable.has(key) });
  return {
    keys,
    writable: keys.filter((key) => writable.has(key)),
    put: (writer: Writer) => putLookups(writer, sent),
  };
}

/** One byte says which account is meant. */
const MOST_ACCOUNTS = 256;

function refuseCrowd(accounts: number): void {
  if (accounts > MOST_ACCOUNTS)
    throw new InputError(
      `The plan has a transaction with ${accounts} accounts, but a message can name ${MOST_ACCOUNTS}: plan fewer.`,
    );
}

/**
 * Encodes a transaction with a blockhash still to be filled in; the signatures are dummies.
 * @throws InputError for more accounts than a message can name.
 */
export function encodeMessage(message: Message): EncodedMessage {
  scratch.at = 0;
  const { instructions, loading } = message;
  const collected = collect(message);
  const ordered = order(collected, loading?.loaded);
  const lookups = lookUp(message, collected, ordered.keys.length);
  refuseCrowd(ordered.keys.length + lookups.keys.length);
  let laid: Laid = { signatures: 0, blockhashAt: 0, dataAt: [] };
  const bytes = copied(scratch, (writer) => {
    const head = putHead(writer, ordered, loading !== undefined);
    putCompact(writer, instructions.length);
    const dataAt = instructions.map((instruction) => putInstruction(writer, instruction, collected.places));
    lookups.put(writer);
    laid = { ...head, dataAt };
  });
  const keys: KeyRole[] = [];
  const writable: KeyRole[] = [];
  for (const entry of ordered.keys) {
    keys.push(entry.key);
    if (entry.writable) writable.push(entry.key);
  }
  const programs = instructions.map(({ program }) => program);
  if (loading === undefined) return { ...laid, bytes, keys, writable, programs };
  return {
    ...laid,
    bytes,
    programs,
    keys: [...keys, ...lookups.keys],
    writable: [...writable, ...lookups.writable],
  };
}
