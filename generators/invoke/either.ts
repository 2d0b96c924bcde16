// The same operation as the other instruction: slots and discriminator change, payer, trees and data stay.
import { INVOKE_CPI_DISCRIMINATOR, INVOKE_DISCRIMINATOR, type SlotName } from '../../spec/invoke-cpi';
import { fixedSlotsOf, slotIndexOf, slotNamesOf } from '../../spec/layouts';
import type { AccountMeta, Invocation } from '../../spec/plan';
import { ABSENT, type CallerName, type KeyRole } from '../../spec/world';
import { calledAs, type Call } from './invocation';

type Placed = Readonly<Partial<Record<SlotName, AccountMeta>>>;

const plain = (key: KeyRole): AccountMeta => ({ key, signer: false, writable: false });
const NOBODY = plain(ABSENT);

/** The slots of the instruction, each with the given account, or the one that the invocation has of that name. */
const relaid = (
  from: Invocation,
  to: Pick<Invocation, 'instruction' | 'data'>,
  given: Placed,
): readonly AccountMeta[] => [
  ...slotNamesOf(to).map((name) => given[name] ?? from.accounts[slotIndexOf(from, name)] ?? NOBODY),
  ...from.accounts.slice(fixedSlotsOf(from)),
];

/** As an InvokeCpi by that program, which signs with its authority; `call` says who really makes it. */
export const asInvokeCpi = (invocation: Invocation, program: CallerName, call: Call): Invocation => {
  const data = { ...invocation.data, discriminator: INVOKE_CPI_DISCRIMINATOR };
  const to = calledAs({ ...invocation, instruction: 'InvokeCpi', data }, call);
  const authority = { key: `authority:${program}`, signer: true, writable: false } as const;
  const given = { authority, invoking_program: plain(`program:${program}`), cpi_context_account: NOBODY };
  return { ...to, accounts: relaid(invocation, to, given) };
};

/** As an Invoke with that authority, which signs. */
export const asInvoke = (invocation: Invocation, key: KeyRole, call: Call): Invocation => {
  const data = { ...invocation.data, discriminator: INVOKE_DISCRIMINATOR };
  const to = calledAs({ ...invocation, instruction: 'Invoke', data }, call);
  return { ...to, accounts: relaid(invocation, to, { authority: { key, signer: true, writable: false } }) };
};
