// Moves a plan to a world with v1 trees only: each v2 tree, queue and context becomes one of a v1 tree, which takes the outputs itself.
import { fixedSlotsOf } from '../../spec/layouts';
import type { AccountMeta, Initialization, Invocation, InvokeData, NewAddress, Plan } from '../../spec/plan';
import type { PlannedInstruction } from '../../spec/plan';
import type { TokenInstruction } from '../../spec/token';
import {
  isV1,
  nearTo,
  stateTreeOf,
  TREE_COUNT,
  treeNumber,
  V1_TREE_COUNT,
  type KeyRole,
} from '../../spec/world';

/** The number of the v1 tree that stands for a v2 tree. */
export type TreeNumbers = (number: number) => number;

const isV2 = (key: KeyRole): boolean => treeNumber(key) !== undefined && !isV1(key);

const tokenAccountsOf = (step: TokenInstruction): readonly AccountMeta[] => {
  if (step.name === 'mint-to') return [{ key: step.target, signer: false, writable: true }];
  return step.name === 'transfer' ? step.remaining : [];
};

const accountsOf = (item: PlannedInstruction): readonly AccountMeta[] =>
  item.kind === 'token'
    ? tokenAccountsOf(item)
    : item.kind === 'invocation' || item.kind === 'initialize'
      ? item.accounts
      : [];

const numbersIn = ({ accounts, transactions }: Plan): readonly number[] =>
  [...transactions.flatMap(({ instructions }) => instructions.flatMap(accountsOf)), ...accounts].flatMap(
    ({ key }) => (isV2(key) ? [treeNumber(key) ?? 1] : []),
  );

/** The first tree of the plans becomes either v1 tree, all others the other one: there are two only. */
export const treeNumbers = (plans: readonly Plan[]): TreeNumbers => {
  const [first = 1] = plans.flatMap(numbersIn);
  const v1 = (number: number): number => TREE_COUNT + 1 + (number % V1_TREE_COUNT);
  return (number) => v1(number === first ? first - 1 : first);
};

const ADDRESS_TREES: ReadonlySet<KeyRole> = new Set(['address-tree', 'address-tree-2']);

const renamed = (key: KeyRole, to: TreeNumbers): KeyRole => {
  if (ADDRESS_TREES.has(key)) return 'address-tree-v1';
  const number = treeNumber(nearTo(key));
  return number !== undefined && isV2(nearTo(key))
    ? (key.replace(/\d+$/, String(to(number))) as KeyRole)
    : key;
};

/** The index of the tree beside an output queue; -1 where it is not listed. */
const treeBeside = (remaining: readonly AccountMeta[], index: number): number => {
  const key = remaining[index]?.key;
  if (key === undefined || !nearTo(key).startsWith('queue:') || isV1(nearTo(key))) return -1;
  return remaining.findIndex((meta) => meta.key === stateTreeOf(key));
};

/** A queue without its tree stands for it; beside it, it is the tree's nullifier queue. */
const remainingIn = (remaining: readonly AccountMeta[], to: TreeNumbers): readonly AccountMeta[] =>
  remaining.map((meta, index) => {
    const meant = nearTo(meta.key);
    const stands = isV2(meant) && meant.startsWith('queue:') && treeBeside(remaining, index) < 0;
    return { ...meta, key: renamed(stands ? (stateTreeOf(meta.key) ?? meta.key) : meta.key, to) };
  });

/** No leaf of a v1 tree is proven by its index. */
const entriesIn = ({ inputs, outputs }: InvokeData, remaining: readonly AccountMeta[]) => ({
  inputs: inputs.map((input) => ({ ...input, proveByIndex: false })),
  outputs: outputs.map((output) => {
    const beside = treeBeside(remaining, output.treeIndex);
    return beside < 0 ? output : { ...output, treeIndex: beside };
  }),
});

const ADDRESS_QUEUE: AccountMeta = { key: 'address-queue-v1', signer: false, writable: true };

/** A v1 address tree has a queue of its own, which stands behind everything. */
const withAddressQueue = (
  newAddresses: readonly NewAddress[],
  remaining: readonly AccountMeta[],
): { readonly newAddresses: readonly NewAddress[]; readonly more: readonly AccountMeta[] } => {
  const isV2Address = ({ treeIndex, queueIndex }: NewAddress): boolean =>
    treeIndex === queueIndex && ADDRESS_TREES.has(remaining[treeIndex]?.key ?? 'noop');
  if (!newAddresses.some(isV2Address)) return { newAddresses, more: [] };
  const moved = newAddresses.map((one) =>
    isV2Address(one) ? { ...one, queueIndex: remaining.length } : one,
  );
  return { newAddresses: moved, more: [ADDRESS_QUEUE] };
};

const invocationIn = (invocation: Invocation, to: TreeNumbers): Invocation => {
  const fixed = fixedSlotsOf(invocation);
  const remaining = invocation.accounts.slice(fixed);
  const { newAddresses, more } = withAddressQueue(invocation.data.newAddresses, remaining);
  return {
    ...invocation,
    accounts: [
      ...invocation.accounts.slice(0, fixed).map((meta) => ({ ...meta, key: renamed(meta.key, to) })),
      ...remainingIn(remaining, to),
      ...more,
    ],
    data: { ...invocation.data, ...entriesIn(invocation.data, remaining), newAddresses },
  };
};

const initializationIn = (item: Initialization, to: TreeNumbers): Initialization => ({
  ...item,
  accounts: item.accounts.map((meta) => ({ ...meta, key: renamed(meta.key, to) })),
});

/** Tokens in v2 trees are spent by index, which no v1 tree knows: transfers here spend nothing, or under a proof. */
const tokenIn = (step: TokenInstruction, to: TreeNumbers): TokenInstruction => {
  if (step.name === 'mint-to') {
    const [taking] = remainingIn(tokenAccountsOf(step), to);
    return taking === undefined ? step : { ...step, target: taking.key };
  }
  if (step.name !== 'transfer') return step;
  const outputs = step.outputs.map((output) => {
    const beside = treeBeside(step.remaining, output.treeIndex);
    return beside < 0 ? output : { ...output, treeIndex: beside };
  });
  return { ...step, outputs, remaining: remainingIn(step.remaining, to) };
};

const instructionIn = (item: PlannedInstruction, to: TreeNumbers): PlannedInstruction => {
  if (item.kind === 'invocation') return invocationIn(item, to);
  if (item.kind === 'token') return tokenIn(item, to);
  return item.kind === 'initialize' ? initializationIn(item, to) : item;
};

/** The plan with v1 trees in the place of its v2 trees. */
export const withV1Trees = (plan: Plan, to: TreeNumbers): Plan => ({
  accounts: plan.accounts.map(({ associatedTree, ...before }) => ({
    ...before,
    key: renamed(before.key, to),
    ...(associatedTree && { associatedTree: renamed(associatedTree, to) }),
  })),
  transactions: plan.transactions.map((transaction) => ({
    ...transaction,
    instructions: transaction.instructions.map((item) => instructionIn(item, to)),
  })),
});
