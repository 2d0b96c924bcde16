// The same call in another form: another instruction, and accounts by options.
import {
  ACCOUNT_INFO_DISCRIMINATOR,
  READ_ONLY_DISCRIMINATOR,
  SLOT,
  type SlotName,
} from '../../spec/invoke-cpi';
import { fixedSlotsOf, slotNamesOf } from '../../spec/layouts';
import type { AccountMeta, Invocation, OutputAccount, Plan } from '../../spec/plan';
import { PLAIN_DATA } from '../entries';
import type { Scenario, SiblingForm } from '../scenario';

const FREE: ReadonlySet<SlotName> = new Set([
  'authority',
  'registered_program_pda',
  'account_compression_authority',
]);

/** Flags on which documents and programs agree: these rules have edits of their own. */
const agreed = (meta: AccountMeta, name: SlotName): AccountMeta =>
  FREE.has(name) ? { ...meta, signer: name === 'authority', writable: false } : meta;

/** An account info always has data, and the invoking program for an owner. */
const infoOutput = (output: OutputAccount, { caller }: Invocation): OutputAccount => ({
  ...output,
  owner: `program:${caller}`,
  data: output.data ?? PLAIN_DATA,
});

const asReadOnly = (invocation: Invocation): Invocation => ({
  ...invocation,
  instruction: 'InvokeCpiWithReadOnly',
  data: { ...invocation.data, discriminator: READ_ONLY_DISCRIMINATOR },
});
/** With accounts as account infos, in whatever slots. */
export const asInfos = (invocation: Invocation): Invocation => ({
  ...invocation,
  instruction: 'InvokeCpiWithAccountInfo',
  data: {
    ...invocation.data,
    discriminator: ACCOUNT_INFO_DISCRIMINATOR,
    outputs: invocation.data.outputs.map((output) => infoOutput(output, invocation)),
  },
});

/** The call with the slots that its data asks for, out of InvokeCpi's eleven. */
const byOptions = (invocation: Invocation): Invocation => {
  const listed: Invocation = { ...invocation, mode: 'v2' };
  const slots = slotNamesOf(listed).flatMap((name) => invocation.accounts[SLOT[name]] ?? []);
  return { ...listed, accounts: [...slots, ...invocation.accounts.slice(Object.keys(SLOT).length)] };
};

const withAgreedFlags = (invocation: Invocation): Invocation => {
  const names = slotNamesOf(invocation);
  const keep = (meta: AccountMeta, index: number): AccountMeta => {
    const name = names[index];
    return name === undefined ? meta : agreed(meta, name);
  };
  return { ...invocation, accounts: invocation.accounts.map(keep) };
};

const FORMS: Readonly<Record<SiblingForm, (invocation: Invocation) => Invocation>> = {
  'read-only-0': asReadOnly,
  'read-only-1': (invocation) => byOptions(asReadOnly(invocation)),
  'account-info': (invocation) => byOptions(asInfos(invocation)),
};

/** An InvokeCpi in that form; the account info's owner and data are taken as the form has them. */
export const inForm = (form: SiblingForm, invocation: Invocation): Invocation =>
  withAgreedFlags(FORMS[form](invocation));

/** InvokeCpiWithAccountInfo in mode 0, with InvokeCpi's slots. */
export const infosInSlots = (invocation: Invocation): Invocation => withAgreedFlags(asInfos(invocation));

/** An InvokeCpi that the form can say: its twin. */
export const sayable = (form: SiblingForm, invocation: Invocation): Invocation => {
  const { outputs } = form === 'account-info' ? asInfos(invocation).data : invocation.data;
  const inputs = invocation.data.inputs.map((input) => ({ ...input, data: input.data ?? PLAIN_DATA }));
  return withAgreedFlags({ ...invocation, data: { ...invocation.data, inputs, outputs } });
};

export const isWrite = ({ data: { cpiContext } }: Invocation): boolean =>
  cpiContext !== null && (cpiContext.firstSet || cpiContext.set);

/** A write by options that lists neither trees nor queues. */
export const bare = (invocation: Invocation): Invocation =>
  invocation.mode === 'v2' && isWrite(invocation)
    ? { ...invocation, accounts: invocation.accounts.slice(0, fixedSlotsOf(invocation)) }
    : invocation;

/** Every invocation of the plan, changed; `position` counts them. */
export const eachCall = (
  plan: Plan,
  change: (invocation: Invocation, position: number) => Invocation,
): Plan => {
  let position = 0;
  const transactions = plan.transactions.map((transaction) => ({
    ...transaction,
    instructions: transaction.instructions.map((item) =>
      item.kind === 'invocation' ? change(item, position++) : item,
    ),
  }));
  return { ...plan, transactions };
};

export const eachCallOf = (
  scenario: Scenario,
  change: (invocation: Invocation, position: number) => Invocation,
): Scenario => ({ ...scenario, plan: eachCall(scenario.plan, change) });
