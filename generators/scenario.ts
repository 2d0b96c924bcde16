// A scenario: a valid plan with the invocation in it that edits aim at.
import type { Initialization, Invocation, InvokeData, Plan, PlannedTransaction } from '../spec/plan';

export type Target = { readonly transaction: number; readonly instruction: number };

/** What the target invocation is, so that edits can tell where they make sense. */
export type ScenarioKind =
  | 'direct'
  | 'spend'
  | 'compress'
  | 'decompress'
  | 'first-set'
  | 'first-set-plain'
  | 'set'
  | 'execute'
  | 'execute-spend'
  | 'spend-written'
  | 'full-addresses'
  | 'full-inputs'
  | 'full-outputs'
  | 'full-data'
  | 'read-only-variant'
  | 'initialize'
  | 'initialize-used'
  | 'direct-v1'
  | 'execute-v1'
  | 'mixed'
  | 'spend-at-once'
  | 'calls'
  | 'calls-deep'
  | 'calls-chain';

export type Scenario = { readonly kind: ScenarioKind; readonly plan: Plan; readonly target: Target };

export const targetOf = ({ plan, target }: Scenario): Invocation => {
  const instruction = plan.transactions[target.transaction]?.instructions[target.instruction];
  if (instruction?.kind !== 'invocation') throw new Error('The target of a scenario is not an invocation.');
  return instruction;
};

const replaceAt = <T>(list: readonly T[], index: number, value: T): readonly T[] =>
  list.map((item, position) => (position === index ? value : item));

export const withTransaction = (
  scenario: Scenario,
  edit: (transaction: PlannedTransaction) => PlannedTransaction,
): Scenario => {
  const { plan, target } = scenario;
  const before = plan.transactions[target.transaction];
  if (before === undefined) return scenario;
  return {
    ...scenario,
    plan: { ...plan, transactions: replaceAt(plan.transactions, target.transaction, edit(before)) },
  };
};

/** The scenario with its target invocation replaced. */
export const withTarget = (scenario: Scenario, edit: (invocation: Invocation) => Invocation): Scenario => {
  const edited = edit(targetOf(scenario));
  return withTransaction(scenario, (transaction) => ({
    ...transaction,
    instructions: replaceAt(transaction.instructions, scenario.target.instruction, edited),
  }));
};

export const withData = (scenario: Scenario, edit: (data: InvokeData) => Partial<InvokeData>): Scenario =>
  withTarget(scenario, (invocation) => ({
    ...invocation,
    data: { ...invocation.data, ...edit(invocation.data) },
  }));

/** The initialisation that a scenario of that kind aims at. */
export const initializationOf = ({ plan, target }: Scenario): Initialization => {
  const instruction = plan.transactions[target.transaction]?.instructions[target.instruction];
  if (instruction?.kind !== 'initialize')
    throw new Error('The target of a scenario is not an initialisation.');
  return instruction;
};

/** The scenario with its target initialisation replaced. */
export const withInitialization = (
  scenario: Scenario,
  edit: (initialization: Initialization) => Partial<Initialization>,
): Scenario => {
  const before = initializationOf(scenario);
  const edited = { ...before, ...edit(before) };
  return withTransaction(scenario, (transaction) => ({
    ...transaction,
    instructions: replaceAt(transaction.instructions, scenario.target.instruction, edited),
  }));
};

/** The scenario with a transaction put in at a position; the target stays what it was. */
export const withInserted = (
  scenario: Scenario,
  position: number,
  transaction: PlannedTransaction,
): Scenario => {
  const { plan, target } = scenario;
  const transactions = plan.transactions.toSpliced(position, 0, transaction);
  const moved = position <= target.transaction ? target.transaction + 1 : target.transaction;
  return { ...scenario, plan: { ...plan, transactions }, target: { ...target, transaction: moved } };
};
