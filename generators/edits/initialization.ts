// Edits of an initialisation: its data, each of its accounts, and initialising what is a context already.
import fc from 'fast-check';
import { CONTEXT_SIZE, CONTEXT_V1_DISCRIMINATOR } from '../../spec/cpi-context';
import {
  INITIALIZE_DISCRIMINATOR,
  INITIALIZE_SLOT,
  readyToInitialise,
  TREE_DISCRIMINATORS,
  UNINITIALISED,
  type InitializeAccount,
} from '../../spec/initialize';
import { INVOKE_CPI_DISCRIMINATOR, SIBLING_DISCRIMINATORS, SLOT } from '../../spec/invoke-cpi';
import type { AccountBefore, AccountMeta, PlannedInstruction } from '../../spec/plan';
import { PAYER_COUNT, TREE_COUNT, treeNumber, type KeyRole } from '../../spec/world';
import { type Edit, type Mutation } from '../edit';
import { transactionOf } from '../invocation';
import {
  initializationOf,
  targetOf,
  withInitialization,
  withInserted,
  withTransaction,
  type Scenario,
  type ScenarioKind,
} from '../scenario';
import { initialization } from '../scenarios/initialization';
import { hex, wallet } from '../values';

const ALONE: readonly ScenarioKind[] = ['initialize'];
const USED: readonly ScenarioKind[] = ['initialize-used'];
const BOTH: readonly ScenarioKind[] = [...ALONE, ...USED];

const keyIn = (scenario: Scenario, name: InitializeAccount): KeyRole =>
  initializationOf(scenario).accounts[INITIALIZE_SLOT[name]]?.key ?? 'wallet:0';

const changeIn =
  (name: InitializeAccount, change: Partial<AccountMeta>): Mutation =>
  (scenario) =>
    withInitialization(scenario, ({ accounts }) => ({
      accounts: accounts.map((meta, index) =>
        index === INITIALIZE_SLOT[name] ? { ...meta, ...change } : meta,
      ),
    }));

const sending =
  (change: (data: string) => string): Mutation =>
  (scenario) =>
    withInitialization(scenario, ({ data }) => ({ data: change(data) }));

/** An account too small for its fields cannot hold them. */
const HEAD_BYTES = 72;
const fitting = ({ key, owner, size, ...fields }: AccountBefore): AccountBefore => ({
  key,
  ...(owner && { owner }),
  ...(size !== undefined && { size }),
  ...(size !== undefined && size < HEAD_BYTES ? {} : fields),
});

/** The account of that role is another beforehand. */
const changedBefore =
  (name: InitializeAccount, change: Omit<AccountBefore, 'key'>): Mutation =>
  (scenario) => {
    const key = keyIn(scenario, name);
    const { accounts } = scenario.plan;
    const known = accounts.some((before) => before.key === key);
    const changed = known
      ? accounts.map((before) => (before.key === key ? fitting({ ...before, ...change }) : before))
      : [...accounts, { key, ...change }];
    return { ...scenario, plan: { ...scenario.plan, accounts: changed } };
  };

/** The account to initialise has nothing in it, so that it can be of any size. */
const zeroed: Mutation = (scenario) => ({
  ...scenario,
  plan: { ...scenario.plan, accounts: [readyToInitialise(keyIn(scenario, 'cpi_context_account'))] },
});

/** The transaction's own fee payer signs and is writable whatever an instruction says: it must be another account. */
const paidByAnother: Mutation = (scenario) => {
  const named = Number(keyIn(scenario, 'fee_payer').slice('payer:'.length));
  return withTransaction(scenario, (t) => ({ ...t, feePayer: `payer:${(named + 1) % PAYER_COUNT}` }));
};

const KNOWN = new Set([INITIALIZE_DISCRIMINATOR, INVOKE_CPI_DISCRIMINATOR, ...SIBLING_DISCRIMINATORS]);
const otherDiscriminator = fc
  .oneof(fc.constant(UNINITIALISED), hex(8))
  .map((found) => (KNOWN.has(found) ? UNINITIALISED : found));

const BYTE_DIGITS = 2;
const DATA: readonly Edit[] = [
  {
    rule: 'initialization/discriminator',
    kinds: ALONE,
    mutation: otherDiscriminator.map((found) => sending(() => found)),
  },
  {
    rule: 'initialization/discriminator-length',
    kinds: ALONE,
    mutation: fc.nat(7).map((bytes) => sending((data) => data.slice(0, bytes * BYTE_DIGITS))),
  },
  {
    rule: 'initialization/additional-data',
    kinds: BOTH,
    mutation: fc
      .integer({ min: 1, max: 40 })
      .chain((bytes) => hex(bytes))
      .map((more) => sending((data) => data + more)),
  },
];

const FEW: readonly Edit[] = [
  {
    rule: 'initialization/at-least-three',
    kinds: ALONE,
    mutation: fc.nat(2).map(
      (missing): Mutation =>
        (s) =>
          withInitialization(s, ({ accounts }) => ({ accounts: accounts.slice(0, 2 - missing) })),
    ),
  },
  {
    rule: 'initialization/extra-accounts-free',
    kinds: BOTH,
    mutation: fc
      .array(fc.record({ key: wallet, signer: fc.boolean(), writable: fc.boolean() }), {
        minLength: 1,
        maxLength: 3,
      })
      .map(
        (more): Mutation =>
          (s) =>
            withInitialization(s, ({ accounts }) => ({ accounts: [...accounts, ...more] })),
      ),
  },
  {
    rule: 'initialization/fee-payer-signs',
    kinds: ALONE,
    prepare: paidByAnother,
    mutation: fc.constant(changeIn('fee_payer', { signer: false })),
  },
  {
    rule: 'initialization/fee-payer-writable',
    kinds: ALONE,
    prepare: paidByAnother,
    mutation: fc.constant(changeIn('fee_payer', { writable: false })),
  },
];

const sizes = fc.oneof(
  fc.constantFrom(CONTEXT_SIZE - 1, CONTEXT_SIZE + 1),
  fc.constantFrom(0, 8, 136, 10_240, 20_488),
  fc.nat(30_000).map((size) => (size === CONTEXT_SIZE ? size + 1 : size)),
);
const nonZero = fc.oneof(
  fc.constantFrom('0000000000000001', '0100000000000000', CONTEXT_V1_DISCRIMINATOR),
  hex(8).map((found) => (found === UNINITIALISED ? '0000000000000002' : found)),
);
const otherOwner = fc.constantFrom<KeyRole>('account-compression', 'solana-system', 'program:A', 'wallet:1');

const CONTEXT: readonly Edit[] = [
  {
    rule: 'initialization/context-writable',
    kinds: ALONE,
    mutation: fc.constant(changeIn('cpi_context_account', { writable: false })),
  },
  {
    rule: 'initialization/context-signer-optional',
    kinds: BOTH,
    mutation: fc.constant(changeIn('cpi_context_account', { signer: true })),
  },
  {
    rule: 'initialization/context-size',
    kinds: ALONE,
    prepare: zeroed,
    mutation: sizes.map((size) => changedBefore('cpi_context_account', { size })),
  },
  {
    rule: 'initialization/context-owner',
    kinds: ALONE,
    mutation: otherOwner.map((owner) => changedBefore('cpi_context_account', { owner })),
  },
  {
    rule: 'initialization/context-uninitialised',
    kinds: ALONE,
    mutation: nonZero.map((discriminator) => changedBefore('cpi_context_account', { discriminator })),
  },
];

/** The initialisation once more, some transactions later. */
const again =
  (later: number): Mutation =>
  (scenario) => {
    const { transactions } = scenario.plan;
    const repeated = transactionOf('payer:0', initializationOf(scenario));
    return withInserted(scenario, 1 + (later % transactions.length), repeated);
  };

/** Of another tree than that number's, which must not become the context's. */
const otherTree = (number: number): KeyRole => `tree:${(number % (TREE_COUNT - 1)) + 2}`;

/** The context of the target initialised between its transactions. */
const ofContext =
  (direct: boolean): Mutation =>
  (scenario) => {
    const { accounts, caller } = targetOf(scenario);
    const context = accounts[SLOT.cpi_context_account]?.key ?? 'context:1';
    const payer: KeyRole = 'payer:0';
    const parts = {
      payer,
      context,
      tree: otherTree(treeNumber(context) ?? 1),
      through: direct ? [] : [caller],
    };
    const { transaction } = scenario.target;
    const position = transaction > 0 ? transaction : scenario.plan.transactions.length;
    return withInserted(scenario, position, transactionOf(payer, initialization(parts)));
  };

const ONCE: readonly Edit[] = [
  { rule: 'initialization/once', kinds: USED, mutation: fc.nat(5).map(again) },
  {
    rule: 'initialization/once',
    kinds: ['first-set', 'set', 'execute'],
    mutation: fc.boolean().map(ofContext),
  },
];

/** Only a tree or queue has bytes that can be changed. */
const ofTree =
  (change: Omit<AccountBefore, 'key'>): Mutation =>
  (scenario) =>
    /tree|queue/.test(keyIn(scenario, 'associated_merkle_tree'))
      ? changedBefore('associated_merkle_tree', change)(scenario)
      : scenario;
const tree = (key: KeyRole): Mutation => changeIn('associated_merkle_tree', { key });

const notATree = fc.constantFrom<KeyRole>(
  'queue:1',
  'queue:2',
  'address-tree-v1',
  'queue-v1:1',
  'address-queue-v1',
);
const otherTreeDiscriminator = fc.oneof(
  fc.constantFrom(
    UNINITIALISED,
    TREE_DISCRIMINATORS.addressTree,
    TREE_DISCRIMINATORS.batchedQueue,
    '42617463684d7460',
    'ac2bacba1d49db55',
  ),
  hex(8),
);

const TREE: readonly Edit[] = [
  {
    rule: 'initialization/tree-owner',
    kinds: ALONE,
    mutation: fc
      .constantFrom<KeyRole>('light-system', 'solana-system', 'program:B')
      .map((owner) => ofTree({ owner })),
  },
  {
    rule: 'initialization/tree-owner',
    kinds: ALONE,
    mutation: fc.constantFrom<KeyRole>('wallet:1', 'sol-pool', 'light-system').map(tree),
  },
  {
    rule: 'initialization/tree-discriminator',
    kinds: ALONE,
    mutation: otherTreeDiscriminator.map((discriminator) => ofTree({ discriminator })),
  },
  { rule: 'initialization/tree-discriminator', kinds: ALONE, mutation: notATree.map(tree) },
  { rule: 'initialization/tree-is-state-tree', kinds: ALONE, mutation: fc.constant(tree('address-tree')) },
  {
    rule: 'initialization/state-tree-v1-accepted',
    kinds: ALONE,
    prepare: tree('tree:1'),
    mutation: fc.constantFrom<KeyRole>('tree-v1:1', 'tree-v1:2').map(tree),
  },
  {
    rule: 'initialization/tree-flags-free',
    kinds: BOTH,
    mutation: fc
      .constantFrom({ writable: true }, { signer: true }, { signer: true, writable: true })
      .map((flags) => changeIn('associated_merkle_tree', flags)),
  },
];

const NOTHING: fc.Arbitrary<Mutation> = fc.constant((scenario: Scenario) => scenario);
const shownBy = (name: string, kinds: readonly ScenarioKind[] = BOTH): Edit => ({
  rule: `initialization/${name}`,
  kinds,
  mutation: NOTHING,
  isShown: true,
});

/** Every invocation uses that context. */
const using =
  (context: (scenario: Scenario) => KeyRole): Mutation =>
  (scenario) => {
    const key = context(scenario);
    const moved = (item: PlannedInstruction): PlannedInstruction =>
      item.kind !== 'invocation'
        ? item
        : {
            ...item,
            accounts: item.accounts.map((meta, index) =>
              index === SLOT.cpi_context_account ? { ...meta, key } : meta,
            ),
          };
    const transactions = scenario.plan.transactions.map((t) => ({
      ...t,
      instructions: t.instructions.map(moved),
    }));
    return { ...scenario, plan: { ...scenario.plan, transactions } };
  };

const published = (scenario: Scenario): KeyRole =>
  `context:${treeNumber(keyIn(scenario, 'associated_merkle_tree')) ?? 1}`;

export const INITIALIZATION_EDITS: readonly Edit[] = [
  ...DATA,
  ...FEW,
  ...CONTEXT,
  ...ONCE,
  ...TREE,
  shownBy('version-2', USED),
  ...['fee-payer-zero', 'tree-set', 'default-capacities', 'empty', 'changes-nothing-else'].map((name) =>
    shownBy(name),
  ),
  {
    rule: 'initialization/ready-for-use',
    kinds: USED,
    prepare: using(published),
    mutation: fc.constant(using((scenario) => keyIn(scenario, 'cpi_context_account'))),
  },
];
