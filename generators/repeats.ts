// Slot 3, which the documents leave free, now and then holds what another slot of the same call holds.
import fc from 'fast-check';
import { SLOT } from '../spec/invoke-cpi';
import { slotIndexOf } from '../spec/layouts';
import type { AccountMeta, Invocation } from '../spec/plan';
import type { Mutation } from './edit';
import { withTarget, type Scenario } from './scenario';

/** Index in the account list. */
export type Repeated = number;

/** Slots whose account is never one that edits look for by its name. */
const NAMED: readonly Repeated[] = [SLOT.fee_payer, SLOT.authority, SLOT.invoking_program];
/** The first two remaining accounts: the tree and its queue. */
const ANY: readonly Repeated[] = [...NAMED, SLOT.cpi_context_account, 11, 12];

/** The call with the account at the position in slot 3, too, which has no flags of its own: the call's are those of both. */
export const repeating = (invocation: Invocation, position: Repeated): Invocation => {
  const unused = slotIndexOf(invocation, '_unused');
  const key = invocation.accounts[position]?.key;
  if (key === undefined) return invocation;
  const accounts = invocation.accounts.map((meta, index) =>
    index === unused ? { key, signer: false, writable: false } : meta,
  );
  return { ...invocation, accounts };
};

/** For settings: one call in eight repeats its payer, its authority or its program. */
export const maybeRepeated: fc.Arbitrary<Repeated | null> = fc.oneof(
  { weight: 7, arbitrary: fc.constant(null) },
  { weight: 1, arbitrary: fc.constantFrom(...NAMED) },
);

/** For the settings of an Invoke, which names no program: its payer or its authority. */
export const repeatedSigner: fc.Arbitrary<Repeated | null> = fc.oneof(
  { weight: 7, arbitrary: fc.constant(null) },
  { weight: 1, arbitrary: fc.constantFrom(SLOT.fee_payer, SLOT.authority) },
);

const targetIn = ({ plan, target }: Scenario): Invocation | undefined => {
  const item = plan.transactions[target.transaction]?.instructions[target.instruction];
  return item?.kind === 'invocation' ? item : undefined;
};

const isSame = (one: AccountMeta | undefined, other: AccountMeta | undefined): boolean =>
  one?.key === other?.key && one?.signer === other?.signer && one?.writable === other?.writable;

/** Where the lists name different accounts. */
const changedIn = (one: Invocation, other: Invocation): readonly Repeated[] =>
  one.accounts.flatMap(({ key }, index) => {
    const before = other.accounts[index]?.key;
    return before === undefined || before === key ? [] : [index];
  });

/** One of the accounts that the edit changed, or any; null to leave slot 3 as it is. */
type Repeat = { readonly ofChanged: number | null; readonly position: Repeated } | null;

const repeat: fc.Arbitrary<Repeat> = fc.oneof(
  { weight: 3, arbitrary: fc.constant(null) },
  {
    weight: 1,
    arbitrary: fc.record({
      ofChanged: fc.option(fc.nat(5), { nil: null, freq: 2 }),
      position: fc.constantFrom(...ANY),
    }),
  },
);

export type EditedAndSound = { readonly edited: Scenario; readonly sound: Scenario };

/** What the edit did to slot 3 stays as it is. */
const repeatedIn = (repeat: NonNullable<Repeat>, { edited, sound }: EditedAndSound): EditedAndSound => {
  const [one, other] = [targetIn(edited), targetIn(sound)];
  if (one === undefined || other === undefined) return { edited, sound };
  if (!isSame(one.accounts[slotIndexOf(one, '_unused')], other.accounts[slotIndexOf(other, '_unused')]))
    return { edited, sound };
  const changed = changedIn(one, other);
  const { ofChanged, position } = repeat;
  const at = ofChanged === null ? position : (changed[ofChanged % changed.length] ?? position);
  if (one.accounts[at] === undefined || other.accounts[at] === undefined) return { edited, sound };
  const put: Mutation = (scenario) => withTarget(scenario, (invocation) => repeating(invocation, at));
  return { edited: put(edited), sound: put(sound) };
};

/** In one of four plans slot 3 repeats another account of the edited call, and in its twin what stands there. */
export const slotThree: fc.Arbitrary<(plans: EditedAndSound) => EditedAndSound> = repeat.map(
  (drawn) => (plans) => (drawn === null ? plans : repeatedIn(drawn, plans)),
);
