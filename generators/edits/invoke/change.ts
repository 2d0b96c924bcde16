// Changes that edits of an Invoke are made of: slots by name, flags that the whole transaction joins, who calls.
import { DIRECT } from '../../invoke/settings';
import { calledAs, type Call } from '../../invoke/invocation';
import type { SlotName } from '../../../spec/invoke-cpi';
import { fixedSlotsOf, slotIndexOf } from '../../../spec/layouts';
import type { AccountMeta, InvokeData, Plan, PlannedInstruction } from '../../../spec/plan';
import { PAYER_COUNT, type KeyRole } from '../../../spec/world';
import type { Mutation } from '../../edit';
import { changedAt, type Position } from '../../positions';
import {
  targetOf,
  withData,
  withTarget,
  withTransaction,
  type Scenario,
  type ScenarioKind,
} from '../../scenario';

export const INVOKE_KINDS: readonly ScenarioKind[] = [
  'invoke-create',
  'invoke-spend',
  'invoke-compress',
  'invoke-decompress',
];

/** Changes the account in a fixed slot of the target, whichever instruction it is. */
export const changeNamed =
  (name: SlotName, change: Partial<AccountMeta>): Mutation =>
  (scenario) =>
    withTarget(scenario, (invocation) => {
      const place = slotIndexOf(invocation, name);
      const accounts = invocation.accounts.map((meta, index) =>
        index === place ? { ...meta, ...change } : meta,
      );
      return { ...invocation, accounts };
    });

/** The key in a fixed slot of the target. */
export const keyIn = (scenario: Scenario, name: SlotName): KeyRole => {
  const target = targetOf(scenario);
  return target.accounts[slotIndexOf(target, name)]?.key ?? 'noop';
};

const otherPayer = (key: KeyRole): KeyRole =>
  `payer:${(Number(key.slice('payer:'.length)) + 1) % PAYER_COUNT}`;

/** Takes a flag from the account in a slot wherever it is named: what a transaction calls sees all of its flags. */
export const takeFlag =
  (name: SlotName, flag: 'signer' | 'writable'): Mutation =>
  (scenario) => {
    const key = keyIn(scenario, name);
    const elsewhere = withTransaction(scenario, (transaction) =>
      transaction.feePayer === key ? { ...transaction, feePayer: otherPayer(key) } : transaction,
    );
    return withTarget(elsewhere, (invocation) => ({
      ...invocation,
      accounts: invocation.accounts.map((meta) => (meta.key === key ? { ...meta, [flag]: false } : meta)),
    }));
  };

const eachPlanned = (plan: Plan, change: (item: PlannedInstruction) => PlannedInstruction): Plan => ({
  ...plan,
  transactions: plan.transactions.map((transaction) => ({
    ...transaction,
    instructions: transaction.instructions.map(change),
  })),
});

const ownedBy = (data: InvokeData, before: KeyRole, after: KeyRole): InvokeData => ({
  ...data,
  inputs: data.inputs.map((one) => (one.owner === before ? { ...one, owner: after } : one)),
  outputs: data.outputs.map((one) => (one.owner === before ? { ...one, owner: after } : one)),
});

/** Another authority throughout the plan, which owns what the one before owned, and other callers. */
export const actAs =
  (key: KeyRole, call: Call): Mutation =>
  (scenario) => {
    const before = keyIn(scenario, 'authority');
    const plan = eachPlanned(scenario.plan, (item) => {
      if (item.kind !== 'invocation' || item.instruction !== 'Invoke') return item;
      const place = slotIndexOf(item, 'authority');
      const accounts = item.accounts.map((meta, index) =>
        index === place ? { key, signer: true, writable: false } : meta,
      );
      return calledAs({ ...item, accounts, data: ownedBy(item.data, before, key) }, call);
    });
    return { ...scenario, plan };
  };

/** A wallet as the authority, and the transaction itself as the caller. */
export const byWallet: Mutation = actAs('wallet:1', DIRECT);

/** The target called by somebody else. */
export const calledBy =
  (call: Call): Mutation =>
  (scenario) =>
    withTarget(scenario, (invocation) => calledAs(invocation, call));

export const append =
  (metas: readonly AccountMeta[]): Mutation =>
  (scenario) =>
    withTarget(scenario, (invocation) => ({ ...invocation, accounts: [...invocation.accounts, ...metas] }));

/** How many remaining accounts the target has. */
export const remainingCount = (scenario: Scenario): number => {
  const target = targetOf(scenario);
  return target.accounts.length - fixedSlotsOf(target);
};

type Change<T> = (entry: T, scenario: Scenario) => Partial<T>;

/** Changes one of the inputs. */
export const inputAt =
  (at: Position, change: Change<InvokeData['inputs'][number]>): Mutation =>
  (scenario) =>
    withData(scenario, ({ inputs }) => ({ inputs: changedAt(inputs, at, (one) => change(one, scenario)) }));

/** Changes one of the outputs. */
export const outputAt =
  (at: Position, change: Change<InvokeData['outputs'][number]>): Mutation =>
  (scenario) =>
    withData(scenario, ({ outputs }) => ({
      outputs: changedAt(outputs, at, (one) => change(one, scenario)),
    }));
