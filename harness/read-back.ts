// Reads accounts back after a transaction: those that the runtime's own rules do not keep as they were.
import type { KeyRole } from '../spec/world';
import { roleOf, roleOfBase58 } from './keys';
import type { Answer, Stored } from './validator';
import { reread, slotOf, type Slot, type World } from './world';

/** Every so many transactions all writable accounts are read, which checks the rules; always once one failed. */
export type Trust = { seen: number; lost: boolean };
const CHECK_EVERY = 16;
export const newTrust = (): Trust => ({ seen: 0, lost: false });

/** A transaction that has run: the accounts it may write, what they held before, and its fee in lamports. */
export type Ran = {
  readonly slots: readonly Slot[];
  readonly before: ReadonlyMap<Slot, Stored>;
  readonly feePayer: KeyRole;
  readonly fee: bigint;
  /** All its invocations only write to a context account, so that most accounts should need no reading. */
  readonly onlyStores: boolean;
  /** Other instructions or transactions belong to the same plan. */
  readonly isPart: boolean;
  readonly answer: Answer;
};

/** Neither an account that the message does not mark as writable nor an executable one can change. */
export const writableSlots = (world: World, writable: readonly KeyRole[]): Slot[] =>
  writable.map((key) => slotOf(world, key)).filter((slot) => !slot.current.executable);

/** The programs that ran; undefined where the logs do not tell. A program's own log line may add a name, never hide one. */
function invoked(logs: readonly string[]): Set<KeyRole> | undefined {
  const programs = new Set<KeyRole>();
  for (const line of logs) {
    if (line === 'Log truncated') return undefined;
    if (line.endsWith(']') && line.includes(' invoke ['))
      programs.add(roleOfBase58(line.slice(8, line.indexOf(' ', 8))));
  }
  return programs;
}

const isContext = ({ key }: Slot): boolean => key.startsWith('context:');
/** Written by the programs of a call graph: that a refusal undoes it is always seen for oneself. */
const isData = ({ key }: Slot): boolean => key.startsWith('data:');

/**
 * The accounts that may differ, the fee aside. The runtime undoes a transaction whose instruction fails; that it undoes
 * writes to a context is seen for oneself where there was or will be something else to write.
 * Only an account's owner can change its data or owner or take its lamports; what is given to an account
 * was taken from another one, so that sums tell (see `balanced`).
 */
function suspects({ slots, before, answer, onlyStores, isPart }: Ran): readonly Slot[] {
  if (answer.refused !== null && answer.refused.index !== null)
    return slots.filter((slot) => isData(slot) || (isPart && isContext(slot)));
  const worthIt = onlyStores && answer.refused === null; // logs cost as much as one more account
  const programs = worthIt ? invoked(answer.logs()) : undefined;
  if (programs === undefined) return slots;
  return slots.filter((slot) => programs.has(roleOf((before.get(slot) ?? slot.base).owner)));
}

const lost = ({ before }: Ran, slot: Slot): bigint =>
  (before.get(slot)?.lamports ?? 0n) - slot.current.lamports;

const isPayer = ({ feePayer }: Ran, slot: Slot): boolean => slot.key === feePayer;

/** Whether no lamports went from the accounts read to others: then nothing was given to the others. */
function balanced(ran: Ran, read: readonly Slot[]): boolean {
  let sum = 0n;
  for (const slot of read) sum += lost(ran, slot) - (isPayer(ran, slot) ? ran.fee : 0n);
  return sum === 0n;
}

/** What an account holds that was not read. */
function deduce(ran: Ran, slot: Slot): Stored {
  const before = ran.before.get(slot) ?? slot.base;
  return isPayer(ran, slot) ? { ...before, lamports: before.lamports - ran.fee } : before;
}

function isAsDeduced(ran: Ran, slot: Slot): boolean {
  const { lamports, owner, data } = deduce(ran, slot);
  const now = slot.current;
  return now.lamports === lamports && now.data === data && now.owner === owner;
}

/** Reads everything; accounts that should not have needed it show whether the rules hold. */
async function readAll(world: World, trust: Trust, ran: Ran): Promise<void> {
  const read = suspects(ran);
  await reread(world, ran.slots);
  const others = ran.slots.filter((slot) => !read.includes(slot));
  if (balanced(ran, read) && !others.every((slot) => isAsDeduced(ran, slot))) trust.lost = true;
}

async function readSome(world: World, ran: Ran): Promise<void> {
  const read = suspects(ran);
  const others = ran.slots.filter((slot) => !read.includes(slot));
  await reread(world, read);
  if (!balanced(ran, read)) return reread(world, others);
  for (const slot of others) slot.current = deduce(ran, slot);
}

/** Brings `current` of all accounts that a transaction may have written up to date. */
export async function readBack(world: World, trust: Trust, ran: Ran): Promise<void> {
  if (trust.seen++ % CHECK_EVERY === 0 || trust.lost) await readAll(world, trust, ran);
  else await readSome(world, ran);
  for (const slot of ran.slots) slot.stale = false;
}
