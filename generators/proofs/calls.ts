// A call of the plans that use a proof: its accounts, and the transaction that has enough compute units for it.
import type {
  AccountMeta,
  InvokeData,
  Invocation,
  PlannedInstruction,
  PlannedTransaction,
} from '../../spec/plan';
import type { TokenProof } from '../../spec/proof';
import { treeNumber, type CallerName, type KeyRole } from '../../spec/world';
import { COMPUTE_UNITS, invocation, transactionOf, type FlagName, type Setting } from '../invocation';
import type { Made } from './choices';

const FREE_FLAGS = {
  authoritySigns: true,
  authorityWritable: false,
  registeredWritable: false,
  compressionAuthorityWritable: false,
} as const;

export const treeOf = ({ spends }: Pick<TokenProof, 'spends'>): number =>
  spends === null ? 6 : (treeNumber(spends.tree) ?? 6);

export const writable = (key: KeyRole): AccountMeta => ({ key, signer: false, writable: true });

/** The trees that an address is opened in: one of version 1 has a queue of its own. */
const addressAccounts = ({ addresses }: TokenProof): readonly KeyRole[] => {
  const [first] = addresses;
  if (first === undefined) return [];
  return first.tree === 'address-tree-v1' ? ['address-tree-v1', 'address-queue-v1'] : [first.tree];
};

export const stateAccounts = (proof: TokenProof): readonly AccountMeta[] =>
  ([`tree:${treeOf(proof)}`, `queue:${treeOf(proof)}`] as const).map(writable);

const settingOf = ({ proof, choices }: Made, caller: CallerName): Setting => ({
  caller,
  payer: choices.payer,
  tree: treeOf(proof),
  through: choices.together ? [] : choices.through.filter((name) => name !== caller),
  treeFirst: true,
  unusedSlot: choices.unusedSlot,
  free: FREE_FLAGS,
});

/** An invocation with the accounts of the setting, then the proof's own. */
export const called = (
  made: Made,
  caller: CallerName,
  parts: { readonly flags: FlagName; readonly data: Partial<InvokeData> },
): Invocation => {
  const base = invocation({ setting: settingOf(made, caller), ...parts });
  return { ...base, accounts: [...base.accounts.slice(0, -1), ...stateAccounts(made.proof)] };
};

/** A call that opens addresses lists their tree as well; one that does not would pay its fees there all the same. */
export const withTreesOf = (call: Invocation, proof: TokenProof | undefined): Invocation =>
  proof === undefined
    ? call
    : { ...call, accounts: [...call.accounts, ...addressAccounts(proof).map(writable)] };

/** Verifying takes more than the default of a transaction. */
export const verifying = (
  payer: KeyRole,
  ...instructions: readonly PlannedInstruction[]
): PlannedTransaction => ({
  ...transactionOf(payer, ...instructions),
  computeUnitLimit: COMPUTE_UNITS,
});
