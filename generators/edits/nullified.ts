// Edits that spend an input again, by every way there is, or what never was.
import fc from 'fast-check';
import { SLOT } from '../../spec/invoke-cpi';
import type { Invocation, InvokeData } from '../../spec/plan';
import { ABSENT, PAYER_COUNT, treeNumber, type KeyRole } from '../../spec/world';
import type { Edit, Mutation } from '../edit';
import { EMPTY_DATA, FLAGS, transactionOf, type FlagName } from '../invocation';
import { anyPosition, type Position } from '../positions';
import {
  targetOf,
  withData,
  withTarget,
  withTransaction,
  type Scenario,
  type ScenarioKind,
} from '../scenario';
import { inV1Tree, neverCreated, neverCreatedInContext, neverSoMuch } from './never-was';

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

const RULE = 'effects/inputs-nullified';
const edit = (kinds: readonly ScenarioKind[], mutation: fc.Arbitrary<Mutation>): Edit => ({
  rule: RULE,
  kinds,
  mutation,
});
const alone = (kinds: readonly ScenarioKind[], mutation: fc.Arbitrary<Mutation>): Edit => ({
  ...edit(kinds, mutation),
  isAlone: true,
});

const SPENDING: readonly ScenarioKind[] = ['spend', 'spend-at-once', 'spend-many', 'decompress'];

/** As many that spend what never was as that spend a thing twice: of the latter, more than one guard knows. */
const NEVER_WAS: readonly Edit[] = [
  edit(['spend'], neverCreated),
  alone(SPENDING, neverCreated),
  alone(SPENDING, neverCreated),
  alone(SPENDING, neverSoMuch),
  alone(['execute-spend'], neverCreatedInContext),
  alone(SPENDING, inV1Tree),
  alone(['spend'], inV1Tree),
];

/** Edits of the rule that an input can be spent once and not again. */
export const NULLIFIED_EDITS: readonly Edit[] = [
  edit(['spend', 'spend-at-once', 'spend-many'], fc.constant(again)),
  ...NEVER_WAS,
  edit(['execute-spend'], fc.constant(againWithoutContext)),
  edit(['spend', 'spend-many'], fc.constant(againInTransaction)),
  edit(['spend', 'spend-many'], fc.integer({ min: 1, max: PAYER_COUNT - 1 }).map(againByAnotherPayer)),
  edit(['spend'], anyPosition.map(listedTwice)),
  edit(['spend', 'execute-spend'], fc.constant(againThroughContext)),
  edit(['execute-spend'], fc.constant(alsoOwn)),
];
