// Edits that spend an input again, by every way there is, or one that never existed.
import fc from 'fast-check';
import { SLOT } from '../../spec/invoke-cpi';
import type { InputAccount, Invocation, InvokeData } from '../../spec/plan';
import { ABSENT, PAYER_COUNT, treeNumber, type KeyRole } from '../../spec/world';
import type { Edit, Mutation } from '../edit';
import { EMPTY_DATA, FLAGS, transactionOf, type FlagName } from '../invocation';
import { anyPosition, changedAt, type Position } from '../positions';
import { targetOf, withData, withTarget, withTransaction, type Scenario } from '../scenario';
import { fieldHex } from '../values';

/** The spending transaction once more; the copy becomes the target. */
const again: Mutation = (scenario: Scenario) => {
  const { plan, target } = scenario;
  const spending = plan.transactions[target.transaction];
  if (spending === undefined) return scenario;
  return {
    ...scenario,
    plan: { ...plan, transactions: [...plan.transactions, spending] },
    target: { ...target, transaction: plan.transactions.length },
  };
};

/** What the first set brought in, spent again by its owner after the execution, without the context. */
const againWithoutContext: Mutation = (scenario: Scenario) => {
  const { plan } = scenario;
  const writes = plan.transactions.flatMap(({ feePayer, instructions }) =>
    instructions.flatMap((item) =>
      item.kind === 'invocation' && item.data.cpiContext?.firstSet === true ? [{ feePayer, item }] : [],
    ),
  );
  const [write] = writes;
  if (write === undefined) return scenario;
  const { item, feePayer } = write;
  const accounts = item.accounts.map((meta, slot) =>
    slot === SLOT.cpi_context_account ? { key: ABSENT, signer: false, writable: false } : meta,
  );
  const spend = { ...item, accounts, data: { ...item.data, cpiContext: null, proof: null } };
  const transactions = [...plan.transactions, transactionOf(feePayer, spend)];
  return {
    ...scenario,
    plan: { ...plan, transactions },
    target: { transaction: transactions.length - 1, instruction: 0 },
  };
};

/** The spending invocation twice in one transaction. */
const againInTransaction: Mutation = (scenario: Scenario) => {
  const spending = targetOf(scenario);
  const doubled = withTransaction(scenario, (transaction) => ({
    ...transaction,
    instructions: [...transaction.instructions, spending],
  }));
  return { ...doubled, target: { ...scenario.target, instruction: scenario.target.instruction + 1 } };
};

/** The spending transaction once more, paid by somebody else. */
const againByAnotherPayer = (distance: number): Mutation => {
  const other = (key: KeyRole): KeyRole =>
    `payer:${(Number(key.slice('payer:'.length)) + distance) % PAYER_COUNT}`;
  return (scenario) => {
    const repeated = withTarget(again(scenario), (spending) => ({
      ...spending,
      accounts: spending.accounts.map((meta, slot) =>
        slot === SLOT.fee_payer ? { ...meta, key: other(meta.key) } : meta,
      ),
    }));
    return withTransaction(repeated, (transaction) => ({
      ...transaction,
      feePayer: other(transaction.feePayer),
    }));
  };
};

/** One of the inputs listed once more in the same execution. */
const listedTwice =
  (at: Position): Mutation =>
  (scenario) =>
    withData(scenario, ({ inputs }) => {
      const position = at(inputs.length);
      return { inputs: [...inputs, ...inputs.slice(position, position + 1)] };
    });

const contextOf = ({ accounts }: Invocation): KeyRole => {
  const queue = accounts.find(({ key }) => key.startsWith('queue:'));
  return `context:${treeNumber(queue?.key ?? 'queue:1') ?? 1}`;
};

const withContextSlot = (invocation: Invocation): Invocation['accounts'] =>
  invocation.accounts.map((meta, slot) =>
    slot === SLOT.cpi_context_account ? { key: contextOf(invocation), signer: false, writable: true } : meta,
  );

type Spending = { readonly feePayer: KeyRole; readonly invocation: Invocation };

/** The last invocation that brings inputs, whether it executes or writes. */
const lastSpending = ({ plan }: Scenario): Spending | undefined =>
  plan.transactions
    .flatMap(({ feePayer, instructions }) =>
      instructions.flatMap((item) =>
        item.kind === 'invocation' && item.data.inputs.length > 0 ? [{ feePayer, invocation: item }] : [],
      ),
    )
    .at(-1);

/** What was spent, spent again through a context: the write is accepted, its execution is not. */
const againThroughContext: Mutation = (scenario: Scenario) => {
  const { plan } = scenario;
  const found = lastSpending(scenario);
  if (found === undefined) return scenario;
  const { feePayer, invocation: spending } = found;
  const accounts = withContextSlot(spending);
  const { inputs, outputs } = spending.data;
  const treeIndex = outputs[0]?.treeIndex ?? inputs[0]?.queueIndex ?? 0;
  const plain = { owner: 'wallet:0', lamports: 0n, address: null, data: null, treeIndex } as const;
  const as = (flags: FlagName, data: Partial<InvokeData>): Invocation => ({
    ...spending,
    accounts,
    data: { ...EMPTY_DATA, cpiContext: FLAGS[flags], ...data },
  });
  const last = transactionOf(feePayer, as('first-set', { inputs }), as('execute', { outputs: [plain] }));
  return {
    ...scenario,
    plan: { ...plan, transactions: [...plan.transactions, last] },
    target: { transaction: plan.transactions.length, instruction: 1 },
  };
};

/** What the first set brings in, once more as an input of the execution itself. */
const alsoOwn: Mutation = (scenario) => {
  const write = scenario.plan.transactions
    .flatMap(({ instructions }) => instructions)
    .find((item) => item.kind === 'invocation' && item.data.cpiContext?.firstSet === true);
  if (write?.kind !== 'invocation') return scenario;
  return withTarget(scenario, ({ data }) => ({
    ...write,
    data: { ...write.data, proof: null, cpiContext: data.cpiContext },
  }));
};

const changeInput =
  (at: Position, change: (input: InputAccount) => Partial<InputAccount>): Mutation =>
  (scenario) =>
    withData(scenario, ({ inputs }) => ({ inputs: changedAt(inputs, at, change) }));

const neverCreated: fc.Arbitrary<Mutation> = fc.oneof(
  fc
    .tuple(anyPosition, fc.nat(200))
    .map(([at, offset]) => changeInput(at, ({ leafOffset }) => ({ leafOffset: leafOffset + 4 + offset }))),
  fc
    .tuple(anyPosition, fieldHex)
    .map(([at, dataHash]) =>
      changeInput(at, ({ data }) => ({ data: data === null ? null : { ...data, dataHash } })),
    ),
  fc.tuple(anyPosition, fieldHex).map(([at, address]) => changeInput(at, () => ({ address }))),
);

/** Edits of the rule that an input can be spent once and not again. */
export const NULLIFIED_EDITS: readonly Edit[] = [
  {
    rule: 'effects/inputs-nullified',
    kinds: ['spend', 'spend-at-once', 'spend-many'],
    mutation: fc.constant(again),
  },
  { rule: 'effects/inputs-nullified', kinds: ['spend'], mutation: neverCreated },
  { rule: 'effects/inputs-nullified', kinds: ['execute-spend'], mutation: fc.constant(againWithoutContext) },
  {
    rule: 'effects/inputs-nullified',
    kinds: ['spend', 'spend-many'],
    mutation: fc.constant(againInTransaction),
  },
  {
    rule: 'effects/inputs-nullified',
    kinds: ['spend', 'spend-many'],
    mutation: fc.integer({ min: 1, max: PAYER_COUNT - 1 }).map(againByAnotherPayer),
  },
  { rule: 'effects/inputs-nullified', kinds: ['spend'], mutation: anyPosition.map(listedTwice) },
  {
    rule: 'effects/inputs-nullified',
    kinds: ['spend', 'execute-spend'],
    mutation: fc.constant(againThroughContext),
  },
  { rule: 'effects/inputs-nullified', kinds: ['execute-spend'], mutation: fc.constant(alsoOwn) },
];
