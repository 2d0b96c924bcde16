// Reads accounts back after a transaction: those that the runtime's own rules do not keep as they were.
import type { KeyRole } from '../spec/world';
import { roleOf, roleOfBase58 } from './keys';
import type { Answer, Stored } from './validator';
import { reread, slotOf, type Slot, type World } from './world';

/** Every so many transactions all writable accounts are read, which checks the rules; always once one failed. */
export type Trust = { seen: number; lost: boolean };
const CHECK_EVERY = 16;
export const newTrust = (): Trust => ({ seen: 0, lost: false });

/** An account that a transaction may write, and what it held before. */
export type Touched = { readonly slot: Slot; readonly before: Stored };

/** A transaction that has run: the accounts it may write, and its fee in lamports. */
export type Ran = {
  readonly touched: readonly Touched[];
  readonly feePayer: KeyRole;
  readonly fee: bigint;
  /** All its invocations only write to a context account, so that most accounts should need no reading. */
  readonly onlyStores: boolean;
  /** Other instructions or transactions belong to the same plan. */
  readonly isPart: boolean;
  readonly answer: Answer;
};

/** Neither an account that the message does not mark as writable nor an executable one can change. */
export function touchedBy(world: World, writable: readonly KeyRole[]): Touched[] {
  const touched: Touched[] = [];
  for (const key of writable) {
    const slot = slotOf(world, key);
    if (!slot.current.executable) touched.push({ slot, before: slot.current });
  }
  return touched;
}

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

const isContext = ({ slot }: Touched): boolean => slot.key.startsWith('context:');
/** Written by the programs of a call graph: that a refusal undoes it is always seen for oneself. */
const isData = ({ slot }: Touched): boolean => slot.key.startsWith('data:');

/**
 * The accounts that may differ, the fee aside. The runtime undoes a transaction whose instruction fails; that it undoes
 * writes to a context is seen for oneself where there was or will be something else to write.
 * Only an account's owner can change its data or owner or take its lamports; what is given to an account
 * was taken from another one, so that sums tell (see `balanced`).
 */
function suspects({ touched, answer, onlyStores, isPart }: Ran): readonly Touched[] {
  if (answer.refused !== null && answer.refused.index !== null)
    return touched.filter((one) => (isPart && isContext(one)) || isData(one));
  const worthIt = onlyStores && answer.refused === null; // logs cost as much as one more account
  const programs = worthIt ? invoked(answer.logs()) : undefined;
  if (programs === undefined) return touched;
  return touched.filter(({ before }) => programs.has(roleOf(before.owner)));
}

const isPayer = ({ feePayer }: Ran, { slot }: Touched): boolean => slot.key === feePayer;

/** Whether no lamports went from the accounts read to others: then nothing was given to the others. */
function balanced(ran: Ran, read: readonly Touched[]): boolean {
  let sum = 0n;
  for (const one of read)
    sum += one.before.lamports - one.slot.current.lamports - (isPayer(ran, one) ? ran.fee : 0n);
  return sum === 0n;
}

/** What an account holds that was not read. */
function deduce(ran: Ran, touched: Touched): Stored {
  const { before } = touched;
  return isPayer(ran, touched) ? { ...before, lamports: before.lamports - ran.fee } : before;
}

function isHeld({ slot: { current: now } }: Touched, { lamports, owner, data }: Stored): boolean {
  return now.lamports === lamports && now.data === data && now.owner === owner;
}

const without = (touched: readonly Touched[], read: readonly Touched[]): readonly Touched[] =>
  read.length === 0 ? touched : touched.filter((one) => !read.includes(one));

/** A fee payer without data whose transaction was accepted, where all others are read: it has what is left over, since no SOL comes or goes. */
const sparedOf = (ran: Ran, read: readonly Touched[]): Touched | undefined =>
  ran.answer.refused === null && read.length === ran.touched.length
    ? read.find((one) => isPayer(ran, one) && one.before.data.length === 0)
    : undefined;

/** What the fee payer holds once all others are read. */
function leftOver(ran: Ran, payer: Touched): Stored {
  let { lamports } = payer.before;
  lamports -= ran.fee;
  for (const { slot, before } of without(ran.touched, [payer]))
    lamports += before.lamports - slot.current.lamports;
  return lamports === payer.before.lamports ? payer.before : { ...payer.before, lamports };
}

/** Reads everything; accounts that should not have needed it show whether the rules hold. */
async function readAll(world: World, trust: Trust, ran: Ran): Promise<void> {
  const read = suspects(ran);
  await reread(world, ran.touched);
  const others = without(ran.touched, read);
  if (balanced(ran, read) && !others.every((one) => isHeld(one, deduce(ran, one)))) trust.lost = true;
  const spared = sparedOf(ran, read);
  if (spared !== undefined && !isHeld(spared, leftOver(ran, spared))) trust.lost = true;
}

async function readSome(world: World, ran: Ran): Promise<void> {
  const suspected = suspects(ran);
  const spared = sparedOf(ran, suspected);
  const read = spared === undefined ? suspected : without(suspected, [spared]);
  if (read.length > 0) await reread(world, read);
  if (spared !== undefined) {
    spared.slot.current = leftOver(ran, spared);
    return;
  }
  if (read.length === ran.touched.length) return;
  const others = without(ran.touched, read);
  if (!balanced(ran, read)) return reread(world, others);
  for (const one of others) one.slot.current = deduce(ran, one);
}

/** Brings `current` of all accounts that a transaction may have written up to date. */
export async function readBack(world: World, trust: Trust, ran: Ran): Promise<void> {
  if (trust.seen++ % CHECK_EVERY === 0 || trust.lost) await readAll(world, trust, ran);
  else await readSome(world, ran);
  for (const { slot } of ran.touched) slot.stale = false;
}
