// Edits for rules about effects: spending again, or what never existed; the other effects need no edit.
import fc from 'fast-check';
import { SLOT } from '../../spec/invoke-cpi';
import type { InputAccount } from '../../spec/plan';
import { ABSENT } from '../../spec/world';
import { CONTEXT_KINDS, WRITE_KINDS, type Edit, type Mutation } from '../edit';
import { transactionOf } from '../invocation';
import { withData, type Scenario, type ScenarioKind } from '../scenario';
import { fieldHex } from '../values';
import { setFlags, withSomeOutput } from './flags';

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

const changeFirstInput =
  (change: (input: InputAccount) => Partial<InputAccount>): Mutation =>
  (scenario) =>
    withData(scenario, ({ inputs }) => ({
      inputs: inputs.map((input, position) => (position === 0 ? { ...input, ...change(input) } : input)),
    }));

const neverCreated: fc.Arbitrary<Mutation> = fc.oneof(
  fc.nat(200).map((offset) => changeFirstInput((input) => ({ leafOffset: input.leafOffset + 4 + offset }))),
  fieldHex.map((dataHash) =>
    changeFirstInput(({ data }) => ({ data: data === null ? null : { ...data, dataHash } })),
  ),
  fieldHex.map((address) => changeFirstInput(() => ({ address }))),
);

const NOTHING: fc.Arbitrary<Mutation> = fc.constant((scenario: Scenario) => scenario);
const shownBy = (name: string, kinds: readonly ScenarioKind[]): Edit => ({
  rule: `effects/${name}`,
  kinds,
  mutation: NOTHING,
  isShown: true,
});

export const EFFECT_EDITS: readonly Edit[] = [
  shownBy('first-set-fee-payer', ['first-set']),
  shownBy('first-set-stores', ['first-set']),
  {
    rule: 'effects/first-set-clears',
    kinds: ['set'],
    prepare: withSomeOutput,
    mutation: fc.constant(setFlags('first-set')),
  },
  shownBy('set-appends', ['set']),
  shownBy('write-returns-early', WRITE_KINDS),
  shownBy('execute-combines', ['execute', 'spend-written']),
  shownBy('execute-clears', ['execute', 'execute-spend']),
  shownBy('associated-tree-kept', CONTEXT_KINDS),
  shownBy('size-and-capacities', CONTEXT_KINDS),
  shownBy('outputs-created', ['direct', 'compress']),
  { rule: 'effects/inputs-nullified', kinds: ['spend'], mutation: fc.constant(again) },
  { rule: 'effects/inputs-nullified', kinds: ['spend'], mutation: neverCreated },
  { rule: 'effects/inputs-nullified', kinds: ['execute-spend'], mutation: fc.constant(againWithoutContext) },
  shownBy('sol-moved', ['compress', 'decompress']),
];
