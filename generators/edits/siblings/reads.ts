// Edits of what is read: it is not there, spent at once, misplaced, to be proven, or written to a context.
import fc from 'fast-check';
import type { ReadOnlyAccount, ReadOnlyAddress } from '../../../spec/plan';
import type { Mutation } from '../../edit';
import { COMPUTE_UNITS, transactionOf } from '../../invocation';
import { targetOf, withData, withTarget, withTransaction, type Scenario } from '../../scenario';
import { reading } from '../../siblings/scenarios';
import { fieldHex, optional, proofHex } from '../../values';
import { always, BY_OPTIONS, EXECUTING, READING, remainingOf, sends, type Draft } from './draft';

const withUnits: Mutation = (s) =>
  withTransaction(s, (transaction) => ({ ...transaction, computeUnitLimit: COMPUTE_UNITS }));

const eachRead =
  (change: (account: ReadOnlyAccount) => ReadOnlyAccount): Mutation =>
  (s) =>
    withData(s, ({ readOnlyAccounts }) => ({ readOnlyAccounts: readOnlyAccounts.map(change) }));

type Read = NonNullable<ReadOnlyAccount['of']>;
const ofAnother = (change: (of: Read) => Partial<Read>): Mutation =>
  eachRead((account) =>
    account.of === undefined ? account : { ...account, of: { ...account.of, ...change(account.of) } },
  );

/** Hash of nothing that exists, at a leaf index that exists or not. */
const unknownHash = fc
  .tuple(fieldHex, fc.oneof(fc.nat(105), fc.nat(0xffff_ffff)))
  .map(([accountHash, leafIndex]) =>
    eachRead(({ treeIndex, queueIndex, proveByIndex, rootIndex }) => ({
      treeIndex,
      queueIndex,
      proveByIndex,
      rootIndex,
      accountHash,
      leafIndex,
    })),
  );

const anotherAccount: fc.Arbitrary<Mutation> = fc.oneof(
  unknownHash,
  fc
    .integer({ min: 7, max: 3000 })
    .map((by) => ofAnother(({ leafOffset }) => ({ leafOffset: leafOffset + by }))),
  fieldHex.map((dataHash) => ofAnother(({ data }) => ({ data: data && { ...data, dataHash } }))),
  fc.constant(ofAnother(({ lamports }) => ({ lamports: lamports + 1n }))),
);

/** What the target reads, spent by its owner in a transaction in front of it. */
const spentBefore: Mutation = (s: Scenario) => {
  const { plan, target } = s;
  const create = plan.transactions[0]?.instructions[0];
  const read = targetOf(s).data.readOnlyAccounts[0];
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

/** The target reads the last of the accounts that the first transaction creates. */
const readsLast: Mutation = (s: Scenario) => {
  const create = s.plan.transactions[0]?.instructions[0];
  const outputs = create?.kind === 'invocation' ? create.data.outputs : [];
  const output = outputs.at(-1);
  if (output === undefined) return s;
  const leafOffset = outputs.length - 1;
  const { treeIndex: queueIndex, ...account } = output;
  const place = { treeIndex: 1 - queueIndex, queueIndex, leafOffset, proveByIndex: true, rootIndex: 0 };
  return withData(s, () => ({ readOnlyAccounts: [reading({ ...account, ...place })] }));
};

/** What the target brings as an input, or its context holds, is read as well. */
const alsoRead: Mutation = (s: Scenario) => {
  const inputs = s.plan.transactions
    .flatMap(({ instructions }) => instructions)
    .flatMap((item) => (item.kind === 'invocation' ? item.data.inputs : []));
  const [input] = inputs;
  return input === undefined
    ? s
    : withData(s, ({ readOnlyAccounts }) => ({ readOnlyAccounts: [...readOnlyAccounts, reading(input)] }));
};

/** Read once more in a transaction behind, and then spent by what created it. */
const againAndSpent: Mutation = (s: Scenario) => {
  const spent = spentBefore(s);
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
};

const twice: Mutation = sends(({ readOnlyAccounts }) => ({
  readOnlyAccounts: [...readOnlyAccounts, ...readOnlyAccounts],
}));
const readBefore = fc.constant<Mutation>(twice);

const toBeProven =
  (proof: string | null, rootIndex: number): Mutation =>
  (s) =>
    sends(() => ({ proof }))(eachRead((account) => ({ ...account, proveByIndex: false, rootIndex }))(s));

const KNOWN_ROOT = 9;
const FAR_ROOT = fc.integer({ min: 1000, max: 65_535 });
const knownRoot = fc.nat(KNOWN_ROOT);

const withAddressTree: Mutation = (s) =>
  withTarget(withUnits(s), (i) => ({
    ...i,
    accounts: [...i.accounts, { key: 'address-tree', signer: false, writable: true }],
  }));

type Place = number | 'tree' | 'behind';
const readAddress =
  (entry: Omit<ReadOnlyAddress, 'treeIndex'>, proof: string | null, place: Place = 'tree'): Mutation =>
  (s) => {
    const count = remainingOf(s);
    const treeIndex = place === 'tree' ? count - 1 : place === 'behind' ? count : place;
    return withData(s, () => ({ readOnlyAddresses: [{ ...entry, treeIndex }], proof }));
  };
const address = (rootIndex: fc.Arbitrary<number>) => fc.record({ address: fieldHex, rootIndex });

const NONE_BUT_READS: Draft['bases'] = ['read', 'execute-read'];

const misplacedAccount = fc
  .constantFrom<Partial<ReadOnlyAccount>>({ treeIndex: 0, queueIndex: 0 }, { treeIndex: 1, queueIndex: 1 })
  .map((place) => eachRead((account) => ({ ...account, ...place })));

const behind = fc.tuple(fc.nat(200), fc.boolean()).map(([distance, tree]): Mutation => (s) => {
  const index = remainingOf(s) + distance;
  return eachRead((account) => ({ ...account, ...(tree ? { treeIndex: index } : { queueIndex: index }) }))(s);
});

/** Trees and queues may stand behind a write or not; the entry need not exist. */
const SOME_ACCOUNT = fc
  .record({
    accountHash: fieldHex,
    treeIndex: fc.nat(1),
    queueIndex: fc.nat(1),
    leafIndex: fc.nat(200),
    proveByIndex: fc.boolean(),
    rootIndex: knownRoot,
  })
  .map((entry) => sends(() => ({ readOnlyAccounts: [entry] })));
const SOME_ADDRESS = fc
  .record({ address: fieldHex, treeIndex: fc.nat(2), rootIndex: knownRoot })
  .map((entry) => sends(() => ({ readOnlyAddresses: [entry] })));

export const READ_DRAFTS: readonly Draft[] = [
  {
    name: 'read-by-index',
    bases: READING,
    prepare: sends(() => ({ readOnlyAccounts: [] })),
    mutation: always(readsLast),
  },
  { name: 'read-again-and-spent', bases: ['read', 'execute-read'], mutation: always(againAndSpent) },
  { name: 'read-again-and-spent', bases: READING, mutation: readBefore },
  { name: 'read-missing', bases: READING, mutation: anotherAccount },
  { name: 'read-missing', bases: READING, mutation: always(spentBefore) },
  { name: 'read-and-spent-at-once', bases: ['spend', 'execute-spend'], mutation: always(alsoRead) },
  {
    name: 'account-without-proof',
    bases: NONE_BUT_READS,
    prepare: withUnits,
    mutation: knownRoot.map((root) => toBeProven(null, root)),
  },
  {
    name: 'account-with-wrong-proof',
    bases: NONE_BUT_READS,
    prepare: withUnits,
    mutation: fc.tuple(proofHex, knownRoot).map(([proof, root]) => toBeProven(proof, root)),
  },
  {
    name: 'address-without-proof',
    bases: EXECUTING,
    prepare: withAddressTree,
    mutation: address(knownRoot).map((entry) => readAddress(entry, null)),
  },
  {
    name: 'address-with-wrong-proof',
    bases: EXECUTING,
    prepare: withAddressTree,
    mutation: fc.tuple(address(knownRoot), proofHex).map(([entry, proof]) => readAddress(entry, proof)),
  },
  {
    name: 'unreadable-root',
    bases: NONE_BUT_READS,
    prepare: withUnits,
    mutation: fc.tuple(optional(proofHex), FAR_ROOT).map(([proof, root]) => toBeProven(proof, root)),
  },
  {
    name: 'unreadable-root',
    bases: EXECUTING,
    prepare: withAddressTree,
    mutation: fc
      .tuple(address(FAR_ROOT), optional(proofHex))
      .map(([entry, proof]) => readAddress(entry, proof)),
  },
  { name: 'account-misplaced', bases: READING, mutation: misplacedAccount },
  {
    name: 'address-misplaced',
    bases: EXECUTING,
    prepare: withAddressTree,
    mutation: fc
      .tuple(address(knownRoot), optional(proofHex), fc.nat(1))
      .map(([entry, proof, place]) => readAddress(entry, proof, place)),
  },
  { name: 'read-index-in-range', bases: READING, mutation: behind },
  {
    name: 'read-index-in-range',
    bases: EXECUTING,
    prepare: withAddressTree,
    mutation: fc
      .tuple(address(knownRoot), optional(proofHex))
      .map(([entry, proof]) => readAddress(entry, proof, 'behind')),
  },
  { name: 'accounts-not-written', bases: ['first-set'], forms: BY_OPTIONS, mutation: SOME_ACCOUNT },
  { name: 'accounts-not-written', bases: ['set'], mutation: SOME_ACCOUNT },
  { name: 'addresses-not-written', bases: ['first-set'], forms: BY_OPTIONS, mutation: SOME_ADDRESS },
  { name: 'addresses-not-written', bases: ['set'], mutation: SOME_ADDRESS },
];
