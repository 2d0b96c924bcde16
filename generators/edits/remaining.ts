// Edits of the remaining accounts: order, extra accounts, indices that point elsewhere.
import fc from 'fast-check';
import { FIXED_SLOTS } from '../../spec/invoke-cpi';
import type { AccountMeta, Invocation } from '../../spec/plan';
import type { KeyRole } from '../../spec/world';
import { ALL_KINDS, changeAccount, DIRECT_KINDS, type Edit, type Mutation } from '../edit';
import { anyPosition, changedAt, type Position } from '../positions';
import { targetOf, withData, withTarget } from '../scenario';
import { hex } from '../values';
import { withSomeOutput } from './flags';
import { FROM_CONTEXT_EDITS } from './remaining/from-context';

const extra: fc.Arbitrary<AccountMeta> = fc
  .record({
    key: fc.constantFrom<KeyRole>('wallet:1', 'wallet:2', 'noop', 'account-compression', 'solana-system'),
    writable: fc.boolean(),
  })
  .map(({ key, writable }) => ({ key, signer: false, writable: writable && key.startsWith('wallet:') }));

const append =
  (metas: readonly AccountMeta[]): Mutation =>
  (scenario) =>
    withTarget(scenario, (invocation) => ({ ...invocation, accounts: [...invocation.accounts, ...metas] }));

const swapIndex = (index: number): number => (index < 2 ? 1 - index : index);

/** Queue and tree change places, and every index of the data with them. */
const swapped = (invocation: Invocation): Invocation => {
  const { accounts, data } = invocation;
  const remaining = accounts.slice(FIXED_SLOTS);
  const [first, second, ...rest] = remaining;
  if (first === undefined || second === undefined) return invocation;
  return {
    ...invocation,
    accounts: [...accounts.slice(0, FIXED_SLOTS), second, first, ...rest],
    data: {
      ...data,
      inputs: data.inputs.map((i) => ({
        ...i,
        treeIndex: swapIndex(i.treeIndex),
        queueIndex: swapIndex(i.queueIndex),
      })),
      outputs: data.outputs.map((o) => ({ ...o, treeIndex: swapIndex(o.treeIndex) })),
    },
  };
};
const isTreeFirst = (invocation: Invocation): boolean =>
  invocation.accounts[FIXED_SLOTS]?.key.startsWith('tree:') === true;

const outputPointsBehind =
  (distance: number, at: Position): Mutation =>
  (scenario) => {
    const treeIndex = targetOf(scenario).accounts.length - FIXED_SLOTS + distance;
    return withData(scenario, ({ outputs }) => ({ outputs: changedAt(outputs, at, () => ({ treeIndex })) }));
  };

const distanceBehind = fc.oneof(fc.nat(3), fc.nat(240));

const inputPointsBehind =
  (distance: number, at: Position, tree: boolean): Mutation =>
  (scenario) => {
    const index = targetOf(scenario).accounts.length - FIXED_SLOTS + distance;
    const moved = tree ? { treeIndex: index } : { queueIndex: index };
    return withData(scenario, ({ inputs }) => ({ inputs: changedAt(inputs, at, () => moved) }));
  };

/** A new address whose tree and queue are not there. */
const addressBehind =
  (distance: number, seed: string): Mutation =>
  (scenario) => {
    const index = targetOf(scenario).accounts.length - FIXED_SLOTS + distance;
    return withData(scenario, () => ({
      newAddresses: [{ seed, queueIndex: index, treeIndex: index, rootIndex: 0 }],
    }));
  };

const replaceQueue =
  (key: KeyRole): Mutation =>
  (scenario) => {
    const { accounts } = targetOf(scenario);
    return changeAccount(
      accounts.findIndex((meta) => meta.key.startsWith('queue:')),
      { key },
    )(scenario);
  };

const lastOutputTo =
  (index: number): Mutation =>
  (scenario) =>
    withData(scenario, ({ outputs }) => ({
      outputs: outputs.map((output, position) =>
        position === outputs.length - 1 ? { ...output, treeIndex: index } : output,
      ),
    }));

/** Right behind the queue, where an account without data might be taken for one more of the kind before it. */
const pointBesideQueue =
  (key: KeyRole): Mutation =>
  (scenario) => {
    const index = targetOf(scenario).accounts.length - FIXED_SLOTS;
    return lastOutputTo(index)(append([{ key, signer: false, writable: true }])(scenario));
  };

const queueLast: Mutation = (scenario) =>
  withTarget(scenario, (invocation) => (isTreeFirst(invocation) ? invocation : swapped(invocation)));

export const REMAINING_EDITS: readonly Edit[] = [
  {
    rule: 'accounts/trailing-accounts-free',
    kinds: ALL_KINDS,
    mutation: fc.array(extra, { minLength: 1, maxLength: 3 }).map(append),
  },
  {
    rule: 'accounts/remaining-order-free',
    kinds: DIRECT_KINDS,
    prepare: (s) =>
      withTarget(s, (invocation) => (isTreeFirst(invocation) ? swapped(invocation) : invocation)),
    mutation: fc.constant(queueLast),
  },
  {
    rule: 'accounts/remaining-index-in-range',
    kinds: ['direct', 'compress'],
    mutation: fc.tuple(distanceBehind, anyPosition).map((drawn) => outputPointsBehind(...drawn)),
  },
  {
    rule: 'accounts/remaining-index-in-range',
    kinds: ['spend'],
    mutation: fc.tuple(distanceBehind, anyPosition, fc.boolean()).map((drawn) => inputPointsBehind(...drawn)),
  },
  {
    rule: 'accounts/remaining-index-in-range',
    kinds: ['direct'],
    mutation: fc.tuple(distanceBehind, hex(32)).map(([distance, seed]) => addressBehind(distance, seed)),
    notBehind: ['accounts/remaining-index-in-range'],
  },
  ...FROM_CONTEXT_EDITS,
  {
    rule: 'accounts/remaining-tree-type',
    kinds: ['execute'],
    prepare: withSomeOutput,
    mutation: fc.constantFrom<KeyRole>('wallet:1', 'sol-pool', 'address-tree').map(replaceQueue),
  },
  {
    rule: 'accounts/remaining-tree-type-at-once',
    kinds: ['direct', 'compress'],
    prepare: withSomeOutput,
    mutation: fc.constantFrom<KeyRole>('wallet:1', 'sol-pool', 'address-tree').map(replaceQueue),
  },
  {
    rule: 'accounts/remaining-tree-type-at-once',
    kinds: ['direct', 'compress'],
    prepare: (s) => queueLast(withSomeOutput(s)),
    mutation: fc.constantFrom<KeyRole>('wallet:1', 'sol-pool').map(pointBesideQueue),
  },
];
