// What the harness knows about every account without asking, and how it puts a world back as it was.
import type { AccountBefore } from '../spec/plan';
import { nearTo, type KeyRole } from '../spec/world';
import { EMPTY, isNative, startOf } from './genesis';
import { addressOf, type Address } from './keys';
import { isNearMiss, nearMissOf } from './near-misses';
import { patched } from './patch';
import type { Place, Stored, Validator } from './validator';
import type { DataAccount } from './wire/transaction';

/** One account: as every case finds it, and as it is now. */
export type Slot = {
  readonly key: KeyRole;
  readonly address: Address;
  readonly base: Stored;
  /** Sets it to `base`. */
  readonly reset: Place;
  current: Stored;
  /** Something may have written it that was not read back. */
  stale: boolean;
};

export type World = {
  readonly slots: Map<KeyRole, Slot>;
  /** Slots that may differ from their base. */
  readonly dirty: Set<Slot>;
  readonly prepare: Validator['prepare'];
  readonly read: Validator['read'];
  readonly defaultUnits: Validator['defaultUnits'];
  /** At which every plan runs. */
  readonly slot: Validator['slot'];
};

function addSlot(world: World, key: KeyRole, base: Stored): Slot {
  const address = addressOf(key);
  const slot = { key, address, base, reset: world.prepare(address, base), current: base, stale: false };
  world.slots.set(key, slot);
  if (base.lamports > 0n && !isNative(key)) slot.reset();
  return slot;
}

/** A world with the given accounts, all set in the validator. */
export function newWorld(validator: Validator, accounts: readonly (readonly [KeyRole, Stored])[]): World {
  const { prepare, read, slot, defaultUnits } = validator;
  const world: World = { slots: new Map(), dirty: new Set(), prepare, read, slot, defaultUnits };
  for (const [key, stored] of accounts) addSlot(world, key, stored);
  return world;
}

/** What an account holds at the start that is neither program nor fixture. */
function startIn(world: World, key: KeyRole): Stored {
  if (!isNearMiss(key)) return startOf(key);
  return nearMissOf(key, { base: slotOf(world, nearTo(key)).base, program: slotOf(world, 'program:A').base });
}

/** The slot of any account, made when it is first named. */
export const slotOf = (world: World, key: KeyRole): Slot =>
  world.slots.get(key) ?? addSlot(world, key, startIn(world, key));

function override(world: World, slot: Slot, stored: Stored): void {
  slot.current = stored;
  world.dirty.add(slot);
  world.prepare(slot.address, stored)();
}

/** Makes an account differ until the case ends. */
export function patch(world: World, before: AccountBefore): void {
  const slot = slotOf(world, before.key);
  override(world, slot, patched(slot.current, before, world.slot));
}

const DATA_ACCOUNT_LAMPORTS = 1_000_000_000n;

/** Puts CPI data into its account until the case ends. */
export function placeData(world: World, { key, owner, data }: DataAccount): void {
  const stored = { owner: addressOf(owner), lamports: DATA_ACCOUNT_LAMPORTS, data, executable: false };
  override(world, slotOf(world, key), stored);
}

/** What accounts hold that may differ from their base, at some moment of a plan. */
export type Checkpoint = ReadonlyMap<Slot, Stored>;

/** To be taken when every account that was written has been read back. */
export const checkpoint = ({ dirty }: World): Checkpoint =>
  new Map([...dirty].map((slot) => [slot, slot.current]));

const NOTHING: Checkpoint = new Map();

/** Puts every account back that may differ from what a case must find, or from what it held at a moment of it. */
export function restore(world: World, to: Checkpoint = NOTHING): void {
  for (const slot of world.dirty) {
    const wanted = to.get(slot) ?? slot.base;
    if (slot.stale || slot.current !== wanted) {
      if (wanted === slot.base) slot.reset();
      else world.prepare(slot.address, wanted)();
    }
    slot.current = wanted;
    slot.stale = false;
  }
  world.dirty.clear();
  for (const slot of to.keys()) world.dirty.add(slot);
}

/** Accounts, each in an object that may say more about it. */
type Slots = readonly { readonly slot: Slot }[];

/** To be called before a transaction is sent that may write the slots, in case it is never read back. */
export function expectWrites(world: World, slots: Slots): void {
  for (const { slot } of slots) {
    slot.stale = true;
    world.dirty.add(slot);
  }
}

/** The account as read; what is the same as before stays the same object, so that caches hit. */
function refreshed(before: Stored, account: Stored | null): Stored {
  const now = account === null || account.lamports === 0n ? EMPTY : account;
  const sameData = now.data.equals(before.data);
  const sameOwner = now.owner.equals(before.owner);
  if (sameData && sameOwner && now.lamports === before.lamports) return before;
  return { ...now, data: sameData ? before.data : now.data, owner: sameOwner ? before.owner : now.owner };
}

/** Reads the slots back; afterwards `current` is what the validator holds. */
export async function reread(world: World, slots: Slots): Promise<void> {
  if (slots.length === 0) return;
  const accounts = await world.read(slots.map(({ slot }) => slot.address));
  slots.forEach(({ slot }, i) => {
    slot.current = refreshed(slot.current, accounts[i] ?? null);
  });
}
