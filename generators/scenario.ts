// A scenario: a valid plan with the invocation in it that edits aim at.
import type { Initialization, Invocation, InvokeData, Plan, PlannedTransaction } from '../spec/plan';

export type Target = { readonly transaction: number; readonly instruction: number };

/** What the target invocation is, so that edits can tell where they make sense. */
/** A form of the calls: InvokeCpiWithReadOnly in modes 0 and 1, InvokeCpiWithAccountInfo. */
export const SIBLING_FORMS = ['read-only-0', 'read-only-1', 'account-info'] as const;
export type SiblingForm = (typeof SIBLING_FORMS)[number];
/** What most rules are tried with. */
export const USUAL_BASES = [
  'direct',
  'spend',
  'compress',
  'decompress',
  'first-set',
  'set',
  'execute',
  'execute-spend',
  'read',
  'execute-read',
] as const;
/** With lamports that stay, or move where a context is executed, and with inputs of the execution's own beside a context. */
export const SIBLING_BASES = [
  ...USUAL_BASES,
  'transfer',
  'execute-own',
  'execute-compress',
  'execute-decompress',
] as const;
/** What only edits that name them begin with: many inputs, outputs or trees at once. */
export const MANY_BASES = ['create-many', 'spend-several', 'spend-many', 'execute-many'] as const;
/** The same, for writes that fill a context. */
export const FULL_BASES = ['full-addresses', 'full-inputs', 'full-outputs', 'full-data'] as const;
/** And for an execution of a context that is full, or was. */
export const EXECUTE_FULL = 'execute-full' as const;
export type SiblingBase =
  | (typeof SIBLING_BASES)[number]
  | (typeof MANY_BASES)[number]
  | (typeof FULL_BASES)[number]
  | typeof EXECUTE_FULL;
/** A scenario of that kind whose calls have that form. */
export type SiblingKind = `${SiblingForm}/${SiblingBase}`;

export type ScenarioKind =
  | SiblingKind
  | 'direct'
  | 'spend'
  | 'compress'
  | 'decompress'
  | 'first-set'
  | 'first-set-plain'
  | 'set'
  | 'execute'
  | 'execute-spend'
  | 'execute-own'
  | 'spend-written'
  | 'full-addresses'
  | 'full-inputs'
  | 'full-outputs'
  | 'full-data'
  | 'read-only-variant'
  | 'initialize'
  | 'initialize-used'
  | 'reinitialize'
  | 'direct-v1'
  | 'execute-v1'
  | 'mixed'
  | 'spend-at-once'
  | 'spend-several'
  | 'spend-many'
  | 'create-many'
  | 'execute-many'
  | 'execute-full'
  | 'calls'
  | 'calls-deep'
  | 'calls-chain'
  | 'calls-tables'
  | 'invoke-create'
  | 'invoke-spend'
  | 'invoke-compress'
  | 'invoke-decompress'
  | 'invoke-v1'
  | 'sol-compress'
  | 'sol-transfer'
  | 'sol-decompress'
  | 'sol-write'
  | 'sol-execute'
  | 'sol-at-once'
  | 'address-direct'
  | 'address-assigning'
  | 'address-context'
  | 'address-noting'
  | 'address-write'
  | 'token-mint'
  | 'token-transfer'
  | 'token-compress'
  | 'token-decompress'
  | 'token-first'
  | 'token-between'
  | 'token-last'
  | 'token-move-written'
  | TokenProofKind
  | ProofKind;

/** Transfers of tokens in a v1 tree with a committed proof: alone, or where the token program stands on a context. */
export type TokenProofKind =
  'token-proven' | 'token-proven-first' | 'token-proven-between' | 'token-proven-last';

/** Executions with a committed proof: what it proves. */
export type ProofKind =
  'proof-address-v1' | 'proof-address-v2' | 'proof-spend' | 'proof-both' | 'proof-together' | 'proof-pair';

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
