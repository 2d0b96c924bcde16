// Edits of what comes after an initialisation: another one, or use; and the effects, which need no edit.
import fc from 'fast-check';
import { SLOT } from '../../../spec/invoke-cpi';
import type { PlannedInstruction } from '../../../spec/plan';
import { TREE_COUNT, treeNumber, type KeyRole } from '../../../spec/world';
import type { Edit, Mutation } from '../../edit';
import { transactionOf } from '../../invocation';
import { initializationOf, targetOf, withInserted, type Scenario, type ScenarioKind } from '../../scenario';
import { initialization } from '../../scenarios/initialization';
import { ALONE, BOTH, keyIn, USED } from './change';

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

const NOTHING: fc.Arbitrary<Mutation> = fc.constant((scenario: Scenario) => scenario);
const shownBy = (name: string, kinds: readonly ScenarioKind[]): Edit => ({
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

export const USE_EDITS: readonly Edit[] = [
  ...ONCE,
  shownBy('version-2', USED),
  shownBy('tree-set', BOTH),
  shownBy('empty', BOTH),
  ...['fee-payer-zero', 'default-capacities', 'changes-nothing-else'].map((name) => shownBy(name, ALONE)),
  {
    rule: 'initialization/ready-for-use',
    kinds: USED,
    prepare: using(published),
    mutation: fc.constant(using((scenario) => keyIn(scenario, 'cpi_context_account'))),
  },
];
