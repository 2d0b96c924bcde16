// Mutations that several areas share: other flags, and content where an edit needs some.
import { FIXED_SLOTS } from '../../spec/invoke-cpi';
import type { Invocation, InvokeData, PlannedInstruction } from '../../spec/plan';
import type { Mutation } from '../edit';
import { FLAGS, type FlagName } from '../invocation';
import { targetOf, withData, type Scenario } from '../scenario';

/** The target in another mode; the context index stays. */
export const setFlags =
  (flags: FlagName): Mutation =>
  (scenario) =>
    withData(scenario, ({ cpiContext }) => {
      const wanted = FLAGS[flags];
      return { cpiContext: wanted === null ? null : { ...wanted, index: cpiContext?.index ?? 0 } };
    });

/** At least one output, so that there is a first tree. */
export const withSomeOutput: Mutation = (scenario) =>
  withData(scenario, ({ outputs, inputs }) => {
    if (outputs.length + inputs.length > 0) return {};
    const remaining = targetOf(scenario).accounts.slice(FIXED_SLOTS);
    const treeIndex = Math.max(
      0,
      remaining.findIndex((meta) => meta.key.startsWith('queue:')),
    );
    return { outputs: [{ owner: 'wallet:0', lamports: 0n, address: null, data: null, treeIndex }] };
  });

/** Nothing of its own to write or execute. */
export const withoutContent: Mutation = (scenario) =>
  withData(scenario, () => ({ inputs: [], outputs: [], newAddresses: [] }));

export const isFirstSet = (item: PlannedInstruction): item is Invocation =>
  item.kind === 'invocation' && item.data.cpiContext?.firstSet === true;

/** The plan's first sets bring something else than before. */
export const inFirstWrite = (
  scenario: Scenario,
  edit: (data: InvokeData) => Partial<InvokeData>,
): Scenario => {
  const edited = (item: PlannedInstruction): PlannedInstruction =>
    isFirstSet(item) ? { ...item, data: { ...item.data, ...edit(item.data) } } : item;
  const transactions = scenario.plan.transactions.map((transaction) => ({
    ...transaction,
    instructions: transaction.instructions.map(edited),
  }));
  return { ...scenario, plan: { ...scenario.plan, transactions } };
};
