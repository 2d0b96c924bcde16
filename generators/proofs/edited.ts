// Changes the writes and the execution that share a proof alike, which may lie in one transaction or in several.
import type { Invocation, InvokeData, PlannedInstruction } from '../../spec/plan';
import type { Mutation } from '../edit';
import { targetOf, type Scenario } from '../scenario';

/** Counts what an edit passes, first what the execution brings, then the writes in order: the proof's order. */
export type Counter = { readonly next: () => number };

type Change = (data: InvokeData, counter: Counter) => Partial<InvokeData>;

const isWrite = (item: PlannedInstruction): item is Invocation =>
  item.kind === 'invocation' &&
  item.data.cpiContext !== null &&
  (item.data.cpiContext.set || item.data.cpiContext.firstSet);

export const newCounter = (): Counter => {
  let count = 0;
  return { next: () => count++ };
};

/** Applies the change to the execution, then to each write. */
export const edited =
  (change: Change): Mutation =>
  (scenario: Scenario) => {
    const counter = newCounter();
    const target = targetOf(scenario);
    const apply = (item: Invocation): Invocation => ({
      ...item,
      data: { ...item.data, ...change(item.data, counter) },
    });
    const execution = apply(target);
    const step = (item: PlannedInstruction): PlannedInstruction => {
      if (item === target) return execution;
      return isWrite(item) ? apply(item) : item;
    };
    const transactions = scenario.plan.transactions.map((transaction) => ({
      ...transaction,
      instructions: transaction.instructions.map(step),
    }));
    return { ...scenario, plan: { ...scenario.plan, transactions } };
  };

/** Applies the change to every invocation of the plan. */
export const everywhere =
  (change: (item: Invocation) => Invocation): Mutation =>
  (scenario) => ({
    ...scenario,
    plan: {
      ...scenario.plan,
      transactions: scenario.plan.transactions.map((transaction) => ({
        ...transaction,
        instructions: transaction.instructions.map((item) =>
          item.kind === 'invocation' ? change(item) : item,
        ),
      })),
    },
  });
