// A caller that somebody brings: their program in the place of one of ours, and their own instruction around each call.
import { PublicKey } from '@solana/web3.js';
import { InputError } from '../programs/errors';
import type { Fixture } from '../programs/load';
import type { HandedCall } from '../spec/handed-call';
import type { AccountMeta, Invocation, Plan } from '../spec/plan';
import type { CallerName, KeyRole } from '../spec/world';
import { addressOf, canSignTransaction, derivedFrom, roleOf, roleOfBase58 } from './keys';
import { encodeInvocation, type NextIndexOf } from './wire/instruction-data';
import type { WireInstruction } from './wire/instruction';

/** An account of an instruction; `address` in base58. */
export type GuestMeta = { readonly address: string; readonly signer: boolean; readonly writable: boolean };

/** The call that the guest has to make. Signer flags are those that the system program has to see. */
export type GuestCall = { readonly accounts: readonly GuestMeta[]; readonly data: Buffer };

/** The guest's instruction to make it; null where it never makes such a call. */
export type Carry = (
  call: GuestCall,
  invocation: Invocation,
) => Promise<{ readonly accounts: readonly GuestMeta[]; readonly data: Uint8Array } | null>;

/** Whose place it takes, its address in base58, its ELF bytes, what carries its calls, and accounts that it needs. */
export type Guest = {
  readonly name: CallerName;
  readonly programId: string;
  readonly elf: Buffer;
  readonly carry: Carry;
  readonly accounts: readonly Fixture[];
};

/** Instructions made so far, by the invocation they carry; null where the guest does not make it. */
export type Carried = WeakMap<Invocation, WireInstruction | null>;

/** Whether the program in the place of that caller has to make the call. */
export const isByGuest = (name: CallerName, invocation: Invocation): boolean =>
  invocation.caller === name && invocation.direct !== true;

/** The calls of a plan that the guest has to make. */
export const guestCalls = (guest: Guest, plan: Plan): readonly Invocation[] =>
  plan.transactions.flatMap(({ instructions }) =>
    instructions.flatMap((one) => (one.kind === 'invocation' && isByGuest(guest.name, one) ? [one] : [])),
  );

const base58 = (key: KeyRole): string => new PublicKey(addressOf(key)).toBase58();

/** A flag on a PDA is for the program to give: no transaction can be signed for it. */
function parsed({ address, signer, writable }: GuestMeta): AccountMeta {
  const key = named(address);
  const signs = signer && canSignTransaction(key) && !isDerived(key);
  return { key, signer: signs, writable };
}

function named(address: string): KeyRole {
  try {
    return roleOfBase58(new PublicKey(address).toBase58());
  } catch {
    throw new InputError(
      `The instruction that you made has an account ${String(address)}, which is no address in base58: correct it.`,
    );
  }
}

const isDerived = (key: KeyRole): boolean =>
  derivedFrom(key) !== undefined || (key.startsWith('unknown:') && !PublicKey.isOnCurve(addressOf(key)));

/** What the plan wants the system program to be handed. */
export function plannedCall(invocation: Invocation, nextIndexOf: NextIndexOf): HandedCall {
  const { accounts } = invocation;
  const merged = accounts.map(({ key }) => ({
    key: roleOf(addressOf(key)),
    signer: accounts.some((other) => other.key === key && other.signer),
    writable: accounts.some((other) => other.key === key && other.writable),
  }));
  return { accounts: merged, data: encodeInvocation(invocation, nextIndexOf).toString('hex') };
}

/**
 * Asks the guest for its instructions for a plan; whether it makes all of these calls.
 * @throws what the guest's own function throws, and InputError for an instruction that none can be made of.
 */
export async function carryAll(
  guest: Guest,
  plan: Plan,
  into: { carried: Carried; nextIndexOf: NextIndexOf },
) {
  for (const invocation of guestCalls(guest, plan)) {
    if (into.carried.has(invocation)) continue;
    const accounts = invocation.accounts.map(({ key, signer, writable }) => ({
      address: base58(key),
      signer,
      writable,
    }));
    const data = encodeInvocation(invocation, into.nextIndexOf);
    const made = await guest.carry({ accounts, data }, invocation);
    into.carried.set(invocation, made && wire(guest, made));
  }
  return guestCalls(guest, plan).every((invocation) => into.carried.get(invocation) !== null);
}

const wire = (guest: Guest, made: { accounts: readonly GuestMeta[]; data: Uint8Array }): WireInstruction => ({
  program: `program:${guest.name}`,
  accounts: made.accounts.map(parsed),
  data: Buffer.from(made.data),
});
