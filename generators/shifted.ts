// Accounts in front of the trees and queues that a plan means, which all its indices then count.
import fc from 'fast-check';
import { fixedSlotsOf } from '../spec/layouts';
import type { AccountMeta, Invocation, InvokeData, PlannedInstruction } from '../spec/plan';
import { isV1 } from '../spec/world';
import type { Scenario } from './scenario';

/** Every index of inputs and outputs means the account so many places further. */
export const shifted = (data: InvokeData, by: number): InvokeData => ({
  ...data,
  inputs: data.inputs.map((one) => ({
    ...one,
    treeIndex: one.treeIndex + by,
    queueIndex: one.queueIndex + by,
  })),
  outputs: data.outputs.map((one) => ({ ...one, treeIndex: one.treeIndex + by })),
});

const isInvocation = (item: PlannedInstruction): item is Invocation => item.kind === 'invocation';
const remainingOf = (invocation: Invocation): readonly AccountMeta[] =>
  invocation.accounts.slice(fixedSlotsOf(invocation));

const LAST_INDEX = 255;
const indicesOf = ({ inputs, outputs }: InvokeData): readonly number[] => [
  ...inputs.flatMap(({ treeIndex, queueIndex }) => [treeIndex, queueIndex]),
  ...outputs.map(({ treeIndex }) => treeIndex),
];

const isMovable = (invocation: Invocation): boolean =>
  invocation.instruction === 'InvokeCpi' &&
  invocation.data.newAddresses.length === 0 &&
  indicesOf(invocation.data).every((index) => index < LAST_INDEX) &&
  !remainingOf(invocation).some(({ key }) => isV1(key));

const callsOf = ({ plan }: Scenario): readonly Invocation[] =>
  plan.transactions.flatMap(({ instructions }) => instructions).filter(isInvocation);

const behind = (meta: AccountMeta, invocation: Invocation): Invocation => {
  const fixed = fixedSlotsOf(invocation);
  const { accounts, data } = invocation;
  return {
    ...invocation,
    accounts: accounts.length <= fixed ? accounts : accounts.toSpliced(fixed, 0, meta),
    data: shifted(data, 1),
  };
};

const withInFront = (scenario: Scenario, meta: AccountMeta): Scenario => ({
  ...scenario,
  plan: {
    ...scenario.plan,
    transactions: scenario.plan.transactions.map((transaction) => ({
      ...transaction,
      instructions: transaction.instructions.map((item) => (isInvocation(item) ? behind(meta, item) : item)),
    })),
  },
});

/** A plan and the one that it is compared with. */
type Both = { readonly edited: Scenario; readonly sound: Scenario };

/** Mostly nothing; a tree of version 1, which has 1.3 MB, is rare. */
const inFront: fc.Arbitrary<AccountMeta | null> = fc.oneof(
  { withCrossShrink: true },
  { weight: 24, arbitrary: fc.constant(null) },
  { weight: 2, arbitrary: fc.constant<AccountMeta>({ key: 'noop', signer: false, writable: false }) },
  { weight: 1, arbitrary: fc.constant<AccountMeta>({ key: 'tree:6', signer: false, writable: true }) },
);

/** Now and then an account that no entry means, in every call of both; not where other calls or v1 trees are among these. */
export const anotherInFront: fc.Arbitrary<(both: Both) => Both> = inFront.map(
  (meta) =>
    ({ edited, sound }) =>
      meta !== null && [...callsOf(edited), ...callsOf(sound)].every(isMovable)
        ? { edited: withInFront(edited, meta), sound: withInFront(sound, meta) }
        : { edited, sound },
);
