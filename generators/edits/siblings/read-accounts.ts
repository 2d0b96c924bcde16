// Edits of the accounts that a call reads: another one, one that is spent, read twice, misplaced or to be proven.
import fc from 'fast-check';
import type { InputAccount, ReadOnlyAccount } from '../../../spec/plan';
import type { Mutation } from '../../edit';
import { transactionOf } from '../../invocation';
import { anyPosition, changedAt, type Position } from '../../positions';
import { targetOf, withData, type Scenario } from '../../scenario';
import { reading } from '../../siblings/scenarios';
import { fieldHex } from '../../values';
import { remainingOf, sends } from './draft';

type Change = (account: ReadOnlyAccount) => ReadOnlyAccount;

/** One of the accounts that are read is changed, whichever it is; the others stay as they were. */
const oneRead = (changes: fc.Arbitrary<Change>): fc.Arbitrary<Mutation> =>
  fc.tuple(changes, anyPosition).map(
    ([change, at]): Mutation =>
      (s) =>
        withData(s, ({ readOnlyAccounts }) => ({
          readOnlyAccounts: readOnlyAccounts.map((account, position) =>
            position === at(readOnlyAccounts.length) ? change(account) : account,
          ),
        })),
  );

type Read = NonNullable<ReadOnlyAccount['of']>;
const ofAnother =
  (change: (of: Read) => Partial<Read>): Change =>
  (account) =>
    account.of === undefined ? account : { ...account, of: { ...account.of, ...change(account.of) } };

/** Hash of nothing that exists, at a leaf index that exists or not. */
const unknownHash: fc.Arbitrary<Change> = fc
  .tuple(fieldHex, fc.oneof(fc.nat(105), fc.nat(0xffff_ffff)))
  .map(([accountHash, leafIndex]): Change => ({ treeIndex, queueIndex, proveByIndex, rootIndex }) => ({
    treeIndex,
    queueIndex,
    proveByIndex,
    rootIndex,
    accountHash,
    leafIndex,
  }));

export const anotherAccount: fc.Arbitrary<Mutation> = oneRead(
  fc.oneof(
    unknownHash,
    fc
      .integer({ min: 7, max: 3000 })
      .map((by) => ofAnother(({ leafOffset }) => ({ leafOffset: leafOffset + by }))),
    fieldHex.map((dataHash) => ofAnother(({ data }) => ({ data: data && { ...data, dataHash } }))),
    fc.constant(ofAnother(({ lamports }) => ({ lamports: lamports + 1n }))),
  ),
);

/** One of the accounts that the target reads, spent by its owner in a transaction in front of it. */
const spentFirst = (s: Scenario, at: Position): Scenario => {
  const { plan, target } = s;
  const create = plan.transactions[0]?.instructions[0];
  const reads = targetOf(s).data.readOnlyAccounts;
  const read = reads[at(reads.length)];
  if (create?.kind !== 'invocation' || read?.of === undefined) return s;
  const output = create.data.outputs[read.of.leafOffset];
  if (output === undefined) return s;
  const { treeIndex, queueIndex } = read;
  const input = {
    ...output,
    treeIndex,
    queueIndex,
    leafOffset: read.of.leafOffset,
    proveByIndex: true,
    rootIndex: 0,
  };
  const spend = { ...create, data: { ...create.data, outputs: [], inputs: [input] } };
  const payer = plan.transactions[0]?.feePayer ?? 'payer:0';
  return {
    ...s,
    plan: { ...plan, transactions: plan.transactions.toSpliced(1, 0, transactionOf(payer, spend)) },
    target: { ...target, transaction: target.transaction + 1 },
  };
};

export const spentBefore: fc.Arbitrary<Mutation> = anyPosition.map(
  (at) => (s: Scenario) => spentFirst(s, at),
);

/** In order, of all invocations. */
const inputsIn = (s: Scenario): readonly InputAccount[] =>
  s.plan.transactions
    .flatMap(({ instructions }) => instructions)
    .flatMap((item) => (item.kind === 'invocation' ? item.data.inputs : []));

const placesOf = ({ treeIndex, queueIndex, proveByIndex, rootIndex }: InputAccount) =>
  ({ treeIndex, queueIndex, proveByIndex, rootIndex }) as const;

/** The target reads the last of the accounts that the first transaction creates. */
export const readsLast: Mutation = (s: Scenario) => {
  const create = s.plan.transactions[0]?.instructions[0];
  const outputs = create?.kind === 'invocation' ? create.data.outputs : [];
  const output = outputs.at(-1);
  if (output === undefined) return s;
  const leafOffset = outputs.length - 1;
  const { treeIndex: queueIndex, ...account } = output;
  const place = { treeIndex: 1 - queueIndex, queueIndex, leafOffset, proveByIndex: true, rootIndex: 0 };
  return withData(s, () => ({ readOnlyAccounts: [reading({ ...account, ...place })] }));
};

/** Another account that the first transaction creates and nothing spends is read in front, where there is one. */
export const alsoReadsAnother: Mutation = (s: Scenario) => {
  const create = s.plan.transactions[0]?.instructions[0];
  const outputs = create?.kind === 'invocation' ? create.data.outputs : [];
  const spent = new Set(inputsIn(s).map(({ leafOffset }) => leafOffset));
  const leafOffset = outputs.findIndex((_, offset) => !spent.has(offset));
  const output = outputs[leafOffset];
  const [input] = inputsIn(s);
  if (output === undefined || input === undefined) return s;
  const other = reading({ ...output, ...placesOf(input), leafOffset });
  return withData(s, ({ readOnlyAccounts }) => ({ readOnlyAccounts: [...readOnlyAccounts, other] }));
};

/** One of the inputs that the target brings, or that its context holds, is read as well. */
export const alsoRead: fc.Arbitrary<Mutation> = anyPosition.map((at) => (s: Scenario) => {
  const inputs = inputsIn(s);
  const input = inputs[at(inputs.length)];
  return input === undefined
    ? s
    : withData(s, ({ readOnlyAccounts }) => ({ readOnlyAccounts: [...readOnlyAccounts, reading(input)] }));
});

/** All are read once more in a transaction behind, and then one is spent by what created it. */
export const againAndSpent: fc.Arbitrary<Mutation> = anyPosition.map((at) => (s: Scenario) => {
  const spent = spentFirst(s, at);
  const { transactions } = spent.plan;
  const [spend] = transactions.slice(1, 2);
  if (spend === undefined || transactions.length === s.plan.transactions.length) return s;
  const target = targetOf(s);
  const again = {
    ...target,
    data: { ...target.data, inputs: [], cpiContext: null, readOnlyAccounts: target.data.readOnlyAccounts },
  };
  const others = s.plan.transactions;
  const reads = s.kind.endsWith('/read') ? [transactionOf(spend.feePayer, again)] : [];
  return { ...s, plan: { ...s.plan, transactions: [...others, ...reads, spend] } };
});

const twice: Mutation = sends(({ readOnlyAccounts }) => ({
  readOnlyAccounts: [...readOnlyAccounts, ...readOnlyAccounts],
}));
export const readBefore = fc.constant<Mutation>(twice);

/** One of the accounts that are read, or all of them, to be proven under a root of that index. */
export const toBeProven = (
  proofs: fc.Arbitrary<string | null>,
  roots: fc.Arbitrary<number>,
): fc.Arbitrary<Mutation> =>
  fc.tuple(proofs, roots, anyPosition, fc.boolean()).map(([proof, rootIndex, at, all]) => {
    const proven: Change = (account) => ({ ...account, proveByIndex: false, rootIndex });
    return sends(({ readOnlyAccounts }) => ({
      proof,
      readOnlyAccounts: all ? readOnlyAccounts.map(proven) : changedAt(readOnlyAccounts, at, proven),
    }));
  });

export const misplacedAccount = oneRead(
  fc
    .constantFrom<Partial<ReadOnlyAccount>>({ treeIndex: 0, queueIndex: 0 }, { treeIndex: 1, queueIndex: 1 })
    .map((place): Change => (account) => ({ ...account, ...place })),
);

export const behind = fc
  .tuple(fc.nat(200), fc.boolean(), anyPosition)
  .map(([distance, tree, at]): Mutation => (s) => {
    const index = remainingOf(s) + distance;
    const place = tree ? { treeIndex: index } : { queueIndex: index };
    return withData(s, ({ readOnlyAccounts }) => ({
      readOnlyAccounts: changedAt(readOnlyAccounts, at, () => place),
    }));
  });
