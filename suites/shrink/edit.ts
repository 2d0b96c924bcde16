// Small changes to a plan's value that leave it a plan: one transaction, instruction or entry taken out or replaced.
import type { Invocation, Plan, PlannedInstruction, PlannedTransaction } from '../../spec/plan';

/** A change towards a smaller or plainer plan; one that finds nothing to change returns an equal plan. */
export type Edit = (plan: Plan) => Plan;

/** Half-open range of positions. */
export type Range = { readonly from: number; readonly to: number };

/** Ranges of `size` that cover a list, the last first: what comes late in a history seldom carries it. */
export const ranges = (length: number, size: number): readonly Range[] =>
  Array.from({ length: Math.ceil(length / size) }, (_, at) => ({
    from: Math.max(0, length - (at + 1) * size),
    to: length - at * size,
  }));

export const without = <T>(list: readonly T[], { from, to }: Range): readonly T[] =>
  list.filter((_, position) => position < from || position >= to);

const isBusy = ({ instructions }: PlannedTransaction): boolean => instructions.length > 0;

export const eachTransaction =
  (edit: (transaction: PlannedTransaction, index: number) => PlannedTransaction): Edit =>
  (plan) => ({ ...plan, transactions: plan.transactions.map(edit).filter(isBusy) });

/** Changes every invocation, which is told its position among all instructions of the plan. */
export const eachInvocation = (edit: (invocation: Invocation, position: number) => Invocation): Edit => {
  return (plan) => {
    let position = 0;
    const next = (item: PlannedInstruction): PlannedInstruction => {
      const at = position++;
      return item.kind === 'invocation' ? edit(item, at) : item;
    };
    return eachTransaction((t) => ({ ...t, instructions: t.instructions.map(next) }))(plan);
  };
};

export const instructionsOf = (plan: Plan): readonly PlannedInstruction[] =>
  plan.transactions.flatMap(({ instructions }) => instructions);

/** An edit of all invocations, then the same edit of each alone. */
export const allThenEach = (plan: Plan, edit: (invocation: Invocation) => Invocation): readonly Edit[] => [
  eachInvocation(edit),
  ...instructionsOf(plan).map((_, wanted) =>
    eachInvocation((invocation, at) => (at === wanted ? edit(invocation) : invocation)),
  ),
];
