// Edits that step over a limitation: entries or bytes more than fit, read-only entries, a second tree.
import fc from 'fast-check';
import { FIXED_SLOTS } from '../../spec/invoke-cpi';
import { TREE_COUNT, treeNumber, type KeyRole } from '../../spec/world';
import { EXECUTE_KINDS, WRITE_KINDS, type Edit, type Mutation } from '../edit';
import { MOST_AT_ONCE } from '../invocation';
import { targetOf, withData, withTarget } from '../scenario';
import { fieldHex } from '../values';
import { inFirstWrite, withSomeOutput } from './flags';
import { BARE, BEYOND, excess, queueIndex, repeated, roomFor } from './limits/beyond';

const readOnlyAccount = fc
  .record({
    accountHash: fieldHex,
    treeIndex: fc.nat(1),
    queueIndex: fc.nat(1),
    leafIndex: fc.nat(100),
    proveByIndex: fc.boolean(),
    rootIndex: fc.nat(10),
  })
  .map(
    (entry): Mutation =>
      (s) =>
        withData(s, () => ({ readOnlyAccounts: [entry] })),
  );
const readOnlyAddress = fc.record({ address: fieldHex, treeIndex: fc.nat(1), rootIndex: fc.nat(10) }).map(
  (entry): Mutation =>
    (s) =>
      withData(s, () => ({ readOnlyAddresses: [entry] })),
);

/** A second output of the executing invocation, and another tree's queue behind the remaining accounts. */
const withSpareQueue: Mutation = (scenario) => {
  const ready = withSomeOutput(scenario);
  const { accounts } = targetOf(ready);
  const own = accounts.find((meta) => meta.key.startsWith('queue:'))?.key ?? 'queue:1';
  const key: KeyRole = `queue:${((treeNumber(own) ?? 1) % TREE_COUNT) + 1}`;
  const listed = withTarget(ready, (i) => ({
    ...i,
    accounts: [...i.accounts, { key, signer: false, writable: true }],
  }));
  return withData(listed, ({ outputs }) => ({
    outputs: [...outputs, { ...BARE, treeIndex: queueIndex(listed) }],
  }));
};
const lastOutputElsewhere: Mutation = (scenario) =>
  withData(scenario, ({ outputs }) => ({
    outputs: outputs.map((output, position) =>
      position === outputs.length - 1
        ? { ...output, treeIndex: targetOf(scenario).accounts.length - FIXED_SLOTS - 1 }
        : output,
    ),
  }));

/** The first write of the plan brings bare outputs more, until the queue gets so many more than it takes at once. */
const manyWritten =
  (over: number): Mutation =>
  (scenario) => {
    const times = roomFor(scenario, MOST_AT_ONCE, ({ outputs }) => outputs.length) + over;
    const extra = repeated({ ...BARE, treeIndex: queueIndex(scenario) }, times);
    return inFirstWrite(scenario, ({ outputs }) => ({ outputs: [...outputs, ...extra] }));
  };

export const LIMIT_EDITS: readonly Edit[] = [
  ...BEYOND.map(({ rule, base, mutation }) => ({ rule, kinds: [base], mutation })),
  { rule: 'limits/read-only-accounts', kinds: ['read-only-variant'], mutation: readOnlyAccount },
  { rule: 'limits/read-only-addresses', kinds: ['read-only-variant'], mutation: readOnlyAddress },
  {
    rule: 'limits/full-context-executes',
    kinds: ['execute'],
    mutation: excess.map(manyWritten),
  },
  {
    rule: 'limits/single-tree',
    kinds: WRITE_KINDS,
    prepare: withSpareQueue,
    mutation: fc.constant(lastOutputElsewhere),
  },
  {
    rule: 'limits/single-tree',
    kinds: EXECUTE_KINDS,
    prepare: withSpareQueue,
    mutation: fc.constant(lastOutputElsewhere),
  },
];
