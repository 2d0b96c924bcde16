// The same operation as each instruction would send it: InvokeCpi's account list and data, reshaped.
import type { InvokedColumn } from '../../spec/codes/types';
import { SLOT_NAMES } from '../../spec/invoke-cpi';
import { DISCRIMINATOR_OF, slotNamesOf } from '../../spec/layouts';
import type { AccountMeta, Invocation, InvokeData } from '../../spec/plan';
import type { KeyRole } from '../../spec/world';
import { invocation, type InvocationParts } from '../invocation';

/** How an operation is sent: by which instruction, in which account mode, straight from the transaction or not. */
export type Shape = {
  readonly column: InvokedColumn;
  readonly v2: boolean;
  readonly direct: boolean;
  /** Owns and signs for what Invoke moves. */
  readonly wallet: KeyRole;
};

const FIXED = SLOT_NAMES.length;

const bySlots = (accounts: readonly AccountMeta[], plain: Invocation): readonly AccountMeta[] => {
  const names = slotNamesOf(plain);
  const fixed = names.flatMap((name) => accounts[SLOT_NAMES.indexOf(name)] ?? []);
  const writes = plain.data.cpiContext?.firstSet === true || plain.data.cpiContext?.set === true;
  return plain.mode === 'v2' && writes ? fixed : [...fixed, ...accounts.slice(FIXED)];
};

const signedBy =
  (wallet: KeyRole) =>
  (meta: AccountMeta, position: number): AccountMeta =>
    position === 1 ? { ...meta, key: wallet, signer: true } : meta;

const OF_WALLETS = (data: InvokeData, owner: KeyRole): InvokeData => ({
  ...data,
  inputs: data.inputs.map((input) => ({ ...input, owner, data: null })),
  outputs: data.outputs.map((output) => ({ ...output, owner, data: null })),
});

/** The invocation as the shape's instruction sends it. */
export const shaped = (plain: Invocation, { column, v2, direct, wallet }: Shape): Invocation => {
  const data = { ...plain.data, discriminator: DISCRIMINATOR_OF[column] };
  const named: Invocation = {
    ...plain,
    instruction: column,
    data: column === 'Invoke' ? OF_WALLETS(data, wallet) : data,
    ...(v2 ? { mode: 'v2' as const } : {}),
    ...(direct ? { direct: true as const } : {}),
  };
  const accounts = column === 'Invoke' ? plain.accounts.map(signedBy(wallet)) : plain.accounts;
  return { ...named, accounts: bySlots(accounts, named) };
};

/** A valid invocation of the shape's instruction. */
export const shapedInvocation = (parts: InvocationParts, shape: Shape): Invocation =>
  shaped(invocation(parts), shape);
