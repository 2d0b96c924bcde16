// Edits of Invoke's remaining accounts: order, extra accounts, indices that point elsewhere.
import fc from 'fast-check';
import { fixedSlotsOf } from '../../../spec/layouts';
import type { AccountMeta, Invocation } from '../../../spec/plan';
import type { KeyRole } from '../../../spec/world';
import { changeAccount, type Edit, type Mutation } from '../../edit';
import { anyPosition, type Position } from '../../positions';
import { targetOf, withData, withTarget } from '../../scenario';
import { hex } from '../../values';
import { append, inputAt, INVOKE_KINDS, outputAt, remainingCount } from './change';

const extra: fc.Arbitrary<AccountMeta> = fc
  .record({
    key: fc.constantFrom<KeyRole>('wallet:1', 'wallet:2', 'noop', 'account-compression', 'solana-system'),
    writable: fc.boolean(),
  })
  .map(({ key, writable }) => ({ key, signer: false, writable: writable && key.startsWith('wallet:') }));

const swapIndex = (index: number): number => (index < 2 ? 1 - index : index);

/** The first two remaining accounts change places, and every index of the data with them. */
export const swapped = (invocation: Invocation): Invocation => {
  const { accounts, data } = invocation;
  const fixed = fixedSlotsOf(invocation);
  const [first, second, ...rest] = accounts.slice(fixed);
  if (first === undefined || second === undefined) return invocation;
  const inputs = data.inputs.map((one) => ({
    ...one,
    treeIndex: swapIndex(one.treeIndex),
    queueIndex: swapIndex(one.queueIndex),
  }));
  const outputs = data.outputs.map((one) => ({ ...one, treeIndex: swapIndex(one.treeIndex) }));
  return {
    ...invocation,
    accounts: [...accounts.slice(0, fixed), second, first, ...rest],
    data: { ...data, inputs, outputs },
  };
};

const distanceBehind = fc.oneof(fc.nat(3), fc.nat(240));

const inputPointsBehind = (at: Position, distance: number, tree: boolean): Mutation =>
  inputAt(at, (_, scenario) => {
    const index = remainingCount(scenario) + distance;
    return tree ? { treeIndex: index } : { queueIndex: index };
  });

/** A new address whose tree and queue are not there. */
const addressBehind =
  (distance: number, seed: string): Mutation =>
  (scenario) => {
    const index = remainingCount(scenario) + distance;
    return withData(scenario, () => ({
      newAddresses: [{ seed, queueIndex: index, treeIndex: index, rootIndex: 0 }],
    }));
  };

const replaceQueue =
  (key: KeyRole): Mutation =>
  (scenario) => {
    const queue = targetOf(scenario).accounts.findIndex((meta) => meta.key.startsWith('queue:'));
    return changeAccount(queue, { key })(scenario);
  };

export const INVOKE_REMAINING_EDITS: readonly Edit[] = [
  {
    rule: 'invoke/remaining-order',
    kinds: ['invoke-spend', 'invoke-decompress'],
    mutation: fc.constant((scenario) => withTarget(scenario, swapped)),
  },
  {
    rule: 'invoke/trailing-accounts-free',
    kinds: INVOKE_KINDS,
    mutation: fc.array(extra, { minLength: 1, maxLength: 3 }).map(append),
  },
  {
    rule: 'invoke/remaining-index-in-range',
    kinds: ['invoke-create', 'invoke-compress'],
    mutation: fc
      .tuple(anyPosition, distanceBehind)
      .map(([at, distance]) =>
        outputAt(at, (_, scenario) => ({ treeIndex: remainingCount(scenario) + distance })),
      ),
  },
  {
    rule: 'invoke/remaining-index-in-range',
    kinds: ['invoke-spend', 'invoke-decompress'],
    mutation: fc.tuple(anyPosition, distanceBehind, fc.boolean()).map((drawn) => inputPointsBehind(...drawn)),
  },
  {
    rule: 'invoke/remaining-index-in-range',
    kinds: ['invoke-create'],
    mutation: fc.tuple(distanceBehind, hex(32)).map(([distance, seed]) => addressBehind(distance, seed)),
    notBehind: ['invoke/remaining-index-in-range'],
  },
  {
    rule: 'invoke/remaining-tree-type',
    kinds: ['invoke-create', 'invoke-compress'],
    mutation: fc.constantFrom<KeyRole>('wallet:1', 'sol-pool', 'address-tree').map(replaceQueue),
  },
];
